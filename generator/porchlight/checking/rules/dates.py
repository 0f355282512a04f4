# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Days that can't be, days that are missing, and truths that have grown older than they may."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from porchlight.checking.context import Context
from porchlight.model.aging import dated_fields, last_looked
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.model.shelf_life import DAYS
from porchlight.problems import Problem
from porchlight.reading.exact import is_moment
from porchlight.reading.saying import shown

_DONE = ("vacancy_on", "noticed_on", "mended_on", "proof_on", "claim_on", "consent_on")
"""Roles of days on which something was done."""


def date_in_future(context: Context) -> Iterator[Problem]:
    """Nobody has checked, read, shown or agreed to anything on a day that is still to come."""
    for part in context.hub.package.parts.values():
        days = [field.name for field in part.fields if field.type == "date"]
        for record, path, row in context.rows(part.name):
            for name in days:
                yield from _future(context, record, (*path, name), row.get(name))
    for schema, record in context.records():
        for asked in filter(None, map(schema.field_for, _DONE)):
            yield from _future(context, record, (asked.name,), record.values.get(asked.name))


def _future(context: Context, record: Record, path: tuple[str | int, ...], day: object) -> Iterator[Problem]:
    if isinstance(day, date) and day > context.today:
        yield Problem(
            context.place_of(record, *path),
            "date-in-future",
            f"“{path[-1]}” is a day that is still to come.",
            str(day),
            f"Today is {context.today}. Look at the year and at the order of month and day.",
        )


def beds_free_without_day(context: Context) -> Iterator[Problem]:
    """How many beds are free is true for a week: without the day it is worth nothing."""
    for schema, record in context.records():
        free, asked = schema.field_for("vacancy"), schema.field_for("vacancy_on")
        if free and asked and free.name in record.values and asked.name not in record.values:
            yield Problem(
                context.place_of(record, free.name),
                "beds-free-without-day",
                f"“{free.name}” needs the day that someone asked.",
                record.text(free.name),
                "Add a line:",
                f"{asked.name}: {context.today}",
            )


def moment_not_real(context: Context) -> Iterator[Problem]:
    """An event starts and ends on a day and at an hour that exist, in years that a hub can speak of."""
    for schema, record in context.records():
        for field in schema.fields:
            text = record.text(field.name)
            if field.role in ("starts", "ends") and text and not is_moment(text):
                message = f"“{field.name}” is no day and hour that exist."
                hint = f"Write it as year-month-day hour:minute, like {field.example}."
                yield Problem(context.place_of(record, field.name), "moment", message, shown(text), hint)


def ends_before_it_starts(context: Context) -> Iterator[Problem]:
    """What starts on a day is over on that day or later; of days alone the hour does not count."""
    for schema, record in context.records():
        field, starts, ends = schema.field_for("ends"), schema.text_of(record, "starts"), schema.text_of(record, "ends")
        if field and is_moment(starts) and is_moment(ends) and _begins(ends, starts) < _begins(starts, ends):
            yield Problem(
                context.place_of(record, field.name),
                "ends-before-start",
                f"“{field.name}” is before the start, {starts}.",
                ends,
                "Look at the year, at the order of month and day, and at the hours.",
            )


def _begins(moment: str, other: str) -> str:
    """The moment, as exact as the other one: such texts sort by time."""
    return moment[: min(len(moment), len(other))]


@dataclass(frozen=True, slots=True)
class Aged:
    """Something for someone to look at again, and for how many days it has waited."""

    days_over: int
    problem: Problem


def grown_old(context: Context) -> Iterator[Aged]:
    """Everything that has passed its shelf life: records by their newest check, and fields with a day of their own."""
    for schema, record in context.records():
        yield from _stale(context, schema, record)
        yield from _stale_fields(context, schema, record)
        yield from _past_review(context, schema, record)


def _stale(context: Context, schema: Schema, record: Record) -> Iterator[Aged]:
    looked = last_looked(record) or context.today
    age, life = (context.today - looked).days, DAYS[schema.shelf_life]
    if age > life:
        message = f"“{shown(record.text('name'))}” was last looked at {age:,} days ago; {life} is the most."
        hint = "Call or read their page again, then add to its checks:"
        paste = f"- {{as_of: {context.today}, how: phone, by: peer volunteer, result: right}}"
        yield Aged(age - life, Problem(record.place, "stale", message, str(looked), hint, paste, "care"))


def _stale_fields(context: Context, schema: Schema, record: Record) -> Iterator[Aged]:
    for name, life in dated_fields(schema):
        day, days_kept = record.values.get(name), DAYS[life]
        age = (context.today - day).days if isinstance(day, date) else 0
        if age > days_kept:
            message = f"“{name}” of “{shown(record.text('name'))}” is {age:,} days old; {days_kept} is the most."
            place = context.place_of(record, name)
            yield Aged(age - days_kept, Problem(place, "stale", message, str(day), "Ask again.", weight="care"))


def _past_review(context: Context, schema: Schema, record: Record) -> Iterator[Aged]:
    field, day = schema.field_for("review_by"), schema.day_of(record, "review_by")
    if field and day and day < context.today:
        yield Aged(
            (context.today - day).days,
            Problem(
                context.place_of(record, field.name),
                "review-passed",
                f"The day to look at “{shown(record.text('name'))}” again has passed.",
                str(day),
                f"Look at its sources, mend what changed, and set a new “{field.name}”.",
                weight="care",
            ),
        )
