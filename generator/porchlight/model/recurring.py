# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Days that come again each year: the next time is worked out from the first by a rule, never written by hand."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

from porchlight.model.days import is_near
from porchlight.model.record import Record
from porchlight.model.schema import Schema

Moment = str
"""`2027-01-16` or `2027-01-16 18:30`, as a record writes it."""


def day_of(moment: Moment) -> date:
    """The day of the moment."""
    return date.fromisoformat(moment[:10])


def on_its_day(schema: Schema, record: Record, day: date) -> Record | None:
    """The record as it is announced on a day: what comes again has its next time, what is over for good is None.

    The fields are known by the roles `starts`, `ends` and `repeats`; a record without a start is handed back as it is.
    So is one that starts or ends on no day that a hub can speak of: the check tells of it. Where the schema asks no
    record for a start, a day that is over goes alone: a course stays when its next date has passed.
    """
    starts, ends = schema.text_of(record, "starts"), schema.text_of(record, "ends")
    try:
        first, last = day_of(starts), day_of(ends or starts)
    except ValueError:
        return record
    if not is_near(first) or not is_near(last):
        return record
    rule = schema.text_of(record, "repeats")
    if not rule:
        return record if last >= day else _without_day(schema, record)
    moved = _next(first, last, rule, day) - first
    times = {"starts": starts, "ends": ends}
    again = {field.name: _moved(times[role], moved) for role in times if (field := schema.field_for(role))}
    return replace(record, values={**record.values, **{name: text for name, text in again.items() if text}})


def _without_day(schema: Schema, record: Record) -> Record | None:
    start = schema.field_for("starts")
    if start is None or start.required:
        return None
    gone = {field.name for field in schema.fields if field.role in ("starts", "ends")}
    return replace(record, values={name: value for name, value in record.values.items() if name not in gone})


def yearly_rule(first: date, rule: str) -> str:
    """The same rule for other calendars (RFC 5545), with the month and day of the first time."""
    if rule == "same_date":
        return f"FREQ=YEARLY;BYMONTH={first.month};BYMONTHDAY={first.day}"
    weekday = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[first.weekday()]
    return f"FREQ=YEARLY;BYMONTH={first.month};BYDAY={_place(first, rule)}{weekday}"


def _place(first: date, rule: str) -> int:
    """Which of its weekdays in the month it is, from 1; -1 is the last."""
    return -1 if rule == "last_weekday" else (first.day + 6) // 7


def _next(first: date, last: date, rule: str, day: date) -> date:
    """The first time, from the first year on, that is not over on that day."""
    length = last - first
    years = count(max(first.year, day.year - 1))
    times = (_in_year(first, rule, year) for year in years)
    return next(time for time in times if time and time + length >= day)


def _in_year(first: date, rule: str, year: int) -> date | None:
    """The time in a year; None where that year has none (February 29, a fifth Friday)."""
    days = calendar.monthrange(year, first.month)[1]
    if rule == "same_date":
        return date(year, first.month, first.day) if first.day <= days else None
    place = _place(first, rule)
    of_month = (date(year, first.month, number) for number in range(1, days + 1))
    same = [each for each in of_month if each.weekday() == first.weekday()]
    return same[place - 1 if place > 0 else place] if place <= len(same) else None


def _moved(moment: Moment, by: timedelta) -> Moment:
    return f"{day_of(moment) + by}{moment[10:]}" if moment else ""
