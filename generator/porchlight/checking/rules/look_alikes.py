# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records that may be one thing twice, and what people said about that."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.checking.context import Context
from porchlight.duplicates.finding import look_alikes
from porchlight.duplicates.sides import sides_of
from porchlight.duplicates.telling import reasons, settling
from porchlight.problems import Problem
from porchlight.reading.saying import did_you_mean, shown


def looks_alike(context: Context) -> Iterator[Problem]:
    """Two records that look alike are looked at by a person, who says whether they are one; each is told once."""
    records = {record.key: record for _, record in context.records()}
    pairs = {pair.other.key: pair for pair in reversed(look_alikes(sides_of(context.hub)))}
    for pair in pairs.values():
        yield Problem(
            context.place_of(records[pair.other.key], "name"),
            "looks-alike",
            f"This may be the same as “{pair.one.key}”. {reasons(pair)}",
            hint="“porchlight duplicates” shows how to make one of them. If they are two, write:",
            paste=settling(pair),
            weight="care",
        )


def not_duplicate_of_nothing(context: Context) -> Iterator[Problem]:
    """What a record is not the same as is another record of this hub."""
    known = {record.key for _, record in context.records()}
    for schema, record in context.records():
        field = schema.field_for("not_duplicate")
        for position, key in enumerate(schema.codes_of(record, "not_duplicate")):
            if field and (key == record.key or (key not in known and key not in context.unsound)):
                hint = did_you_mean(key, known - {record.key}) or "Delete it."
                place = context.place_of(record, field.name, position)
                message = "This is no other record of this hub."
                yield Problem(place, "reference-dangling", message, shown(key), hint)
