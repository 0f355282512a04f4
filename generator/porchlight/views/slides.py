# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Slides as one page: it needs no script and no net, and prints a slide to a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.model.hub import Article
from porchlight.reading.slides import FOLDER, Slide, slides_of
from porchlight.views.articles import resolver, stated_until, text_parts
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.kits import kits_with, papers
from porchlight.views.markdown import render
from porchlight.views.pages import Page
from porchlight.views.search_pages import found_article
from porchlight.views.text_types import SlidesView, SlideView


def slide_pages(edition: Edition) -> Iterator[Page]:
    """A page for each article that is slides."""
    for article in edition.articles:
        if article.slug.startswith(FOLDER):
            yield _page(edition, article)


def _page(edition: Edition, article: Article) -> Page:
    here = f"{article.slug}/"
    view = SlidesView(
        frame=frame(edition, here, article.title, article.description, "slides"),
        title=article.title,
        lead=article.description,
        lang=edition.lang_of(article),
        papers=papers(edition, article, here),
        slides=tuple(
            _slide(edition, slide, here, number) for number, slide in enumerate(slides_of(article.markdown), 1)
        ),
        doors=kits_with(edition, article, here),
    )
    return Page(edition.path(here), "slides.html", view, found_article(edition, article))


def _slide(edition: Edition, slide: Slide, here: str, number: int) -> SlideView:
    return SlideView(
        mark=f"slide-{number}",
        title=slide.title,
        parts=text_parts(edition, slide.parts, here),
        notes=render(slide.notes, resolver(edition, here), stated_until(edition)) if slide.notes else None,
    )
