# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What each place has its own of, side by side: one table, a row per place."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.model import paths
from porchlight.model.pages import has_places
from porchlight.model.schema import Schema
from porchlight.views.by_place_link import of_places, tells
from porchlight.views.by_place_rows import by_place_heads, by_place_rows
from porchlight.views.compare_types import ByPlaceView
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
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
        heads=by_place_heads(edition, schema),
        rows=tuple(by_place_rows(edition, schema, here)),
        file=Link(edition.t("compare.file"), edition.href(here, paths.by_place_table(schema.resource))),
        everything=Link(edition.t("list.all", title=edition.title(schema)), edition.href(here, whole)),
        pages=tuple(_texts(edition, schema, here)),
        lacking=lacking(edition, states(edition, schema, of_places(edition, schema))),
    )
    yield Page(edition.path(here), "by_place.html", view, found_page(edition, here, title, lead))


def _texts(edition: Edition, schema: Schema, here: str) -> Iterator[Link]:
    """The texts that tell the same records place by place."""
    for article in edition.articles:
        shelf = article.state_by_state
        if shelf and tells(schema, shelf):
            yield Link(article.title, edition.href(here, f"{article.slug}/"))
