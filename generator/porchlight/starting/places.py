# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The first place of a new hub: the state that it is for, known by its name, letters or code, or by a ZIP code."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from porchlight.exchange.yaml_out import Value, record_yaml
from porchlight.model import paths
from porchlight.model.alike import folded
from porchlight.model.places import VOCABULARY, state_of, states_of
from porchlight.model.schema import Package
from porchlight.reading.gazetteer import counties_named, point_of, spots

_KINDS = {"US-DC": "district", "US-PR": "territory"}
"""What is no state."""

_LOOK_UP = "Put its number of the Census Bureau for the signs #: docs/places.md says where it stands."


def first_place(place: str, package: Package, languages: Collection[str]) -> dict[str, bytes]:
    """The file of the state that “Franklin County, Ohio” lies in; none where no state is told.

    A county comes when its people are known: what was typed may be a city, or only where the group meets.
    """
    labels = package.vocabularies[VOCABULARY].labels
    code = _state(place, labels)
    return {f"data/places/{_id(labels[code]['en'])}.yaml": _record(code, labels[code], languages)} if code else {}


def told_of(place: str, package: Package) -> str:
    """What became of the answer: the page that was made, and the lines for a county or a city of that state."""
    labels = package.vocabularies[VOCABULARY].labels
    code, part = _state(place, labels), place.partition(",")[0].strip()
    if not code:
        return f"We know no state of that name: {place}. Write it with its state, such as: Franklin County, Ohio"
    made = f"Made the page of {labels[code]['en']}."
    if point_of(part, code):
        return f"{made} {_lines(part, f'{code}-#####', 'city')}\n{_LOOK_UP}"
    counties = counties_named(part, code)
    return f"{made} {_lines(part, f'{code}-{counties[0].number:03}', 'county')}" if counties else made


def _lines(part: str, code: str, kind: str) -> str:
    lines = (f"id: {_id(part)}", f"code: {code}", f"name: {part}", f"kind: {kind}")
    return "\n    ".join((f"For {part} add data/places/{_id(part)}.yaml:", *lines))


def _state(place: str, labels: Mapping[str, Mapping[str, str]]) -> str:
    names = {folded(name): code for code in states_of(labels) for name in labels[code].values()}
    letters = {folded(code[3:]): code for code in names.values()}  # behind a comma only: LA alone is a city
    whole, *parts = (folded(each.strip()) for each in (place, *reversed(place.split(",")[1:])))
    named = names.get(whole) or next((found for each in parts if (found := (names | letters).get(each))), "")
    written = state_of(whole.upper())
    return named or (written if written in names.values() else _of_zip(whole, names.values()))


def _of_zip(typed: str, states: Collection[str]) -> str:
    return next((spot.state for spot in spots("zips") if spot.name == typed and spot.state in states), "")


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
