# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records that a page tells place by place: what names a place stands below it, and no place is passed over."""

from __future__ import annotations

from porchlight.model.hub import Shelf
from porchlight.reading.slides import Figure
from porchlight.views.edition import Edition

PlaceFigures = tuple[str, str, tuple[Figure, ...]]
"""A place's code, its words, and the facts about it."""


def of_places(edition: Edition, shelf: Shelf) -> tuple[list[PlaceFigures], list[str]]:
    """The places that records of the shelf name, by their words, and the words of those that none names.

    What holds for the whole country names no place: the page itself tells it.
    """
    schema = edition.hub.package.schema_of(shelf.resource)
    where = schema.field_for("where")
    if where is None:
        return [], []
    of: dict[str, list[Figure]] = {}
    for record in edition.hub.records.get(shelf.resource, ()):
        if not shelf.field or shelf.code in record.codes(shelf.field):
            for code in record.codes(where.name):
                of.setdefault(code, []).append(Figure(record.key))
    codes = [code for code in edition.hub.package.vocabularies[where.vocabulary].labels if "-" in code]
    named = sorted((edition.label(where.vocabulary, code), code) for code in codes)
    told = [(code, label, tuple(of[code])) for label, code in named if code in of]
    return told, [label for label, code in named if code not in of]
