# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a record's page got wrong: the way from it to where the mistake is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from porchlight.model import paths
from porchlight.model.record import Record
from porchlight.views.edition import Edition
from porchlight.views.once import once_an_edition
from porchlight.views.parts import Link


def corrections_of(edition: Edition, record: Record, here: str) -> tuple[Link, ...]:
    """Each mistake that is written down about the record, with the mark of its place on the list of mistakes."""
    return tuple(_link(edition, told, here) for told in _by_subject(edition).get(record.key, ()))


@once_an_edition
def _by_subject(edition: Edition) -> Mapping[str, Sequence[Record]]:
    """The mistakes about each record, by its key."""
    about: dict[str, list[Record]] = {}
    for schema in edition.hub.package.schemas:
        for told in edition.hub.records.get(schema.resource, ()) if schema.field_for("noticed_on") else ():
            for key in dict.fromkeys(schema.codes_of(told, "about")):
                about.setdefault(key, []).append(told)
    return about


def _link(edition: Edition, told: Record, here: str) -> Link:
    name = edition.name(told)
    there = f"{edition.href(here, paths.list_path(told.resource))}#{told.id}"
    return Link(name.value, there, lang=name.lang)
