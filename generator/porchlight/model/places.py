# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Places by their codes: US-OH is a state, US-OH-049 a county in it, US-OH-18000 a city; and what counts for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from porchlight.model.hub import Hub
from porchlight.model.record import Record
from porchlight.model.schema import EVERYWHERE, Package, Schema

VOCABULARY = "place"
"""The list of codes that every hub knows, to which its own places are added."""

Reach = Literal["here", "inside", "around", "nation"]
"""How a record serves a place: it names the place, one that lies in it, one that it lies in, or the whole country."""


@lru_cache(maxsize=4096)
def state_of(code: str) -> str:
    """The code of the state that a place lies in: US-OH for US-OH-049; a state is its own, the country has none."""
    return "" if code == EVERYWHERE else "-".join(code.split("-")[:2])


def states_of(codes: Iterable[str]) -> tuple[str, ...]:
    """The states of the places, each once, in their order."""
    return tuple(dict.fromkeys(state for code in codes if (state := state_of(code))))


def places_schema(package: Package) -> Schema | None:
    """The resource that holds a hub's places; None where the hub has none."""
    return next((schema for schema in package.schemas if schema.field_for("place_code")), None)


@dataclass(frozen=True, slots=True)
class Places:
    """The hub's own places by code, the code of the place that each lies in, and the other way: what lies in each."""

    records: Mapping[str, Record]
    parents: Mapping[str, str]
    _inside: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: dict[str, list[str]] = {}
        for code in self.parents:
            for above in self.above(code):
                found.setdefault(above, []).append(code)
        object.__setattr__(self, "_inside", {code: tuple(inside) for code, inside in found.items()})

    def above(self, code: str) -> tuple[str, ...]:
        """The places that it lies in, the nearest first; the whole country is not told."""
        chain = [code]
        while (parent := self.parents.get(chain[-1]) or _parent(chain[-1])) and parent not in chain:
            chain.append(parent)
        return tuple(chain[1:])

    def with_above(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The codes and those of every place that they lie in, each once."""
        codes = tuple(codes)
        return tuple(dict.fromkeys((*codes, *(above for code in codes for above in self.above(code)))))

    def inside(self, code: str) -> tuple[str, ...]:
        """The places of the hub that lie in it, near or deep."""
        return self._inside.get(code, ())

    def with_inside(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The codes and those of every place of the hub that lies in one of them, each once."""
        codes = tuple(codes)
        return tuple(dict.fromkeys((*codes, *(inside for code in codes for inside in self.inside(code)))))


def places_of(hub: Hub) -> Places:
    """The places that have a page in this hub, in the order of their ids."""
    schema = places_schema(hub.package)
    records = hub.records.get(schema.resource, ()) if schema else ()
    own = {schema.text_of(record, "place_code"): record for record in records} if schema else {}
    parents = {code: schema.text_of(record, "within") for code, record in own.items()} if schema else {}
    return Places(own, {code: parent for code, parent in parents.items() if parent != EVERYWHERE})


def own_hubs(hub: Hub) -> tuple[str, ...]:
    """The folders below this site in which places have hubs of their own, each once, in the order of their names."""
    schema = places_schema(hub.package)
    records = hub.records.get(schema.resource, ()) if schema else ()
    return tuple(sorted({schema.text_of(record, "own_hub") for record in records} - {""})) if schema else ()


def _parent(code: str) -> str:
    """The place that a code alone tells: the state of a county or a city."""
    state = state_of(code)
    return state if state != code else ""
