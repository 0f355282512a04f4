# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What matters for a time, such as heat or a closed door: it stands on top of the pages where people begin."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.views.cards import day_of
from porchlight.views.edition import Edition
from porchlight.views.list_parts import Notice
from porchlight.views.parts import Text


def notices(edition: Edition) -> tuple[Notice, ...]:
    """Every notice that may be shown now or soon: the records of each resource that begins on a day."""
    return tuple(_notices(edition))


def _notices(edition: Edition) -> Iterator[Notice]:
    for schema in edition.hub.package.schemas:
        for record in edition.hub.records.get(schema.resource, ()) if schema.field_for("shown_from") else ():
            yield Notice(
                title=edition.name(record),
                words=edition.text(record, "summary") or Text(""),
                begins=day_of(schema, record, "shown_from"),
                ends=day_of(schema, record, "gone_after"),
            )
