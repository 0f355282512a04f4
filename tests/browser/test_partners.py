# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An HR manager gets from the first page to a number for one state in three clicks, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving import serving

pytestmark = pytest.mark.browser

WALKS = {
    "": ("I hire people", "Partners to call, by state", "Ohio"),
    "es/": ("Quiero contratar", "Socios a quienes llamar, por estado", "Ohio"),
}


@pytest.fixture(scope="module")
def address(shipped_site: Path) -> Iterator[str]:
    with serving(shipped_site) as base:
        yield base


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("tree", WALKS)
def test_a_number_for_the_state_is_three_clicks_from_the_first_page(page: Page, address: str, tree: str) -> None:
    page.goto(f"{address}/{tree}")
    for words in WALKS[tree]:
        page.locator("main").get_by_role("link", name=words).first.click()
    state = page.locator("section:has(> #us-oh)")
    expect(state.get_by_role("heading", level=2)).to_be_in_viewport()
    expect(state.locator("a[href='tel:+17408453240']")).to_be_in_viewport()


@pytest.mark.parametrize("tree", WALKS)
def test_each_number_says_that_nobody_dialed_it_yet(page: Page, address: str, tree: str) -> None:
    page.goto(f"{address}/{tree}employers/partners/")
    numbers = page.locator("main p:has(> a[href^='tel:'])")
    assert numbers.count() > 10
    said = {"": "Nobody here has tried it yet", "es/": "Nadie de aquí lo ha probado todavía"}[tree]
    assert [text for text in numbers.all_inner_texts() if said not in text] == []


def test_where_we_hold_no_number_the_line_for_every_state_is_one_press_away(page: Page, address: str) -> None:
    page.goto(f"{address}/employers/partners/")
    line = page.locator("section[aria-labelledby='us'] a[href^='tel:']").first.get_attribute("href")
    without = page.locator("div:has(> p:text-is('We hold no number. Open their page.'))")
    assert without.count() > 10
    for partner in without.all():
        expect(partner.locator(f"a[href='{line}']")).to_have_count(1)


def test_no_two_links_of_one_name_lead_to_different_places(page: Page, address: str) -> None:
    """Whoever goes from link to link by ear hears the name alone."""
    page.goto(f"{address}/employers/partners/")
    links = page.locator("main a").all()
    named = {(link.get_attribute("aria-label") or link.inner_text(), link.get_attribute("href")) for link in links}
    names = [name for name, _ in named]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_every_state_has_its_place_on_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}/employers/partners/")
    index = page.locator("nav[aria-labelledby='places'] a")
    assert index.count() > 50
    for link in index.all():
        assert page.locator(str(link.get_attribute("href"))).count() == 1


@pytest.mark.parametrize("there", ["employers/partners/", "employers/rules/"])
def test_from_the_end_of_each_state_the_list_of_states_is_one_press_away(page: Page, address: str, there: str) -> None:
    page.goto(f"{address}/{there}")
    index, back = page.locator("nav[aria-labelledby='places'] a"), page.get_by_role("link", name="Back to the states")
    assert back.count() == index.count() > 40
    back.last.click()
    expect(page.get_by_role("heading", name="Pick a state")).to_be_in_viewport()


def test_past_its_review_day_a_partner_is_told_no_more(page: Page, address: str) -> None:
    page.clock.set_fixed_time(datetime(2027, 2, 22))
    page.goto(f"{address}/employers/partners/#us-oh", wait_until="networkidle")
    expect(page.locator("section:has(> #us-oh) a[href^='tel:']")).to_have_count(0)


def test_on_paper_the_numbers_stand_and_the_index_is_gone(page: Page, address: str) -> None:
    page.goto(f"{address}/employers/partners/")
    page.emulate_media(media="print")
    expect(page.locator("nav[aria-labelledby='places']")).to_be_hidden()
    expect(page.get_by_text("740-845-3240")).to_be_visible()


def test_from_the_slides_the_partners_are_one_click_away(page: Page, address: str) -> None:
    page.goto(f"{address}/slides/hire-people/")
    page.get_by_role("link", name="Partners to call, by state").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Partners to call, by state")
