# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What matters for a time, such as heat or a closed door.

It stands on top of the pages where people begin, or with the places that it is about.
"""

from __future__ import annotations

from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.views.edition import Edition
from porchlight.views.list_parts import Notice
from porchlight.views.parts import Text


def notices(edition: Edition) -> tuple[Notice, ...]:
    """Every notice that may be shown now or soon and is about no single place."""
    return tuple(_notice(edition, schema, record) for schema, record in edition.notices.get("", ()))


def notices_about(edition: Edition, record: Record) -> tuple[Notice, ...]:
    """Every notice that may be shown now or soon and is about the record."""
    return tuple(_notice(edition, schema, notice) for schema, notice in edition.notices.get(record.key, ()))


def _notice(edition: Edition, schema: Schema, record: Record) -> Notice:
    return Notice(
        title=edition.name(record),
        words=edition.text(record, "summary") or Text(""),
        begins=schema.text_of(record, "shown_from"),
        ends=schema.text_of(record, "gone_after"),
    )
