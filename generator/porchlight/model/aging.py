# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which days of a record tell that someone looked, and which of its fields grow old by a day of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from porchlight.model.record import Record
from porchlight.model.schema import Schema

_LOOKED = (("checks", "as_of"), ("answers", "as_of"), ("phones", "checked_on"), ("sources", "read_on"))
"""Parts whose rows tell that someone looked, with the field that holds the day."""


def last_looked(record: Record) -> date | None:
    """The newest day on which someone asked, dialed or read; None where no row tells one."""
    days = (row.get(name) for part, name in _LOOKED for row in record.rows(part))
    return max((day for day in days if isinstance(day, date)), default=None)


def tells_of_looks(schema: Schema) -> bool:
    """True where the records have a part that can tell that someone looked: a list of names has nothing to check."""
    return any(field.part == part for field in schema.fields for part, _ in _LOOKED)


def dated_fields(schema: Schema) -> Iterator[tuple[str, str]]:
    """Fields that hold the day of something with a shelf life of its own, each with its class."""
    for field in schema.fields:
        if field.type == "date" and field.shelf_life:
            yield field.name, field.shelf_life
    free, asked = schema.field_for("vacancy"), schema.field_for("vacancy_on")
    if free and asked and free.shelf_life:
        yield asked.name, free.shelf_life


def read_on(record: Record) -> date | None:
    """The newest day on which a source of the record was read."""
    days = [day for row in record.rows("sources") if isinstance(day := row.get("read_on"), date)]
    return max(days, default=None)


def asked_on(record: Record) -> date | None:
    """The newest day on which the place itself said how it is; None where nobody from the hub has asked it."""
    asked = [row.get("as_of") for row in record.rows("checks") if row.get("result") in ("right", "changed")]
    return max((day for day in asked if isinstance(day, date)), default=None)


def known_on(record: Record) -> date | None:
    """The newest day on which the place itself said how it is, else on which that was read; None where nobody knows."""
    return asked_on(record) or read_on(record)
