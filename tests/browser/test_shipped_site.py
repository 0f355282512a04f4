# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shipped hub in a real Chromium: search, no other host, no cookie, nothing that axe finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from porchlight.site.theme import catalog, theme_folder
from tests.conftest import ROOT
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
    "calendar/",
    "volunteering/match/",
    "help/",
    "help/schools/",
    "trainings/compare/",
    "trainings/compare/places/",
    "tools/compare/",
    "help/speaker/",
    "help/volunteer/",
    "help/story/",
    "stories/",
    "kit/volunteer-quiz/",
    "kit/plan-30/",
    "slides/coming-home/",
    "peers/",
    "employers/partner/",
    "employers/partners/",
    "words/",
    "search/",
    "all-pages/",
    "about-the-data/",
    "patterns/",
    "patterns-2/",
    "poll/needs/",
    "poll/needs/thanks/",
    "poll/needs/results/",
    "poll/needs/training-peer-mentor/",
    "404.html",
)


HEARD_BY_SEARCH_ALONE = ("search.skip", "search.question.")


def pieces(language: str) -> set[str]:
    """What the interface says in a language, cut where a page fills something in.

    A lone small word ("of") is left out: it stands in proper names as well.
    """
    words = catalog(theme_folder(ROOT), language).words
    shown = (text for key, text in words.items() if not key.startswith(HEARD_BY_SEARCH_ALONE))
    cut = {piece.strip(" .,:;()“”?") for text in shown for piece in re.split(r"\{\w+\}", text)}
    return {piece for piece in cut if " " in piece or piece[:1].isupper()}


ENGLISH_ONLY = sorted(pieces("en") - pieces("es"))


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
        ("", "housing", ["housing/"]),
        ("", "a bed", ["housing/"]),
        ("", "I need a bed tonight", ["housing/"]),
        ("", "hungry", ["call-211"]),
        ("", "suboxone", ["findtreatment"]),
        ("", "suicide line", ["988"]),
        ("", "felony job", ["employ"]),
        ("es/", "vivienda", ["housing/"]),
        ("es/", "una cama", ["emergency-shelter", "coordinated-entry", "call-211"]),
        ("es/", "línea de suicidio", ["988"]),
        ("es/", "trabajo con antecedentes", ["american-job-centers"]),
    ],
)
def test_search_finds_what_people_type(page: Page, address: str, tree: str, typed: str, expected: list[str]) -> None:
    page.goto(f"{address}/{tree}search/")
    page.get_by_role("searchbox").fill(typed)
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("status")).not_to_be_empty()
    results = page.locator(".results h3 a")
    assert results.count() > 0
    wanted = ", ".join(f'.results h3 a[href*="{part}"]' for part in expected)
    expect(page.locator(wanted).first).to_be_visible()


def test_a_result_opens_its_record(page: Page, address: str) -> None:
    page.goto(f"{address}/search/?q=suicide")
    link = page.get_by_role("link", name="988 Suicide & Crisis Lifeline").first
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("988 Suicide & Crisis Lifeline")
    expect(page.get_by_role("link", name="Call 988", exact=False).first).to_be_visible()


def test_a_search_that_finds_nothing_offers_the_next_door(page: Page, address: str) -> None:
    page.goto(f"{address}/search/?q=zzqqxxyy")
    expect(page.get_by_role("status")).not_to_be_empty()
    expect(page.locator(".results a")).to_have_count(0)
    door = page.locator("main").get_by_role("link", name="A place to stay", exact=True).first
    expect(door).to_be_visible()
    expect(door).to_have_attribute("href", "../stay/")


@pytest.mark.parametrize("path", ONE_PAGE_OF_EACH_KIND)
def test_no_page_asks_another_host_or_sets_a_cookie(page: Page, address: str, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{path}", wait_until="networkidle")
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(address).netloc}
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_search_leaves_no_word_of_it_in_any_request(page: Page, address: str) -> None:
    page.goto(f"{address}/search/", wait_until="networkidle")  # before its script, the form asks the host, as without
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


@pytest.mark.parametrize("path", ["es/", "es/housing/", "es/services/988-lifeline/"])
def test_no_word_of_the_interface_is_left_in_english(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    page.evaluate("document.querySelectorAll('body [lang]:not([lang=es])').forEach((english) => english.remove())")
    shown = page.locator("body").inner_text()
    assert [words for words in ENGLISH_ONLY if re.search(rf"\b{re.escape(words)}\b", shown)] == []


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
