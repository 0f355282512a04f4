# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The id of a new record: its name, then name and city, then a number; and records that the hub has already."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain, count
from typing import Any

from porchlight.exchange.yaml_out import Value
from porchlight.model.alike import folded

LONGEST = 80
_APOSTROPHES = re.compile(r"['’‘`´]")
_BETWEEN = re.compile(r"[^a-z0-9]+")
_MAY_DIFFER = ("id", "sources")
"""Fields by which two records may differ and still say the same: the day of reading is another one tomorrow."""


class Ids:
    """The ids that are taken, each with what its record says."""

    def __init__(self, taken: Mapping[str, Any]) -> None:
        self._taken = {id_: _said(record) for id_, record in taken.items()}

    def give(self, wanted: str, name: str, city: str, record: Mapping[str, Value]) -> tuple[str, bool]:
        """An id that is free, or the id of a record that says the same, and whether it is new."""
        said = _said(record)
        for id_ in _candidates(wanted, name, city):
            if id_ not in self._taken:
                self._taken[id_] = said
                return id_, True
            if self._taken[id_] == said:
                return id_, False
        raise RuntimeError("Numbers never end.")


def slug(text: str) -> str:
    """The text in small letters, digits and hyphens, at most 80 of them."""
    tidy = _BETWEEN.sub("-", folded(_APOSTROPHES.sub("", text)).replace("&", " and ")).strip("-")
    return tidy if len(tidy) <= LONGEST else tidy[: LONGEST + 1].rpartition("-")[0] or tidy[:LONGEST]


def _candidates(wanted: str, name: str, city: str) -> Iterator[str]:
    first = slug(wanted or name)
    first = first if len(first) > 1 else f"record-{first}".rstrip("-")
    with_city = (slug(f"{first} {city}"),) if city else ()
    numbered = (f"{slug(first[: LONGEST - len(str(number)) - 1])}-{number}" for number in count(2))
    return chain((first,), with_city, numbered)


def _said(record: Any) -> Any:
    """What the record says, as the reader would give it back."""
    return {name: _texts(value) for name, value in record.items() if name not in _MAY_DIFFER}


def _texts(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _texts(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_texts(each) for each in value]
    return str(value)
