# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a hub holds for a place, door by door: the records, and the sums that tell what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from porchlight.model.aging import asked_on, known_on
from porchlight.model.doors import DOORS
from porchlight.model.hub import Hub
from porchlight.model.places import Places, Reach
from porchlight.model.record import Record
from porchlight.model.schema import EVERYWHERE
from porchlight.model.shelf_life import DAYS

ByCode = Mapping[str, Sequence[Record]]
"""Records by the code of each place that they name."""

ByReach = Mapping[Reach, tuple[Record, ...]]
"""Records by the way in which they serve a place; every way has its entry."""


@dataclass(frozen=True, slots=True)
class Supply:
    """What a place has behind one door. `offers` serve the place or a part of it, and can be gone to now.

    Of those, `asked` said themselves how it is, on any day; `good_until` are the last days for which each such answer
    holds. `oldest` is the day on which the one was known that nobody has looked at for longest, and `oldest_record`
    its key, "" for none. `around` serve what the place lies in, `nation` the whole country.
    """

    door: str
    offers: int
    good_until: tuple[date, ...]
    oldest: date | None
    oldest_record: str
    around: int
    nation: int

    @property
    def asked(self) -> int:
        """How many said themselves how it is."""
        return len(self.good_until)

    def checked(self, day: date) -> int:
        """How many of those said so within the shelf life of their answer, as of the day."""
        return sum(last >= day for last in self.good_until)


def records_by_code(hub: Hub) -> ByCode:
    """Every open record that may be told as true, by the code of each place that it names, in the hub's order.

    The hub is taken as it is shown on a day. What names no place is for the whole country; what states facts, and
    what has no page of its own, is nothing to go to.
    """
    schemas = (schema for schema in hub.package.schemas if schema.page == "each" and not schema.law_kinds)
    return by_code(hub, (record for schema in schemas for record in hub.records.get(schema.resource, ())))


def by_code(hub: Hub, records: Iterable[Record]) -> ByCode:
    """Those of the records that are open and not overdue, by the code of each place that they name."""
    found: dict[str, list[Record]] = {}
    for record in records:
        if record.is_open and record.key not in hub.overdue:
            for code in hub.package.schema_of(record.resource).codes_of(record, "where") or (EVERYWHERE,):
                found.setdefault(code, []).append(record)
    return found


def records_by_reach(found: ByCode, places: Places, place: str) -> ByReach:
    """What serves the place, each record by the nearest way only."""
    ways: dict[Reach, tuple[str, ...]] = {
        "here": (place,),
        "inside": places.inside(place),
        "around": places.above(place),
        "nation": (EVERYWHERE,),
    }
    told: dict[str, Record] = {}
    sides: dict[Reach, tuple[Record, ...]] = {}
    for reach, codes in ways.items():
        records = {record.key: record for code in codes for record in found.get(code, ()) if record.key not in told}
        sides[reach] = tuple(records.values())
        told |= records
    return sides


def supply(hub: Hub, here: ByReach) -> tuple[Supply, ...]:
    """The sums of each door for what serves a place: its page and `porchlight gaps` tell these."""
    return tuple(_behind(hub, here, door) for door in DOORS)


def offers(here: ByReach, door: str) -> tuple[Record, ...]:
    """What serves the place itself or a part of it, behind one door."""
    return tuple(record for record in (*here["here"], *here["inside"]) if is_behind(record, door))


def is_behind(record: Record, door: str = "") -> bool:
    """True where the record stands behind the door; without a door, where it stands behind any."""
    doors = record.codes("doors")
    return door in doors if door else bool(doors)


def _behind(hub: Hub, here: ByReach, door: str) -> Supply:
    own = offers(here, door)
    around, nation = (sum(is_behind(record, door) for record in here[reach]) for reach in ("around", "nation"))
    good_until = tuple(asked + _life(hub, record) for record in own if (asked := asked_on(record)))
    known = [(day, record.key) for record in own if (day := known_on(record))]
    oldest, oldest_record = min(known, default=(None, ""))
    return Supply(door, len(own), good_until, oldest, oldest_record, around, nation)


def _life(hub: Hub, record: Record) -> timedelta:
    return timedelta(days=DAYS[hub.package.schema_of(record.resource).shelf_life])
