# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every page of one language's edition, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from porchlight.model.pages import is_about_words, is_of_posters
from porchlight.model.schema import Schema
from porchlight.views.articles import article_pages
from porchlight.views.asked_for import asked_for_pages
from porchlight.views.bands import band_pages
from porchlight.views.by_place import by_place_pages
from porchlight.views.calendar import calendar_page
from porchlight.views.care_page import care_page
from porchlight.views.compare import compare_pages
from porchlight.views.doors import door_pages
from porchlight.views.edition import Edition
from porchlight.views.history import history_pages
from porchlight.views.home import home_page
from porchlight.views.item_pages import item_pages
from porchlight.views.kept import kept_page
from porchlight.views.lists import list_pages
from porchlight.views.matching import match_pages
from porchlight.views.offline import offline_page
from porchlight.views.pages import Page
from porchlight.views.papers import paper_pages
from porchlight.views.partners import partner_pages
from porchlight.views.places import place_pages
from porchlight.views.poll_pages import poll_pages
from porchlight.views.posters_page import posters_page
from porchlight.views.records import record_pages
from porchlight.views.service_pages import ABOUT_DATA, about_data_page, not_found_page, search_page, sitemap_page
from porchlight.views.short_pages import short_pages
from porchlight.views.slides import slide_pages
from porchlight.views.templates import template_pages
from porchlight.views.thanks import thanks_pages
from porchlight.views.words_page import words_page


def edition_pages(edition: Edition, others: Sequence[Edition] = ()) -> Iterator[Page]:
    """Every page of the edition but the pattern page, which needs the templates themselves.

    `others` are the hub's editions in its other languages: the page for missing addresses speaks all of them.
    """
    yield home_page(edition)
    yield from door_pages(edition)
    for schema in edition.hub.package.schemas:
        yield from _resource_pages(edition, schema)
    yield from (page for page in article_pages(edition) if page.path != edition.path(f"{ABOUT_DATA}/"))
    yield from slide_pages(edition)
    yield from template_pages(edition)
    yield from paper_pages(edition)
    yield from partner_pages(edition)
    yield from place_pages(edition)
    for questionnaire in edition.hub.questionnaires:
        yield from poll_pages(edition, questionnaire)
        yield from item_pages(edition, questionnaire)
    yield from asked_for_pages(edition)
    yield offline_page(edition)
    yield from short_pages(edition)
    yield kept_page(edition)
    yield care_page(edition)
    yield calendar_page(edition)
    yield search_page(edition)
    yield sitemap_page(edition)
    yield from history_pages(edition)
    yield about_data_page(edition)
    if edition.language == edition.first:  # hosts show one page for what is missing, the one at the root
        yield not_found_page(edition, others)


def _resource_pages(edition: Edition, schema: Schema) -> Iterator[Page]:
    if schema.page == "none":
        return
    if is_about_words(schema):
        yield words_page(edition, schema)
        return
    if is_of_posters(schema):
        yield posters_page(edition, schema)
        return
    yield from list_pages(edition, schema)
    yield from band_pages(edition, schema)
    yield from compare_pages(edition, schema)
    yield from by_place_pages(edition, schema)
    yield from match_pages(edition, schema)
    yield from thanks_pages(edition, schema)
    if schema.page == "each":
        yield from record_pages(edition, schema)
