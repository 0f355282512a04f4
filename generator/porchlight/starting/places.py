# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The first place of a new hub: the state that it is for, known by its name or its two letters."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from porchlight.exchange.yaml_out import Value, record_yaml
from porchlight.model import paths
from porchlight.model.alike import folded
from porchlight.model.places import VOCABULARY, states_of
from porchlight.model.schema import Package

_KINDS = {"US-DC": "district", "US-PR": "territory"}
"""What is no state."""


def first_place(place: str, package: Package, languages: Collection[str]) -> dict[str, bytes]:
    """The file of the state that “Franklin County, Ohio” lies in; none where no state is told.

    A county has a number of the Census Bureau, which nobody can be asked for on the first day.
    """
    labels = package.vocabularies[VOCABULARY].labels
    names = {folded(name): code for code in states_of(labels) for name in labels[code].values()}
    letters = {folded(code[3:]): code for code in names.values()}  # behind a comma only: LA alone is a city
    whole, *parts = (folded(each.strip()) for each in (place, *reversed(place.split(",")[1:])))
    code = names.get(whole) or next((found for each in parts if (found := (names | letters).get(each))), "")
    return {f"data/places/{_id(labels[code]['en'])}.yaml": _record(code, labels[code], languages)} if code else {}


def _id(name: str) -> str:
    return paths.slug(name)


def _record(code: str, words: Mapping[str, str], languages: Collection[str]) -> bytes:
    record: dict[str, Value] = {
        "id": _id(words["en"]),
        "code": code,
        "name": words["en"],
        "kind": _KINDS.get(code, "state"),
        "also_called": [code[3:]],
    }
    others = {each: words[each] for each in languages if each in words and words[each] != words["en"]}
    if others:
        record["translations"] = {each: {"state": "unreviewed", "name": name} for each, name in others.items()}
    return record_yaml(record).encode()
