# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The ways to the page of what each place has its own of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from porchlight.model import paths
from porchlight.model.hub import Shelf
from porchlight.model.pages import has_places
from porchlight.model.places import states_of
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.views.edition import Edition
from porchlight.views.order import in_order
from porchlight.views.parts import Link


def of_places(edition: Edition, schema: Schema) -> Sequence[Record]:
    """The open records that stand on that page."""
    return in_order(each for each in edition.hub.records.get(schema.resource, ()) if schema.is_by_place(each))


def tells(schema: Schema, shelf: Shelf) -> bool:
    """True where a text with this shelf tells, place by place, what the page sets side by side."""
    own = schema.by_place
    return own is not None and (shelf.resource, shelf.field, shelf.code) == (schema.resource, own.field, own.code)


def by_place_link(edition: Edition, schema: Schema, here: str, record: Record | None = None) -> Link | None:
    """The way to that page, to the place of a `record` where it stands there; None where there is none."""
    is_there = schema.is_by_place(record) if record else has_places(edition.hub, schema)
    if schema.by_place is None or not is_there:
        return None
    places = states_of(schema.codes_of(record, "where")) if record else ()
    anchor = f"#{paths.slug(places[0])}" if places else ""
    return Link(
        edition.words(schema.by_place.titles), edition.href(here, paths.by_place_path(schema.resource)) + anchor
    )


def links_for_item(edition: Edition, item: str, here: str) -> Iterator[Link]:
    """The way to each such page that serves an item of a poll."""
    for schema in edition.hub.package.schemas:
        if schema.by_place and item in schema.by_place.items and (link := by_place_link(edition, schema, here)):
            yield link
