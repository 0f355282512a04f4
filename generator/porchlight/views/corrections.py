# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a record's page got wrong: the way from it to where the mistake is told."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.model import paths
from porchlight.model.record import Record
from porchlight.views.edition import Edition
from porchlight.views.parts import Link


def corrections_of(edition: Edition, record: Record, here: str) -> tuple[Link, ...]:
    """Each mistake that is written down about the record, with the mark of its place on the list of mistakes."""
    return tuple(_corrections(edition, record, here))


def _corrections(edition: Edition, record: Record, here: str) -> Iterator[Link]:
    for schema in edition.hub.package.schemas:
        for told in edition.hub.records.get(schema.resource, ()) if schema.field_for("noticed_on") else ():
            if record.key in schema.codes_of(told, "about"):
                name = edition.name(told)
                there = f"{edition.href(here, paths.list_path(schema.resource))}#{told.id}"
                yield Link(name.value, there, lang=name.lang)
