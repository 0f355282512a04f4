# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The days on which notices say that a place is not as its own record tells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.views.edition import Edition

CLOSURE = "closure"

Days = tuple[str, str, int]
"""First day (ISO, "" where it has come), last day ("" for none), and 1 where the place is closed on them."""


def noted_days(edition: Edition, record: Record) -> list[Days]:
    """The days of every notice about the record."""
    return [
        (schema.text_of(notice, "shown_from"), schema.text_of(notice, "gone_after"), int(_closes(schema, notice)))
        for schema, notice in edition.notices.get(record.key, ())
    ]


def closed_from(edition: Edition, record: Record) -> date | None:
    """The day from which notices say that the place is closed, `date.min` where that has come; None where none does."""
    about: Sequence[tuple[Schema, Record]] = edition.notices.get(record.key, ())
    begins = [schema.text_of(notice, "shown_from") for schema, notice in about if _closes(schema, notice)]
    return min((date.fromisoformat(day) if day else date.min for day in begins), default=None)


def _closes(schema: Schema, notice: Record) -> bool:
    return CLOSURE in schema.codes_of(notice, "kind")
