# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a hub holds for each of its places today, door by door: a table for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from porchlight.model.hub import Hub
from porchlight.model.place_supply import Supply, records_by_code, records_by_reach, supply
from porchlight.model.places import VOCABULARY, places_of
from porchlight.model.record import Record
from porchlight.reading.hub import read_hub
from porchlight.reading.saying import did_you_mean, nearest, shown

_HEADS = ("Place", "Door", "Offers", "Asked", "Checked", "Oldest", "Around", "Country")


class NoSuchPlace(Exception):
    """No place of the hub has the code; the message says so, and which one was perhaps meant."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """One place by its code and name, and its doors in numbers, as they are on the day."""

    place: str
    name: str
    day: date
    doors: tuple[Supply, ...]


def gaps_in(root: Path, today: date, code: str = "") -> tuple[Gaps, ...]:
    """The numbers of the place with the code, else of every place of the hub, by name. Raises NoSuchPlace.

    A hub whose pages stand still on a day is counted on that day, as its pages are. Records that can't be read are not
    counted: the check tells of them.
    """
    read = read_hub(root).hub
    day = read.settings.day(today)
    hub = read.shown_on(day)
    places, found = places_of(hub), records_by_code(hub)
    if code and code not in places.records:
        raise NoSuchPlace(_no_such(places.records, code))
    codes = [code] if code else list(places.records)
    gaps = (Gaps(each, _name(hub, each), day, supply(hub, records_by_reach(found, places, each))) for each in codes)
    return tuple(sorted(gaps, key=lambda each: each.name))


def _no_such(places: Mapping[str, Record], code: str) -> str:
    """By its code, its id or its name a place is known again."""
    if not places:
        return "This hub has no places yet. Make a file for one in data/places."
    by_name = {name: each for each, record in places.items() for name in (record.id, record.text("name"))}
    meant = by_name.get(nearest(code, by_name), "")
    hint = f"Did you mean “{meant}”?" if meant else did_you_mean(code, places)
    return f"No place of this hub has the code “{shown(code)}”. {hint or 'Its places are in data/places.'}"


def _name(hub: Hub, code: str) -> str:
    return hub.package.vocabularies[VOCABULARY].labels.get(code, {}).get("en", code)


def as_json(gaps: Sequence[Gaps]) -> str:
    """The numbers for programs; days as year-month-day, null where nothing is."""
    told = [asdict(each) | {"doors": [_numbers(door, each.day) for door in each.doors]} for each in gaps]
    return json.dumps(told, ensure_ascii=False, indent=1, default=str)


def _numbers(door: Supply, day: date) -> dict[str, object]:
    return {
        "door": door.door,
        "offers": door.offers,
        "asked": door.asked,
        "checked": door.checked(day),
        "oldest": door.oldest,
        "oldest_record": door.oldest_record,
        "around": door.around,
        "nation": door.nation,
    }


def as_table(gaps: Sequence[Gaps]) -> str:
    """The numbers in columns, a line for each door, then what the columns count."""
    lines = [_HEADS, *_lines(gaps)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEADS))]
    table = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines)
    return "\n".join((*table, "", _KEY))


_KEY = (
    "Offers are for the place or a part of it. Asked: of those, how many told us how it is, on any day.\n"
    "Checked: of those, how many told us so not too long ago. Oldest: the day of the one that nobody has looked at\n"
    "for longest. Around: for what the place lies in. Country: for the whole country."
)


def _lines(gaps: Sequence[Gaps]) -> Iterator[tuple[str, ...]]:
    for each in gaps:
        for number, door in enumerate(each.doors):
            told = {**_numbers(door, each.day), "oldest": door.oldest or "-"}
            counts = (str(told[name]) for name in ("offers", "asked", "checked", "oldest", "around", "nation"))
            yield (each.name if number == 0 else "", door.door, *counts)
