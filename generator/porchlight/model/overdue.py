# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is left of a record whose day to be looked at again has passed: what it is about, and whom to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from porchlight.model.record import Record, Row, Value
from porchlight.model.schema import Schema

_ABOUT = frozenset(
    (
        *("id", "name", "kind", "search", "city", "where", "doors", "items", "status", "organization", "email"),
        *("first", "formerly", "short", "not_duplicate", "gone_after", "shown_from", "review_by"),
    )
)
"""The roles of fields that tell what the record is about and how to reach them; all others are claims."""

_WHERE_TO_LOOK = ("phones", "links", "checks", "sources", "translations")
"""The parts that lead to whoever knows better."""


def is_overdue(schema: Schema, record: Record, day: date) -> bool:
    """True where the record's `review_by` is before that day."""
    last = schema.day_of(record, "review_by")
    return last is not None and last < day


def without_claims(schema: Schema, record: Record) -> Record:
    """The record without anything that it says of the world: nothing that is made from it can tell it as true.

    Its own name stays, and what lists are narrowed by that has no role (topics).
    """
    kept = frozenset(field.name for field in schema.fields if field.role in _ABOUT or (field.facet and not field.role))
    parts = {name: record.rows(name) for name in _WHERE_TO_LOOK if record.rows(name)}
    if "translations" in parts:
        parts["translations"] = tuple(_row(row, kept) for row in parts["translations"])
    return replace(record, values=_only(record.values, kept), parts=parts)


def _row(row: Row, kept: frozenset[str]) -> Row:
    return _only(row, kept | {"language", "state"})


def _only(values: Mapping[str, Value], kept: frozenset[str]) -> Mapping[str, Value]:
    return {name: value for name, value in values.items() if name in kept}
