# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Search finds pages that are no records, and tells what each is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from porchlight.build import sound_hub
from porchlight.views.edition import Edition
from porchlight.views.edition_pages import edition_pages
from porchlight.views.pages import Found, Page
from porchlight.views.search_pages import PAGES
from porchlight.views.types import SearchView
from tests.conftest import ROOT
from tests.views.fakes import edition

NOT_FOUND = {
    *("home.html", "search.html", "sitemap.html", "offline.html", "kept.html", "about_data.html", "care.html"),
    *("list.html", "bands.html", "paper.html", "papers.html", "short.html"),
    *("poll.html", "note.html", "item.html", "results.html", "codebook.html", "needs.html"),
}
"""Templates of pages that search leaves out.

They lead to records that it finds, and would stand before them, or belong to a poll or to the site itself.
"""


@pytest.fixture(scope="module")
def spanish() -> Edition:
    """The Spanish edition of the hub that ships."""
    return replace(edition(language="es"), hub=sound_hub(ROOT))


@pytest.fixture(scope="module")
def pages(spanish: Edition) -> list[Page]:
    """Every page of that edition."""
    return list(edition_pages(spanish))


@pytest.fixture(scope="module")
def found(pages: list[Page]) -> dict[str, Found]:
    """What search knows of its pages that are no records, by address."""
    every = (page.found for page in pages if page.found)
    return {each.url: each for each in every if dict(each.meta)["resource"] == PAGES}


def test_search_knows_every_page_but_those_named_here(pages: list[Page]) -> None:
    """In both directions, so that no page is left out unseen and no name stays in the list without a page."""
    assert {page.template for page in pages if page.found is None} == NOT_FOUND


def test_a_page_is_found_at_its_own_address_and_once(pages: list[Page]) -> None:
    found = [(page.path, page.found.url) for page in pages if page.found and "#" not in page.found.url]
    assert [path for path, url in found if path != url] == []
    assert [path for path, times in Counter(path for path, _ in found).items() if times > 1] == []


def test_what_is_english_on_a_spanish_page_says_so(spanish: Edition, found: dict[str, Found]) -> None:
    for article in spanish.articles:
        each = found.get(spanish.path(f"{article.slug}/"))
        if each:
            assert dict(each.meta).get("lang", "es") == article.language


def test_it_is_found_by_its_title_and_the_sentence_below_it_and_by_nothing_else(
    spanish: Edition, found: dict[str, Found]
) -> None:
    each = found["es/templates/press-release/"]
    (article,) = (one for one in spanish.articles if one.slug == "templates/press-release")
    assert each.content == f"{article.title}. Plantilla. {article.description}"


def test_the_search_page_leads_to_the_places_where_the_hub_has_any() -> None:
    """Who types a ZIP code on a phone without scripts goes on from there."""
    view = next(page.view for page in edition_pages(replace(edition(), hub=sound_hub(ROOT))) if page.path == "search/")
    assert isinstance(view, SearchView)
    assert view.doors[-1].href == "../places/"
