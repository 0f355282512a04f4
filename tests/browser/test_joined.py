# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A joined site on a small phone: from the front to a place's own pages, records and search, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from porchlight.operating.join import join
from tests.faultless import faultless
from tests.joining import INDIANA, NAMES, OHIO
from tests.serving import serving

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Words:
    """What stands on the pages of one language."""

    tree: str
    places: str
    place: str
    own: str
    keep: str


WORDS = [
    Words("", "Help by place", "Help in Ohio", "Open the pages of Ohio", "Keep in my list"),
    Words("es/", "Ayuda por lugar", "Ayuda en Ohio", "Abra las páginas de Ohio", "Guardar en mi lista"),
]


@pytest.fixture(scope="module")
def address(parts: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = tmp_path_factory.mktemp("joined") / "site"
    join(site, parts)
    with serving(site) as base:
        yield base


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    with faultless(context.new_page()) as page:
        yield page
    context.close()


def press(page: Page, name: str) -> None:
    page.locator("main").get_by_role("link", name=re.compile(rf"^{re.escape(name)}")).first.click()


def search(page: Page, words: str) -> None:
    page.get_by_role("searchbox").first.fill(words)
    page.locator("form[role=search] button, search button").first.click()
    expect(page.locator(".results")).to_have_attribute("aria-busy", "false")


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.tree or "en")
def test_from_the_front_to_a_record_of_the_place(page: Page, address: str, words: Words) -> None:
    page.goto(f"{address}/{words.tree}")
    press(page, words.places)
    press(page, "Ohio")
    expect(page.locator("h1")).to_have_text(words.place)
    assert fits(page)
    press(page, words.own)
    expect(page).to_have_url(f"{address}/{OHIO}/{words.tree}")
    expect(page.locator(".brand")).to_have_text(NAMES[OHIO])
    search(page, "house")
    assert fits(page)
    page.locator(".results a[href*='ohio-housing']").first.click()
    expect(page).to_have_url(re.compile(rf"{address}/{OHIO}/{words.tree}housing/ohio-housing-\d+/$"))
    expect(page.locator("h1")).to_contain_text("(made up)")
    assert fits(page)


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.tree or "en")
def test_who_types_a_town_or_a_zip_code_at_the_front_gets_to_the_pages_of_the_place(
    page: Page, address: str, words: Words
) -> None:
    for typed in ("Columbus OH", "43215"):
        page.goto(f"{address}/{words.tree}")
        search(page, typed)
        press(page, words.place)
        press(page, words.own)
        expect(page).to_have_url(f"{address}/{OHIO}/{words.tree}")


def test_the_front_is_reached_without_a_script_too(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    for name in ("Help by place", "Indiana", "Open the pages of Indiana"):
        press(page, name)
    expect(page.locator(".brand")).to_have_text(NAMES[INDIANA])
    context.close()


def test_each_site_searches_its_own_records_only(page: Page, address: str) -> None:
    for folder, own in ((f"{OHIO}/", "ohio-"), (f"{INDIANA}/", "indiana-"), ("", "front-")):
        page.goto(f"{address}/{folder}search/?q=house")
        found = page.locator(".results a[href*='/housing/'], .results a[href^='housing/']")
        expect(found.first).to_be_visible()
        assert {own in str(each.get_attribute("href")) for each in found.all()} == {True}


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.tree or "en")
def test_the_list_of_one_hub_is_not_that_of_another(page: Page, address: str, words: Words) -> None:
    page.goto(f"{address}/{OHIO}/{words.tree}housing/ohio-housing-00000/")
    page.get_by_role("button", name=words.keep).click()
    for folder, count in ((f"{OHIO}/", 1), (f"{INDIANA}/", 0), ("", 0)):
        page.goto(f"{address}/{folder}{words.tree}kept/")
        expect(page.locator(".kept-list")).to_be_visible()
        expect(page.locator(".kept-list .card")).to_have_count(count)


def test_what_is_kept_on_a_phone_is_kept_and_taken_off_hub_by_hub(browser: Browser, address: str) -> None:
    """The front's worker could answer for every hub below it, and who takes pages off would leave some there."""
    context = browser.new_context()
    page = context.new_page()
    for folder in ("", f"{OHIO}/"):
        page.goto(f"{address}/{folder}offline/")
        page.get_by_role("button", name="Keep", exact=False).click()
        expect(page.get_by_role("button", name="Take it off")).to_be_visible()
    page.goto(f"{address}/{OHIO}/housing/")
    page.goto(f"{address}/{OHIO}/offline/")
    page.get_by_role("button", name="Take it off").click()
    expect(page.get_by_role("button", name="Keep", exact=False)).to_be_visible()
    kept = page.evaluate("caches.keys()")
    assert kept != []
    assert [name for name in kept if OHIO in name] == []
    assert OHIO not in page.evaluate(
        "caches.keys().then(async (names) => (await Promise.all(names.map(async (name) => "
        "(await (await caches.open(name)).keys()).map(({ url }) => url)))).flat().join())"
    )
    context.close()
