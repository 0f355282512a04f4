# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page of posters: each as a picture and in words, with its files and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.model import paths
from porchlight.model.schema import Schema
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.pages import Page
from porchlight.views.parts import Empty, Link
from porchlight.views.poster_types import Poster, PostersView, PosterView
from porchlight.views.posters import poster_schema, posters
from porchlight.views.search_pages import found_page
from porchlight.views.text_types import TextPart
from porchlight.views.trust import sources


def posters_page(edition: Edition, schema: Schema) -> Page:
    """The page of every poster of the hub."""
    here = paths.list_path(schema.resource)
    title, lead = edition.title(schema), edition.words(schema.intros)
    shown = tuple(_view(edition, poster, here) for poster in posters(edition))
    help_door = (Link(edition.t("nav.home"), edition.href(here, "")),)
    view = PostersView(
        frame=frame(edition, here, title, lead, "posters"),
        title=title,
        lead=lead,
        posters=shown,
        empty=None if shown else Empty(edition.words(schema.empties), help_door),
    )
    return Page(edition.path(here), "posters.html", view, found_page(edition, here, title, lead))


def posters_link(edition: Edition, here: str) -> Link | None:
    """The way to the posters, where the hub has any."""
    schema = poster_schema(edition)
    if schema is None or not any(posters(edition)):
        return None
    return Link(edition.title(schema), edition.href(here, paths.list_path(schema.resource)))


def _view(edition: Edition, poster: Poster, here: str) -> PosterView:
    number, picture = poster.number, paths.poster_file(poster.record.key, "wide", "svg")
    return PosterView(
        mark=poster.record.id,
        headline=poster.headline,
        words=poster.words,
        ask=poster.ask,
        number=Link(number.call, number.href) if number else None,
        service=Link(number.name.value, edition.href(here, number.there), lang=number.name.lang) if number else None,
        fact=(TextPart(fact=poster.fact, page=edition.href(here, poster.fact.there)),) if poster.fact else (),
        picture=edition.href(here, picture) if edition.path(picture) in edition.downloads else "",
        alt=poster.on_card,
        files=tuple(_files(edition, poster, here)),
        sources=sources(edition, poster.record),
    )


def _files(edition: Edition, poster: Poster, here: str) -> Iterator[Link]:
    """The files that there are, each with what it weighs."""
    cards = ((shape, ending) for shape in paths.CARDS for ending in ("png", "svg"))
    for shape, ending in (("sheet", "pdf"), *cards):
        file = paths.poster_file(poster.record.key, shape, ending)
        if size := edition.downloads.get(edition.path(file), 0):
            label = edition.t(f"posters.{shape}", kind=ending.upper(), kb=max(1, round(size / 1000)))
            yield Link(label, edition.href(here, file))
