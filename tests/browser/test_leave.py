# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""“Leave this page”: first in focus order, three Shifts, no way back, blank at once, and no request of ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving import serving

pytestmark = pytest.mark.browser

LEAVING = "https://www.weather.gov/"
RECORD = "housing/maple-house/"


@pytest.fixture(scope="module")
def address(full_site: Path) -> Iterator[str]:
    with serving(full_site) as base:
        yield base


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.route(f"{LEAVING}**", lambda route: route.fulfill(body="sunny", content_type="text/plain"))
    yield page
    context.close()


@pytest.mark.parametrize("path", ["", "es/", RECORD, "housing/", "search/", "poll/needs/", "offline/", "404.html"])
def test_it_comes_first_and_the_skip_link_second(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}", wait_until="networkidle")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "leave"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_three_shifts_leave_and_there_is_no_way_back(page: Page, address: str) -> None:
    page.goto(f"{address}/", wait_until="networkidle")
    page.goto(f"{address}/{RECORD}", wait_until="networkidle")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(f"{LEAVING}**")
    page.go_back()
    expect(page).to_have_url(f"{address}/")


@pytest.mark.parametrize("keys", [["Shift"] * 2, ["Shift", "Shift", "a", "Shift"], ["Shift", "Tab", "Shift", "Shift"]])
def test_less_than_three_shifts_in_a_row_do_nothing(page: Page, address: str, keys: list[str]) -> None:
    page.goto(f"{address}/{RECORD}", wait_until="networkidle")
    for key in keys:
        page.keyboard.press(key)
    expect(page).to_have_url(f"{address}/{RECORD}")


def test_shifts_far_apart_do_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}/{RECORD}", wait_until="networkidle")
    for _ in range(3):
        page.keyboard.press("Shift")
        page.wait_for_timeout(2_100)
    expect(page).to_have_url(f"{address}/{RECORD}")


def test_the_screen_is_blank_before_the_other_page_answers(page: Page, address: str) -> None:
    page.goto(f"{address}/{RECORD}", wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    # One call for both: while a page is on its way, a second call might wait for it and never come back.
    blank = "(document.querySelector('.leave').click(), [document.documentElement.hidden, document.title])"
    assert page.evaluate(blank) == [True, "…"]
    page.wait_for_url(f"{LEAVING}**")
    assert asked == [LEAVING]


def test_without_a_script_it_is_a_plain_link(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{RECORD}")
    expect(page.locator(".leave")).to_have_attribute("href", LEAVING)
    expect(page.locator("text=Pressing Shift three times")).to_be_hidden()
    context.close()


def test_it_is_honest_about_history(page: Page, address: str) -> None:
    page.goto(f"{address}/", wait_until="networkidle")
    expect(page.locator("footer")).to_contain_text("Your browser still remembers that you were here")
