# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Opening hours that a page can count with, and the clock that they go by."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from zoneinfo import available_timezones

from opening_hours import validate

from porchlight.checking.context import Context
from porchlight.model.places import states_of
from porchlight.model.record import Record
from porchlight.model.schema import Field, Schema
from porchlight.model.zones import NAME_OF_ZONE, ZONE_OF_STATE
from porchlight.problems import Problem
from porchlight.reading.opening_hours import HoursNotRead, parse, written
from porchlight.reading.saying import nearest, shown

_EXAMPLE = "Mo-Fr 09:00-17:00; PH off"
_EVERYDAY = {
    **dict.fromkeys(("eastern", "est", "edt", "et"), "America/New_York"),
    **dict.fromkeys(("central", "cst", "cdt", "ct"), "America/Chicago"),
    **dict.fromkeys(("mountain", "mst", "mdt", "mt"), "America/Denver"),
    **dict.fromkeys(("pacific", "pst", "pdt", "pt"), "America/Los_Angeles"),
}
"""What people call the zones of the mainland, all of which know of summer time."""

_USUAL = "America/New_York, America/Chicago, America/Denver or America/Los_Angeles"


def hours_not_read(context: Context) -> Iterator[Problem]:
    """Opening hours are written so plainly that we and the library that judges them read the same in them."""
    for schema, record in context.records():
        field = schema.field_for("open_hours")
        text = record.text(field.name) if field else ""
        if field and text:
            yield from _fault(context, record, field, text)


def _fault(context: Context, record: Record, field: Field, text: str) -> Iterator[Problem]:
    place = context.place_of(record, field.name)
    try:
        hours = parse(text)
    except HoursNotRead as fault:
        code = "hours-not-plain" if validate(text) else "hours-not-read"
        if fault.impossible:
            code = "hours-impossible"
        paste = f"{field.name}: '{fault.instead or _EXAMPLE}'"
        hint = "Write:" if fault.instead else f"Write it like this, or tell it in {_free_words(context, record)}:"
        yield Problem(place, code, fault.reason, shown(text), hint, paste)
    else:
        if not validate(text):
            reason, paste = "These hours are not written as others write them.", f"{field.name}: '{written(hours)}'"
            yield Problem(place, "hours-not-read", reason, shown(text), "Write:", paste)


def _free_words(context: Context, record: Record) -> str:
    """Where hours may stand that no program counts with."""
    field = context.hub.package.schema_of(record.resource).field_for("hours")
    return f"“{field.name}” in your own words" if field else "the summary"


def hours_without_zone(context: Context) -> Iterator[Problem]:
    """Hours go by the clock of the place, except where it never closes."""
    for schema, record in context.records():
        field, zone = schema.field_for("open_hours"), schema.field_for("timezone")
        if field and zone and zone.name not in record.values and _needs_clock(record.text(field.name)):
            usual = ZONE_OF_STATE.get(_state(schema, record), "")
            hint = "Add the one of its state:" if usual else f"Add the zone that it lies in: {_USUAL}."
            yield Problem(
                context.place_of(record, field.name),
                "hours-without-zone",
                "These hours need a time zone.",
                shown(record.text(field.name)),
                hint,
                f"{zone.name}: {usual}" if usual else "",
            )


def _needs_clock(text: str) -> bool:
    try:
        return bool(text) and not parse(text).always
    except HoursNotRead:
        return False


def _state(schema: Schema, record: Record) -> str:
    """The code of the state that the record lies in, "" where that can't be told."""
    states = states_of(schema.codes_of(record, "where"))
    return states[0] if len(states) == 1 else ""


def timezone_unknown(context: Context) -> Iterator[Problem]:
    """A time zone is named for a city, like America/New_York, so that it knows of summer time."""
    for schema, record in context.records():
        field = schema.field_for("timezone")
        name = record.text(field.name) if field else ""
        if field and name and name not in _zones():
            meant = _meant(name)
            yield Problem(
                context.place_of(record, field.name),
                "timezone-unknown",
                "A time zone is named for a city, and none has this name.",
                shown(name),
                "Did you mean:" if meant else f"Usual ones are {_USUAL}.",
                f"{field.name}: {meant}" if meant else "",
            )


@cache
def _zones() -> frozenset[str]:
    """Every zone of a place; EST or Etc/GMT+5 are none, since they stand still while clocks change."""
    return frozenset(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))


def _meant(name: str) -> str:
    """The zone of the United States that was most likely meant, by its everyday name or its city; "" for none."""
    first = name.casefold().removeprefix("us/").partition(" ")[0]
    cities = {zone.rpartition("/")[2]: zone for zone in NAME_OF_ZONE}
    return _EVERYDAY.get(first) or cities.get(nearest(name.rpartition("/")[2], cities), "")
