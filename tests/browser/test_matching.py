# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Picking what one can give: roles that fit, from the address alone; nothing is kept, no script is needed to read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.serving import serving

pytestmark = pytest.mark.browser

RIDE, SOUP, BIKE = "First Ride Home (made up)", "Soup Sunday (made up)", "Bike Bench (made up)"
BOOKS, TELL, CIRCLE = "Books & Bylaws (made up)", "Tell One Class (made up)", "Guide a Circle Inside (made up)"
ALL = {RIDE, SOUP, BIKE, BOOKS, TELL, CIRCLE}


@pytest.fixture(scope="module")
def address(full_site: Path) -> Iterator[str]:
    with serving(full_site) as base:
        yield f"{base}/volunteering/match/"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, locale="en-US")
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    yield page
    context.close()


def shown(page: Page) -> set[str]:
    return set(page.locator("main [data-fits] > a.big:visible").all_inner_texts())


def expect_shown(page: Page, roles: set[str]) -> None:
    """The page takes its picks from the address, so the roles follow a moment after each press."""
    expect(page.get_by_role("status")).to_contain_text(f"Roles open to you: {len(roles)}", use_inner_text=True)
    assert shown(page) == roles


def test_a_skill_and_a_check_leave_what_fits(page: Page) -> None:
    assert shown(page) == ALL
    page.get_by_label("Driving").check()
    expect_shown(page, {RIDE, SOUP})  # soup is for anyone
    page.get_by_label("Training or house rules").check()
    expect_shown(page, {SOUP})  # the ride asks for a check by the jail
    assert page.locator("section[data-fits]:visible h2").all_inner_texts() == ["Any skill"]
    page.get_by_label("Clearance by the jail or prison").check()
    expect_shown(page, {RIDE, SOUP})


def test_where_only_roles_for_anyone_are_left_nobody_is_said_to_have_asked_for_the_skill(
    browser: Browser, shipped_site: Path
) -> None:
    context = browser.new_context(locale="en-US")
    page, none = context.new_page(), "None of them asks for your skill by name."
    with serving(shipped_site) as base:
        page.goto(f"{base}/volunteering/match/", wait_until="networkidle")
        expect(page.get_by_text(none)).to_be_hidden()
        page.get_by_label("Health care").check()
        expect(page.get_by_text(none)).to_be_visible()
        page.get_by_label("Legal").check()
        expect(page.get_by_text(none)).to_be_hidden()
    context.close()


def test_the_count_is_on_the_screen_with_each_pick_and_leads_to_the_roles(page: Page) -> None:
    """The picks stay in the address, and the focus goes where the eye does."""
    page.get_by_label("Driving").check()
    expect(page.get_by_role("status")).to_be_in_viewport(ratio=1)
    picked = page.url
    page.get_by_role("button", name="See them").click()
    expect(page.get_by_role("link", name=RIDE)).to_be_focused()
    expect(page.get_by_role("link", name=RIDE)).to_be_in_viewport()
    assert page.url == picked
    expect_shown(page, {RIDE, SOUP})


def test_a_role_that_tells_no_check_stays(page: Page) -> None:
    page.get_by_label("A background check").check()
    expect_shown(page, {RIDE, BIKE, BOOKS, SOUP})


def test_the_address_alone_brings_the_picks_back(page: Page, address: str) -> None:
    page.get_by_label("Legal").check()
    kept = page.url
    assert "#" in kept
    page.goto(address.replace("/match/", "/"))
    page.goto(kept, wait_until="networkidle")
    expect(page.get_by_label("Legal")).to_be_checked()
    expect_shown(page, {BOOKS, SOUP})
    page.go_back()


def test_nothing_is_kept_or_sent(page: Page) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.get_by_label("Driving").check()
    expect(page.get_by_label("Driving")).to_be_checked()
    assert [url for url in sent if not url.endswith("icon.svg")] == [], "the icon is asked for with each new address"
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_the_letter_tells_the_coordinator_what_was_picked(page: Page) -> None:
    letter = page.get_by_role("link", name="Write to the coordinator")
    page.get_by_label("Driving").check()
    page.get_by_label("Weekly").check()
    expect(page.get_by_role("status")).to_have_text("Roles open to you: 1", use_inner_text=True)
    assert unquote(letter.get_attribute("href") or "").endswith("What I can give: Driving, Weekly")


def test_without_a_script_every_role_stands_below_its_skills(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert shown(page) == ALL
    assert page.locator("form[data-enhance=match]:visible").count() == 0
    expect(page.locator("main noscript p")).to_contain_text("Picking needs JavaScript, and it is off.")
    context.close()


def test_past_its_life_a_role_says_to_ask_first(browser: Browser, aging_site: Path) -> None:
    context = browser.new_context(locale="en-US")
    context.clock.set_fixed_time("2029-01-15T12:00:00Z")
    page = context.new_page()
    with serving(aging_site) as base:
        page.goto(f"{base}/volunteering/match/", wait_until="networkidle")
        expect(page.locator(".old").first).to_contain_text("Ask first: we last looked")
    context.close()


def test_axe_finds_nothing_and_the_page_is_no_wider_than_a_phone(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
