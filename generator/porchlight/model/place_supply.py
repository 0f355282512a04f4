# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a hub holds for a place, door by door: the records, and the sums that tell what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from porchlight.model.aging import asked_on, known_on
from porchlight.model.doors import DOORS
from porchlight.model.hub import Hub
from porchlight.model.places import Places, Reach
from porchlight.model.record import Record
from porchlight.model.schema import EVERYWHERE
from porchlight.model.shelf_life import DAYS

ByPlace = Mapping[str, Sequence[Record]]
"""Records by the code of each place that they name."""

Held = Mapping[Reach, tuple[Record, ...]]
"""Records by the way in which they serve a place; every way has its entry."""


@dataclass(frozen=True, slots=True)
class Supply:
    """What a place has behind one door. `offers` serve the place or a part of it, and can be gone to now.

    Of those, the place itself said how it is to `checked` within the shelf life of such a check, and `oldest` is the
    day on which the one was known that nobody has looked at for longest. `around` serve what the place lies in,
    `nation` the whole country.
    """

    door: str
    offers: int
    checked: int
    oldest: date | None
    around: int
    nation: int


def by_place(hub: Hub) -> ByPlace:
    """Every open record that may be told as true, by the code of each place that it names, in the hub's order.

    The hub is taken as it is shown on a day. What names no place is for the whole country; what states facts, and
    what has no page of its own, is nothing to go to.
    """
    found: dict[str, list[Record]] = {}
    for schema in hub.package.schemas:
        for record in hub.records.get(schema.resource, ()) if schema.page == "each" and not schema.law_kinds else ():
            if record.is_open and record.key not in hub.overdue:
                for code in schema.codes_of(record, "where") or (EVERYWHERE,):
                    found.setdefault(code, []).append(record)
    return found


def held(found: ByPlace, places: Places, place: str) -> Held:
    """What serves the place, each record by the nearest way only."""
    inside = tuple(code for code in places.with_inside([place]) if code != place)
    ways: dict[Reach, tuple[str, ...]] = {
        "here": (place,),
        "inside": inside,
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


def supply(hub: Hub, here: Held, day: date) -> tuple[Supply, ...]:
    """The sums of each door for what `held` found, as they are on the day."""
    return tuple(_behind(hub, here, door, day) for door in DOORS)


def offers(here: Held, door: str = "") -> tuple[Record, ...]:
    """What serves the place itself or a part of it, behind one door or behind any."""
    return tuple(record for record in (*here["here"], *here["inside"]) if is_behind(record, door))


def is_behind(record: Record, door: str = "") -> bool:
    """True where the record stands behind the door; without a door, where it stands behind any."""
    doors = record.codes("doors")
    return door in doors if door else bool(doors)


def _behind(hub: Hub, here: Held, door: str, day: date) -> Supply:
    own = offers(here, door)
    around, nation = (sum(is_behind(record, door) for record in here[reach]) for reach in ("around", "nation"))
    checked = sum(_is_checked(hub, record, day) for record in own)
    known = [when for record in own if (when := known_on(record))]
    return Supply(door, len(own), checked, min(known, default=None), around, nation)


def _is_checked(hub: Hub, record: Record, day: date) -> bool:
    asked = asked_on(record)
    return bool(asked and asked + timedelta(days=DAYS[hub.package.schema_of(record.resource).shelf_life]) >= day)
