# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What each place has its own of, place by place: too many for columns, so each stands as a block of the same lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from porchlight.model import paths
from porchlight.model.pages import has_places
from porchlight.model.schema import Field, Schema
from porchlight.views.by_place_link import of_places
from porchlight.views.compare import fields_of, heads_of, row_of
from porchlight.views.compare_types import ByPlaceView, CompareLine, CompareRow, PlaceRecord
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.list_parts import OfPlace
from porchlight.views.pages import Page
from porchlight.views.parts import Link
from porchlight.views.search_pages import found_page
from porchlight.views.states import lacking, states


def by_place_pages(edition: Edition, schema: Schema) -> Iterator[Page]:
    """The page, where the schema names such a kind and the hub holds some of it."""
    if schema.by_place is None or not has_places(edition.hub, schema):
        return
    here, title = paths.by_place_path(schema.resource), edition.words(schema.by_place.titles)
    whole, lead = paths.list_path(schema.resource), edition.words(schema.by_place.intros)
    view = ByPlaceView(
        frame=frame(edition, here, title, lead, "list", [(edition.title(schema), whole)]),
        title=title,
        lead=lead,
        places=tuple(place_blocks(edition, schema, here)),
        file=Link(edition.t("compare.file"), edition.href(here, paths.by_place_table(schema.resource))),
        everything=Link(edition.t("list.all", title=edition.title(schema)), edition.href(here, whole)),
        lacking=lacking(edition, states(edition, schema, of_places(edition, schema))),
    )
    yield Page(edition.path(here), "by_place.html", view, found_page(edition, here, title, lead))


def place_blocks(edition: Edition, schema: Schema, here: str) -> Iterator[OfPlace[PlaceRecord]]:
    """A block for each place that has one, by its name; links start from the page `here`."""
    fields, heads = _fields(schema), place_heads(edition, schema)
    for state in states(edition, schema, of_places(edition, schema)):
        told = tuple(_told(edition, heads, row_of(edition, schema, each, fields, here)) for each in state.records)
        if told:
            yield OfPlace(state.anchor, state.label, told)


def place_heads(edition: Edition, schema: Schema) -> tuple[str, ...]:
    """What each line of a block is about, in its order."""
    return tuple(heads_of(edition, schema, _fields(schema)))


def _fields(schema: Schema) -> tuple[Field, ...]:
    return tuple(fields_of(schema, schema.by_place.compare)) if schema.by_place else ()


def _told(edition: Edition, heads: Sequence[str], row: CompareRow) -> PlaceRecord:
    """Only lines of which something is known; the others are named once."""
    lines = tuple(CompareLine(head, cell) for head, cell in zip(heads, row.cells, strict=True))
    silent = "; ".join(line.head for line in lines if not line.cell.is_known)
    return PlaceRecord(row, lines, edition.t("by_place.silent", heads=silent) if silent else "")
