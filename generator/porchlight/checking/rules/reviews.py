# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A law changes without a word to us, so each has a day on which it leaves unless someone has read it again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from porchlight.checking.context import Context
from porchlight.model.aging import last_looked
from porchlight.model.record import Record
from porchlight.model.schema import Field
from porchlight.model.shelf_life import DAYS, REVIEW_AT_MOST
from porchlight.problems import Problem
from porchlight.reading.saying import shown


def review_missing(context: Context) -> Iterator[Problem]:
    """What the schema calls a law has a day on which it must be looked at again."""
    for record, field in _laws(context):
        if field.name not in record.values:
            day = _looked(context, record) + timedelta(days=DAYS["law"])
            message = f"“{shown(record.text('name'))}” needs the day to look at it again."
            yield Problem(record.place, "review-missing", message, "", "Add a line:", f"{field.name}: {day}")


def review_too_late(context: Context) -> Iterator[Problem]:
    """That day is near the one on which someone read it."""
    for record, field in _laws(context):
        day, looked = record.values.get(field.name), _looked(context, record)
        if isinstance(day, date) and day > looked + timedelta(days=REVIEW_AT_MOST):
            yield Problem(
                context.place_of(record, field.name),
                "review-too-late",
                f"“{field.name}” is more than {REVIEW_AT_MOST} days after the last reading, {looked}.",
                str(day),
                "Write an earlier day, or read its sources again:",
                f"{field.name}: {looked + timedelta(days=DAYS['law'])}",
            )


def _laws(context: Context) -> Iterator[tuple[Record, Field]]:
    for schema, record in context.records():
        field = schema.field_for("review_by")
        if field and schema.text_of(record, "kind") in schema.law_kinds:
            yield record, field


def _looked(context: Context, record: Record) -> date:
    return last_looked(record) or context.today
