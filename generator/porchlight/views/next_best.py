# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where to go instead of a place that is not open or has no room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import chain, zip_longest
from operator import itemgetter

from porchlight.model.places import states_of
from porchlight.model.record import Record
from porchlight.model.schema import EVERYWHERE, Schema
from porchlight.views.nearby import Points, is_full, miles, suits
from porchlight.views.nearest import Grid, grid

NEXT = 3
REACHABLE = 100
"""Miles: how far someone may be sent who has no bed."""

Numbered = tuple[int, Record]
"""A record with its place in the order of lists."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """What may have room, of one kind: where it is, by the states that it serves, and what serves the whole country."""

    near: Grid[Record]
    of_state: Mapping[str, Sequence[Numbered]]
    national: Sequence[Record]


def rooms_by_kind(schema: Schema, records: Iterable[Record], points: Points) -> Mapping[str, Rooms]:
    """Those of the records that are open and not full, in their order, by kind: gone through once for all pages."""
    kinds: dict[str, list[Record]] = {}
    for record in records:
        if record.is_open and not is_full(schema, record):
            kinds.setdefault(schema.text_of(record, "kind"), []).append(record)
    return {kind: _rooms(schema, of_kind, points) for kind, of_kind in kinds.items()}


def _rooms(schema: Schema, records: Sequence[Record], points: Points) -> Rooms:
    of_state: dict[str, list[Numbered]] = {}
    for numbered in enumerate(records):
        for state in states_of(schema.codes_of(numbered[1], "where")):
            of_state.setdefault(state, []).append(numbered)
    national = [record for record in records if EVERYWHERE in schema.codes_of(record, "where")]
    return Rooms(grid((points[each.id], each) for each in records if each.id in points), of_state, national)


def next_best(schema: Schema, record: Record, kinds: Mapping[str, Rooms], points: Points) -> Sequence[Record]:
    """Up to three places of the same kind that may have room: the nearest, then in the same state, then nationwide.

    Where there is none, the first of each kind that the schema offers instead, then the second of each.
    """
    own = _first(schema, record, kinds.get(schema.text_of(record, "kind")), points)
    if own:
        return own
    instead = zip_longest(*(_first(schema, record, kinds.get(kind), points) for kind in schema.next_kinds))
    return [other for turn in instead for other in turn if other][:NEXT]


def _first(schema: Schema, record: Record, rooms: Rooms | None, points: Points) -> list[Record]:
    if rooms is None:
        return []
    ways = chain(_near(record, rooms, points), _in_state(schema, record, rooms, points), rooms.national)
    found: dict[str, Record] = {}
    for other in ways:
        if other.id != record.id and suits(schema, record, other):
            found.setdefault(other.id, other)
        if len(found) == NEXT:
            break
    return list(found.values())


def _near(record: Record, rooms: Rooms, points: Points) -> Iterator[Record]:
    here = points.get(record.id)
    return (other for _, there in rooms.near.within(here, REACHABLE) for other in there) if here else iter(())


def _in_state(schema: Schema, record: Record, rooms: Rooms, points: Points) -> Iterator[Record]:
    """What serves one of the record's states: the nearest first where its own place is known."""
    states = states_of(schema.codes_of(record, "where"))
    ordered = (other for _, other in merge(*(rooms.of_state.get(state, ()) for state in states), key=itemgetter(0)))
    if record.id in points:
        yield from sorted(ordered, key=lambda other: miles(record, other, points))
    else:
        yield from ordered
