# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each line of the poll leads to something that a person can use today, not to a heading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from porchlight.build import sound_hub
from porchlight.views.asked_for import OF_EACH, asked_for_pages
from porchlight.views.edition import Edition
from porchlight.views.edition_pages import edition_pages
from porchlight.views.poll_types import AskedForItem, AskedForView
from tests.conftest import ROOT
from tests.views.fakes import edition, house, view_of


def lines(of: Edition) -> dict[str, AskedForItem]:
    (page,) = asked_for_pages(of)
    return {one.item.label: one for block in view_of(page, AskedForView).blocks for one in block.items}


@pytest.fixture(scope="module", params=["en", "es"])
def shipped(request: pytest.FixtureRequest) -> Edition:
    """One language of the hub that ships."""
    return replace(edition(language=request.param), hub=sound_hub(ROOT))


def test_all_twenty_lines_hold_something(shipped: Edition) -> None:
    held = lines(shipped)
    assert len(held) == 20
    assert [label for label, one in held.items() if one.empty or not one.records] == []


def test_what_is_named_has_a_page_of_this_site(shipped: Edition) -> None:
    pages = {page.path for page in edition_pages(shipped)}
    here = shipped.path("asked-for/")
    depth = here.count("/")
    for one in lines(shipped).values():
        for link in (one.item, *one.pages, *one.records, *((one.more,) if one.more else ())):
            assert link.href.startswith("../"), link
            there = link.href.removeprefix("../").partition("#")[0]
            assert "/".join([*here.split("/")[: depth - 1], there]) in pages, link


FIRST = {
    "training_peer_mentor": "trainings/compare/places/",
    "training_facilitator": "trainings/compare/",
    "training_crisis": "trainings/compare/",
    "operations_templates": "templates/",
    "operations_apps": "tools/compare/",
    "education_materials": "calendar/",
    "education_anti_stigma": "words/",
    "education_presentations": "slides/coming-home/",
    "volunteering_recruitment": "volunteering/match/",
    "volunteering_skills": "volunteering/match/",
    "volunteering_tracking": "tools/compare/",
}
"""What fits a line best, where the hub can do more for it than list."""


def test_the_most_fitting_page_comes_first(shipped: Edition) -> None:
    of_id = {item.id: shipped.words(item.label) for item in shipped.hub.questionnaires[0].items()}
    held = lines(shipped)
    found = {item: held[of_id[item]].pages[0].href.removeprefix("../") for item in FIRST}
    assert found == FIRST


def test_slides_are_called_slides(shipped: Edition) -> None:
    links = [link for one in lines(shipped).values() for link in one.pages if "/slides/" in link.href]
    assert links
    assert all(link.label.startswith(f"{shipped.t('slides.label')}: ") for link in links)


def test_a_line_for_which_there_is_nothing_shows_the_next_doors() -> None:
    (one, *_) = lines(edition(house())).values()
    assert one.empty
    assert one.records == ()


def test_a_long_list_is_cut_and_its_own_page_has_all(shipped: Edition) -> None:
    long = [one for one in lines(shipped).values() if one.more]
    assert long
    assert all(len(one.records) == OF_EACH and one.more and one.more.href == one.item.href for one in long)


def test_a_hub_that_asks_nothing_has_no_such_page() -> None:
    of = edition(house())
    assert list(asked_for_pages(replace(of, hub=replace(of.hub, questionnaires=())))) == []
