# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Search finds pages that are no records, and tells what each is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from porchlight.build import sound_hub
from porchlight.views.edition import Edition
from porchlight.views.edition_pages import edition_pages
from porchlight.views.pages import Found
from porchlight.views.search_pages import PAGES
from tests.conftest import ROOT
from tests.views.fakes import edition


@pytest.fixture(scope="module")
def spanish() -> Edition:
    """The Spanish edition of the hub that ships."""
    return replace(edition(language="es"), hub=sound_hub(ROOT))


@pytest.fixture(scope="module")
def found(spanish: Edition) -> dict[str, Found]:
    """What search knows of its pages that are no records, by address."""
    every = (page.found for page in edition_pages(spanish) if page.found)
    return {each.url: each for each in every if dict(each.meta)["resource"] == PAGES}


def test_each_text_slide_template_and_door_is_found_once(spanish: Edition, found: dict[str, Found]) -> None:
    texts = {spanish.path(f"{each.slug}/") for each in spanish.articles} - {spanish.path("about-the-data/")}
    made = {"templates/", "stay/", "work/", "calendar/", "trainings/compare/", "volunteering/match/"}
    assert texts | {spanish.path(each) for each in made} <= set(found)


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
