# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a record is: as exactly as it may be shown, and no more."""

from __future__ import annotations

from collections.abc import Iterable

from porchlight.model.places import states_of
from porchlight.model.record import Record
from porchlight.model.schema import EVERYWHERE, Schema
from porchlight.reading.gazetteer import Point, county_point, point_of


def point(schema: Schema, record: Record) -> Point | None:
    """The record's own point where it may be shown, else its town's, else its county's; None where neither is known."""
    north, east = (_number(schema, record, role) for role in ("latitude", "longitude"))
    if north is not None and east is not None:
        return north, east
    state = only_state(schema, record)
    return point_of(city_of(schema, record), state) or county_point(schema.text_of(record, "county"), state)


def points_of(schema: Schema, records: Iterable[Record]) -> dict[str, Point]:
    """Where the records of one resource are, by id; without those of which it is not known."""
    return {record.id: where for record in records if (where := point(schema, record))}


def only_state(schema: Schema, record: Record) -> str:
    """The state in which the record's town lies, as US-OH: the one that it serves; "" where that is not one state."""
    codes = schema.codes_of(record, "where")
    states = states_of(codes)
    return states[0] if len(states) == 1 and EVERYWHERE not in codes else ""


def city_of(schema: Schema, record: Record) -> str:
    """The record's town as it is written, or ""."""
    return schema.text_of(record, "city")


def _number(schema: Schema, record: Record, role: str) -> float | None:
    field = schema.field_for(role)
    value = record.values.get(field.name) if field else None
    return float(value) if isinstance(value, int | float) else None
