# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who types a state, a town or a ZIP code into the search is led to the page of the state, on a small phone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from porchlight.reading.hub import read_hub
from porchlight.site.gazetteer import gazetteer_files
from porchlight.site.place_names import PLACES, PlacePage, places_file
from porchlight.site.search_words import search_words_files, small_words
from porchlight.site.theme import environment
from tests.conftest import ROOT
from tests.serving import serving
from tests.theme.components import THEME, site
from tests.theme.pages import search, write_pages

pytestmark = pytest.mark.browser

HUB = read_hub(ROOT).hub
LABELS = {code: labels for code, labels in HUB.package.vocabularies["place"].labels.items() if code != "US"}
PLACES_BYTES = 3_072


def page_of(code: str, language: str) -> PlacePage:
    return PlacePage(code, f"places/{code.lower()}/", LABELS[code][language])


def write_search(folder: Path, language: str) -> None:
    """The search page over an index that knows “bed” alone, with the real words, places and gazetteer."""
    write_pages(folder, language)
    view = replace(search("index"), places=True)
    page = environment(THEME).get_template("search.html").render(site=site(language), view=view)
    words = search_words_files(HUB, language, small_words(HUB, THEME), ())
    pages = {PLACES: places_file(page_of(code, language) for code in LABELS)}
    files = {"finding/index.html": page.encode(), **gazetteer_files()}
    for path, content in (files | {f"index/{name}": content for name, content in (words | pages).items()}).items():
        Path(folder, path).parent.mkdir(parents=True, exist_ok=True)
        Path(folder, path).write_bytes(content)


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    folders = {language: tmp_path_factory.mktemp(language) for language in ("en", "es")}
    for language, folder in folders.items():
        write_search(folder, language)
    with serving(folders["en"]) as english, serving(folders["es"]) as spanish:
        yield {"en": english, "es": spanish}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, addresses: dict[str, str]) -> Iterator[Page]:
    """The English search page; what breaks on it fails the test."""
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{addresses['en']}/finding/", wait_until="networkidle")
    yield page
    assert faults == []


def ask(page: Page, typed: str) -> None:
    page.locator("#q").fill(typed)
    page.locator("#q").press("Enter")
    expect(page.locator(".results")).to_have_attribute("aria-busy", "false")


def places(page: Page, heading: str = "Help by place") -> list[str]:
    """What stands below the heading now, in its order; nothing where there is no such heading."""
    lines = page.locator(f".results section:has(> h2:text-is('{heading}')) > ul > li")
    return [" ".join(text.split()) for text in lines.all_inner_texts()]


ONE = {
    "Ohio": "Help in Ohio",
    "oh": "Help in Ohio",
    "43215": "Help in Ohio 43215, OH",
    "43215-1234": "Help in Ohio 43215, OH",
    "43215, no ID": "Help in Ohio 43215, OH",
    "Columbus OH": "Help in Ohio Columbus, OH",
    "columbus, ohio": "Help in Ohio Columbus, OH",
    "housing ohio": "Help in Ohio",
    "help in Ohio": "Help in Ohio",
    "I need a job in Los Angeles": "Help in California Los Angeles, CA",
    "Texas, become a peer with a felony": "Help in Texas",
    "Alaska, someone to talk to": "Help in Alaska",
    "Portland OR": "Help in Oregon Portland, OR",
    "West Virginia": "Help in West Virginia",
    "a bed in west virginia for me and my two kids": "Help in West Virginia",
    "Kansas City KS": "Help in Kansas Kansas City, KS",
    "saint louis": "Help in Missouri St. Louis, MO",
    "Ft Worth TX": "Help in Texas Fort Worth, TX",
    "Washington D.C.": "Help in Washington, DC",
    "Nueva York": "Help in New York",
    "Cincinatti": "Help in Ohio Cincinnati, OH",
}


def test_a_place_leads_to_the_page_of_its_state_on_top(page: Page) -> None:
    found = {}
    for typed in ONE:
        ask(page, typed)
        found[typed] = places(page)[:1]
        expect(page.locator(".results h2").first).to_have_text("Help by place")
    assert found == {typed: [told] for typed, told in ONE.items()}


def test_the_link_leads_there(page: Page, addresses: dict[str, str]) -> None:
    ask(page, "Columbus")
    link = page.locator(".results").get_by_role("link", name="Help in Ohio")
    expect(link).to_be_visible()
    assert link.evaluate("link => link.href") == f"{addresses['en']}/places/us-oh/"
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ found$"))
    ask(page, "Columbus OH")
    expect(page.get_by_role("status")).to_have_text("1 found")


SPANISH = {
    "Nueva York": "Ayuda en Nueva York",
    "Misuri": "Ayuda en Misuri",
    "Misuri, no tengo identificación": "Ayuda en Misuri",
    "una cama en Columbus": "Ayuda en Ohio Columbus, OH",
}


def test_spanish_names_lead_to_spanish_pages(context: BrowserContext, addresses: dict[str, str]) -> None:
    page = context.new_page()
    page.goto(f"{addresses['es']}/finding/", wait_until="networkidle")
    found = {}
    for typed in SPANISH:
        ask(page, typed)
        found[typed] = places(page, "Ayuda por lugar")[:1]
    assert found == {typed: [told] for typed, told in SPANISH.items()}


def test_a_county_of_the_hubs_own_comes_before_its_state(page: Page) -> None:
    own = PlacePage("US-OH-049", "places/franklin-county/", "Franklin County", ("Franklin Co",))
    pages = places_file([page_of("US-OH", "en"), own])
    page.route("**/places.json", lambda route: route.fulfill(body=pages, content_type="application/json"))
    ask(page, "Franklin County, Ohio")
    assert places(page) == ["Help in Franklin County", "Help in Ohio Franklin County, OH"]
    ask(page, "a bed in franklin co")
    assert places(page)[:1] == ["Help in Franklin County"]
    ask(page, "Columbus, OH")
    assert places(page) == ["Help in Ohio Columbus, OH"]


@pytest.mark.parametrize("typed", ["st louis county", "Saint Louis County"])
def test_a_county_in_two_states_leads_to_both(page: Page, typed: str) -> None:
    ask(page, typed)
    assert sorted(places(page)) == [
        "Help in Minnesota St. Louis County, MN",
        "Help in Missouri St. Louis County, MO",
    ]


@pytest.mark.parametrize("typed", ["saint louis county", "a bed in Saint Louis County"])
def test_saint_and_st_are_one_in_the_names_of_the_hubs_own_places(page: Page, typed: str) -> None:
    own = PlacePage("US-MO-189", "places/st-louis-county/", "St. Louis County")
    pages = places_file([page_of("US-MO", "en"), own])
    page.route("**/places.json", lambda route: route.fulfill(body=pages, content_type="application/json"))
    ask(page, typed)
    assert places(page)[:1] == ["Help in St. Louis County"]


def test_a_name_of_two_letters_is_not_heard_among_other_words(page: Page) -> None:
    own = [PlacePage(f"US-OH-{n}", f"places/{name}/", name, ()) for n, name in (("001", "Oz"), ("003", "Ada"))]
    page.route("**/places.json", lambda route: route.fulfill(body=places_file(own), content_type="application/json"))
    ask(page, "zzzz not far from oz")
    assert places(page) == []
    ask(page, "zzzz not far from ada")
    assert places(page)[:1] == ["Help in Ada"]


def test_a_zip_code_that_nobody_knows_is_told_at_once(page: Page) -> None:
    ask(page, "99999")
    expect(page.get_by_role("status")).to_have_text(re.compile("^We do not know the ZIP code 99999. Look at its"))
    expect(page.locator(".results")).not_to_contain_text("99999")
    page.route("**/gazetteer/99.json", lambda route: route.abort())
    page.reload(wait_until="networkidle")
    ask(page, "99999")
    expect(page.get_by_role("status")).not_to_contain_text("do not know")


def test_a_zip_code_in_two_states_says_both(page: Page) -> None:
    ask(page, "42223")
    assert places(page) == ["Help in Kentucky 42223, KY/TN", "Help in Tennessee 42223, KY/TN"]
    expect(page.locator(".results")).to_contain_text("42223 lies in more than one state. Look in each.")


def test_a_town_in_several_states_leads_to_all_the_largest_first(page: Page) -> None:
    ask(page, "Columbus")
    assert places(page)[0] == "Help in Ohio Columbus, OH"
    links = page.locator(".results section li")
    assert links.count() >= 10
    expect(links.nth(4)).to_be_hidden()
    page.get_by_text("More places with this name").click()
    expect(links.nth(4)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == page.evaluate("innerWidth")
    report = Axe().run(page, ".results")
    assert report.violations_count == 0, report.generate_report()


NO_PLACE = (
    "bed",
    "id",
    "ID",
    "no ID",
    "me",
    "in",
    "de",
    "job",
    "felony",
    "registry",
    "help me",
    "suicide",
    "zzzz",
    "99999",
    "<b>",
    "  ",
)


def test_words_that_are_no_place_change_nothing(page: Page) -> None:
    found = {}
    for typed in NO_PLACE:
        ask(page, typed)
        found[typed] = places(page)
    assert found == {typed: [] for typed in NO_PLACE}


@pytest.mark.parametrize("asked", ["#q=", "#/?q=", "#q=%E0%A4%A", "#", "?q=", "#q=Qqqqville%2C%20OH%20TX"])
def test_an_address_that_names_no_place_breaks_nothing(page: Page, addresses: dict[str, str], asked: str) -> None:
    page.goto("about:blank")
    page.goto(f"{addresses['en']}/finding/{asked}", wait_until="networkidle")
    assert places(page) == []
    ask(page, "Ohio")
    assert places(page) == ["Help in Ohio"]


def test_the_host_learns_two_letters_and_no_more(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("/finding/")[0].split("/", 3)[-1]))
    ask(page, "Columbus OH")
    assert [path for path in asked if path.startswith("gazetteer/")] == ["gazetteer/states.json", "gazetteer/co.json"]
    assert not any("olumb" in path for path in asked)


def test_a_gazetteer_out_of_reach_leaves_the_names_of_states(page: Page) -> None:
    page.route("**/gazetteer/*", lambda route: route.abort())
    ask(page, "Columbus Ohio")
    assert places(page) == ["Help in Ohio"]
    page.route("**/places.json", lambda route: route.abort())
    page.reload(wait_until="networkidle")
    ask(page, "bed Ohio")
    assert places(page) == []
    expect(page.locator(".results")).to_have_attribute("aria-busy", "false")


def test_the_file_of_places_is_small_and_holds_each_once() -> None:
    for language in ("en", "es"):
        content = places_file(page_of(code, language) for code in LABELS)
        print(f"{language}: {len(content)} bytes")
        assert len(content) <= PLACES_BYTES
        assert json.loads(content)["US-OH"] == ["places/us-oh/", "Ohio"]
    assert json.loads(places_file([PlacePage("US-OH", "places/ohio/", "Ohio", ("OH",))])) == {
        "US-OH": ["places/ohio/", "Ohio", "OH"]
    }
