# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shipped hub in a real Chromium: search, no other host, no cookie, nothing that axe finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.serving import serving

pytestmark = pytest.mark.browser

ONE_PAGE_OF_EACH_KIND = (
    "",
    "stay/",
    "housing/",
    "housing/by/kind/model/",
    "services/988-lifeline/",
    "employers/greyston-bakery/",
    "facts/",
    "events/",
    "peers/",
    "employers/partner/",
    "words/",
    "search/",
    "all-pages/",
    "about-the-data/",
    "patterns/",
    "poll/needs/",
    "poll/needs/thanks/",
    "poll/needs/results/",
    "poll/needs/training-peer-mentor/",
    "404.html",
)


@pytest.fixture(scope="module")
def address(shipped_site: Path) -> Iterator[str]:
    with serving(shipped_site) as base:
        yield base


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("tree", "typed", "expected"),
    [
        ("", "housing", "housing"),
        ("", "suicide line", "988"),
        ("", "felony job", "employ"),
        ("es/", "vivienda", "housing"),
        ("es/", "línea de suicidio", "988"),
        ("es/", "trabajo con antecedentes", "employ"),
    ],
)
def test_search_finds_what_people_type(page: Page, address: str, tree: str, typed: str, expected: str) -> None:
    page.goto(f"{address}/{tree}search/")
    page.get_by_role("searchbox").fill(typed)
    page.get_by_role("searchbox").press("Enter")
    results = page.locator("main a[href]").filter(has_text="")
    expect(page.get_by_role("status")).not_to_be_empty()
    page.wait_for_function(
        """part => [...document.querySelectorAll("main a")]
            .some((link) => link.href.includes(part) && link.href.split("/").length > 5)""",
        arg=expected,
    )
    assert results.count() > 0


def test_a_result_opens_its_record(page: Page, address: str) -> None:
    page.goto(f"{address}/search/?q=suicide")
    link = page.get_by_role("link", name="988 Suicide & Crisis Lifeline").first
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("988 Suicide & Crisis Lifeline")
    expect(page.get_by_role("link", name="Call 988", exact=False).first).to_be_visible()


def test_a_search_that_finds_nothing_offers_the_next_door(page: Page, address: str) -> None:
    page.goto(f"{address}/search/?q=zzqqxxyy")
    expect(page.get_by_role("status")).not_to_be_empty()
    expect(page.locator("main").get_by_role("link", name="A place to stay")).to_be_visible()


@pytest.mark.parametrize("path", ONE_PAGE_OF_EACH_KIND)
def test_no_page_asks_another_host_or_sets_a_cookie(page: Page, address: str, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{path}", wait_until="networkidle")
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(address).netloc}
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_search_leaves_no_word_of_it_in_any_request(page: Page, address: str) -> None:
    page.goto(f"{address}/search/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("searchbox").fill("methadone")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_load_state("networkidle")
    assert asked
    assert [url for url in asked if "methadone" in url] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ONE_PAGE_OF_EACH_KIND)
def test_axe_finds_nothing(browser: Browser, address: str, path: str, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(f"{address}/{path}", wait_until="networkidle")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


@pytest.mark.parametrize("path", ["es/", "es/housing/", "es/services/988-lifeline/", "es/poll/needs/", "es/words/"])
def test_axe_finds_nothing_in_spanish(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}", wait_until="networkidle")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.locator("html").get_attribute("lang") == "es"


def test_without_a_script_lists_lead_to_records(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/")
    page.locator("main").get_by_role("link", name="A place to stay").click()
    page.locator("main").get_by_role("link", name="See all", exact=False).first.click()
    page.locator("main").get_by_role("link", name="Oxford House", exact=True).first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Oxford House"
    assert page.get_by_role("link", name="Call", exact=False).first.get_attribute("href")
    context.close()
