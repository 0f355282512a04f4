# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A record's page on an old phone: what decides and the Call button on the first screen, each thing in its order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.serving import serving

pytestmark = pytest.mark.browser

HEIGHT = 640
ORDER = [
    *("Hours", "What to say", "What they will ask you", "On the web", "Will they take me?"),
    *("What we are not sure of", "Papers to bring", "How to get it", "House rules", "More like this"),
    *("Where this comes from", "Take it with you"),
]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": HEIGHT})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def shipped(shipped_site: Path) -> Iterator[str]:
    with serving(shipped_site) as base:
        yield base


@pytest.fixture(scope="module")
def made_up(full_site: Path) -> Iterator[str]:
    with serving(full_site) as base:
        yield base


def edges(element: Locator) -> tuple[float, float]:
    box = element.bounding_box()
    assert box
    return box["y"], box["y"] + box["height"]


@pytest.mark.parametrize("tree", ["", "es/"])
@pytest.mark.parametrize("path", ["services/988-lifeline/", "housing/oxford-house/", "services/call-211/"])
def test_the_first_screen_says_what_decides_and_has_the_button(page: Page, shipped: str, path: str, tree: str) -> None:
    page.goto(f"{shipped}/{tree}{path}", wait_until="networkidle")
    top, bottom = edges(page.locator(".call-now .button"))
    assert bottom <= HEIGHT
    assert edges(page.locator("h1"))[1] < top
    assert edges(page.locator(".first .checked"))[1] <= top
    assert edges(page.locator(".decides dd").first)[0] < top


def test_the_button_waits_in_sight_and_then_stays_above_its_card(page: Page, made_up: str) -> None:
    page.goto(f"{made_up}/housing/maple-house/", wait_until="networkidle")
    button, card = page.locator(".call-now .button"), page.locator(".call-card")
    expect(button).to_be_in_viewport(ratio=1)
    card.evaluate("card => card.scrollIntoView({ block: 'start' })")
    assert edges(button)[1] <= edges(card)[0]
    expect(card.get_by_role("link", name="Call 614-555-0142")).to_have_count(0)
    expect(card.get_by_text("Call 614-555-0142").first).to_be_visible()


def test_what_is_full_has_no_button_before_the_next_best(page: Page, made_up: str) -> None:
    page.goto(f"{made_up}/housing/cedar-house/")
    expect(page.locator(".call-now")).to_have_count(0)
    assert edges(page.locator(".next-best .button").first)[0] > edges(page.locator("h1"))[1]


def test_everything_stands_in_its_order(page: Page, made_up: str) -> None:
    page.goto(f"{made_up}/housing/maple-house/")
    assert page.locator("main h2").filter(visible=True).all_inner_texts() == ORDER


def test_a_number_is_never_cut_in_two(page: Page, made_up: str) -> None:
    for path in ("house-on-the-hill", "casa-luz", "cedar-house"):
        page.goto(f"{made_up}/es/housing/{path}/")
        lines = page.locator(".number").evaluate_all(
            "numbers => numbers.map((number) => number.offsetHeight / parseFloat(getComputedStyle(number).fontSize))"
        )
        assert lines
        assert max(lines) < 2
