# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The search page of the shipped hub: what it costs, what it does with odd words, and what it says when it fails."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, Route, expect

from porchlight.model.hub import Hub
from porchlight.reading.hub import read_hub
from porchlight.site.search_words import plain, stems
from tests.conftest import ROOT
from tests.search.asking import ask, search_page, shown
from tests.serving import serving

pytestmark = pytest.mark.browser

COLD = 150_000
"""What may travel to a phone that was never here, until the first result stands there."""

NOTE_WHAT_CAME = """new MutationObserver(() => {
  if (document.querySelector(".results .card"))
    window.until ??= performance.getEntriesByType("resource").map((file) => file.name);
}).observe(document, { childList: true, subtree: true })"""


@pytest.fixture(scope="module")
def address(shipped_site: Path) -> Iterator[str]:
    with serving(shipped_site) as base:
        yield base


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page whose faults fail the test."""
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    yield page
    context.close()
    assert faults == []


def travelled(answers: list[Response]) -> int:
    """The bytes of the bodies as a host sends them: gzipped where that is less."""
    bodies = [answer.body() for answer in answers]
    return sum(min(len(body), len(gzip.compress(body))) for body in bodies)


@pytest.mark.parametrize(
    "query",
    [
        *("registry", "felony job", "methadone and housing", "no ID", "naloxone", "alguien con quien hablar"),
        *("suicide", "food stamps", "methodone", "halfwayhouse", "walmart", "GARR", "Homeboy", "volunteer handbook"),
        *("housing ohio", "bank jobs", "kentucky stories", "toolkit faith", "prison letter", "ohio certified homes"),
        *("texas peer felony", "warehouse seattle", "vocational school wyoming", "zine recovery", "seal my record"),
    ],
)
def test_a_cold_phone_gets_its_first_result_within_its_bytes(page: Page, address: str, query: str) -> None:
    came: list[Response] = []

    def answer(response: Response) -> None:
        came.append(response)

    page.on("response", answer)
    page.add_init_script(NOTE_WHAT_CAME)
    page.goto(f"{address}/search/#q={quote(query)}")
    expect(page.locator(".results")).to_have_attribute("aria-busy", "false")
    noted = page.evaluate("window.until")
    first = travelled([each for each in came if each.url in noted or each.url.startswith(f"{address}/search/")])
    whole = travelled(came)
    pieces = sum(each.url.endswith(".pf_index") for each in came)
    print(f"{query}: {first:,} bytes to the first result, {whole:,} in all, {pieces} pieces of the index")
    assert first <= COLD


def test_a_local_result_stands_before_the_whole_country(page: Page, address: str) -> None:
    search_page(page, address)
    ask(page, "housing ohio")
    assert shown(page).index("housing/ohio-recovery-housing") < shown(page).index("services/call-211")
    expect(page.locator(".results .card").first).to_contain_text("Ohio")


def all_words_told(route: Route) -> None:
    """Answers with the real file, as if no word of the hub had been left out of it."""
    route.fulfill(json={**route.fetch().json(), "whole": True})


def test_a_place_that_no_record_names_loses_no_result(page: Page, address: str) -> None:
    """Where words.json holds all words of the hub, it is said which was dropped; this hub is too large for that."""
    search_page(page, address)
    ask(page, "shelter manitoba")
    assert "housing/emergency-shelter" in shown(page)
    page.route("**/words.json", all_words_told)
    page.reload(wait_until="networkidle")
    ask(page, "shelter manitoba")
    assert "housing/emergency-shelter" in shown(page)
    expect(page.get_by_role("status")).to_contain_text("Showing results for “shelter”.")
    ask(page, "shelter yukon")  # a town in Oklahoma: nothing was left out, and there is nothing to say
    assert "housing/emergency-shelter" in shown(page)
    expect(page.locator(".results").get_by_role("link", name="Help in Oklahoma")).to_be_visible()


@pytest.mark.parametrize(
    ("query", "state", "wanted"),
    [
        ("43215, no ID", "OH", "services/papers-ohio"),
        ("43215 birth certificate", "OH", "services/papers-ohio"),
        ("43215-1234 peer", "OH", "trainings/peer-credential-oh"),
        ("Texas, become a peer with a felony", "TX", "trainings/peer-credential-tx"),
        ("Texas peer felony", "TX", "trainings/peer-credential-tx"),
        ("Alaska peer line", "AK", "trainings/peer-credential-ak"),
    ],
)
def test_a_place_brings_what_serves_it_and_keeps_other_states_behind_a_press(
    page: Page, address: str, query: str, state: str, wanted: str
) -> None:
    search_page(page, address)
    ask(page, query)
    expect(page.locator(".results a").first).to_have_attribute("href", re.compile("/places/[a-z-]+/$"))
    assert wanted in shown(page)[:3]
    behind = page.locator(".results details:has(summary:text-is('In other states'))")
    expect(behind.locator("h3 a").first).to_be_hidden()
    away = {urlsplit(link.evaluate("link => link.href")).path.strip("/") for link in behind.locator("h3 a").all()}
    served = {key: serves(key) for key in shown(page)}
    assert {key for key, states in served.items() if states and state not in states} == away
    here = [state in served[key] for key in shown(page) if key not in away]
    assert here[0]
    assert here.count(False)


@cache
def the_hub() -> Hub:
    return read_hub(ROOT).hub


def serves(key: str) -> set[str]:
    """The letters of the states that the record serves or tells of; none for the whole country, or for no record."""
    resource, _, name = key.partition("/")
    hub = the_hub()
    found = [record for record in hub.records.get(resource, ()) if record.id == name]
    roles = "where", "place_code"
    codes = [
        code for record in found for role in roles for code in hub.package.schema_of(resource).codes_of(record, role)
    ]
    return set() if "US" in codes else {code.split("-")[1] for code in codes}


@pytest.mark.parametrize(("query", "first"), [("43215", ""), ("bed tonight 43215", "services/call-211")])
def test_a_zip_code_leads_to_the_lists_that_know_the_way_from_it(
    page: Page, address: str, query: str, first: str
) -> None:
    search_page(page, address)
    ask(page, query)
    assert shown(page)[:1] == ([first] if first else [])
    page.get_by_role("heading", name="The nearest to 43215 first").wait_for()
    page.locator(".results").get_by_role("link", name="A place to stay").click()
    expect(page).to_have_url(f"{address}/housing/#near=43215")
    expect(page.locator("[name=near]")).to_have_value("43215")


def test_a_danger_shows_the_line_even_where_the_index_does_not_load(page: Page, address: str) -> None:
    page.route("**/pagefind.js", lambda route: route.abort())
    search_page(page, address)
    ask(page, "i want to kill myself")
    expect(page.get_by_role("heading", level=2).first).to_have_text("Talk to someone now")
    expect(page.locator(".results").get_by_role("link", name="Call 911")).to_have_attribute("href", "tel:911")
    expect(page.locator(".results").get_by_role("link", name="Call 988: 988")).to_have_attribute("href", "tel:988")
    expect(page.get_by_role("status")).to_contain_text("did not load")


def test_without_the_words_the_index_alone_answers(page: Page, address: str) -> None:
    page.route("**/words.json", lambda route: route.abort())
    search_page(page, address)
    ask(page, "suicide")
    assert "services/988-lifeline" in shown(page)


def test_a_result_says_what_decides_how_sure_it_is_and_whom_to_call(page: Page, address: str) -> None:
    page.clock.set_fixed_time("2026-12-05T12:00:00")
    search_page(page, address)
    ask(page, "detox")
    card = page.locator(".results .card").filter(
        has=page.get_by_role("link", name="SAMHSA National Helpline", exact=True)
    )
    expect(card).to_contain_text("Help line")
    expect(card.locator("dt")).to_have_text(["Who", "Cost"])
    expect(card).to_contain_text("(12 days ago)")
    expect(card.get_by_role("link", name=re.compile("Call 1-800-662-4357.*SAMHSA"))).to_have_attribute(
        "href", "tel:+18006624357"
    )
    page.clock.set_fixed_time("2027-12-05T12:00:00")
    ask(page, "detox tonight")
    expect(card).to_contain_text("Old:")


def test_what_was_misspelled_is_said(page: Page, address: str) -> None:
    search_page(page, address)
    ask(page, "apprentiship")
    assert "programs/registered-apprenticeship" in shown(page)[:3]
    expect(page.get_by_role("status")).to_contain_text("Showing results for “apprentice")


@pytest.mark.parametrize("query", ["suicde tonihgt", "my son wants to kill himslef", "addcit"])
def test_what_was_misspelled_is_not_said_in_danger_nor_where_the_word_hurts(
    page: Page, address: str, query: str
) -> None:
    search_page(page, address)
    ask(page, query)
    assert shown(page)
    expect(page.get_by_role("status")).not_to_contain_text("Showing results for")


def test_a_query_of_ten_thousand_letters_is_cut_and_answered(page: Page, address: str) -> None:
    search_page(page, address)
    ask(page, "bed " + "é😀<b>'\"&x " * 1_000)
    assert "services/call-211" in shown(page)[:3]
    assert len(page.url) < 2_500
    ask(page, "q" * 10_000)
    assert shown(page) == []
    expect(page.locator("main").get_by_role("link", name="A place to stay", exact=True).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    "query", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)> $& $1", "{{7*7}} __proto__ {q}"]
)
def test_a_script_in_a_query_is_text(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}/search/?q={quote(query)}")
    expect(page.locator(".results")).to_have_attribute("aria-busy", "false")
    assert page.locator("main [type=search]").input_value() == query
    assert page.locator("main script, main img").count() == 0


def test_what_a_result_shows_besides_its_words_is_not_sought(page: Page, address: str) -> None:
    """988 was read on a November 23, and says so."""
    search_page(page, address)
    ask(page, "november")
    assert "services/988-lifeline" not in shown(page)


def test_the_spanish_page_shows_spanish_pages(page: Page, address: str) -> None:
    search_page(page, address, "es")
    ask(page, "necesito una cama esta noche")
    expect(page.get_by_role("heading", level=2).first).to_have_text("Pruebe esto primero")
    link = page.locator(".results h3 a").first
    assert str(link.evaluate("link => link.href")).startswith(f"{address}/es/")
    ask(page, "quiero morir")
    expect(page.get_by_role("heading", level=2).first).to_have_text("Hable con alguien ahora")
    expect(page.locator(".results").get_by_role("link", name="Llame al 911")).to_be_visible()


def test_without_a_script_the_doors_are_the_way(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/search/")
    page.locator("main").get_by_role("link", name="A place to stay", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url == f"{address}/stay/"
    context.close()


def test_the_page_hears_a_word_as_the_build_wrote_it(page: Page, shipped_site: Path, address: str) -> None:
    """`plain` and `stem` stand in two languages of programming and must be one."""
    (module,) = shipped_site.glob("assets/*/search_words.js")
    typed = [
        "Jobs & HOMES",
        "pensión  alimenticia",
        "¿Dónde?",
        "od'd I’m",
        "P&G",
        "ñandú ss gas",
        "988-1-800",
        "ﬁx İs",
        "",
    ]
    page.goto(f"{address}/search/")
    heard = page.evaluate(
        "async ([url, typed]) => { const { plain, stem } = await import(url);"
        " return typed.map((text) => [plain(text), plain(text).split(' ').map(stem).join(' ')]); }",
        [f"{address}/{module.relative_to(shipped_site).as_posix()}", typed],
    )
    assert heard == [[plain(text), stems(text)] for text in typed]


def test_a_hub_without_any_crisis_record_still_leads_to_988(browser: Browser, full_site: Path) -> None:
    page = browser.new_page()
    with serving(full_site) as made_up:
        page.goto(f"{made_up}/search/#q={quote('quiero morir')}")
        expect(page.locator(".results a[href='tel:988']").first).to_be_visible()
        expect(page.locator(".results a[href='tel:911']").first).to_be_visible()
    page.close()


@pytest.mark.parametrize(
    ("language", "query", "wanted", "kind"),
    [
        ("en", "press release", "templates/press-release", "Template"),
        ("en", "slides coming home", "slides/coming-home", "Slides"),
        ("en", "schools", "help/schools", "To read"),
        ("en", "trainings side by side", "trainings/compare", "Page"),
        ("es", "comunicado de prensa", "templates/press-release", "Plantilla"),
        ("es", "diapositivas", "slides/coming-home", "Diapositivas"),
    ],
)
def test_templates_slides_kits_and_doors_are_found_too(
    page: Page, address: str, language: str, query: str, wanted: str, kind: str
) -> None:
    search_page(page, address, language)
    ask(page, query)
    assert wanted in shown(page)
    card = page.locator(".results .card").filter(has=page.locator(f'h3 a[href$="{wanted}/"]'))
    expect(card.locator(".kind")).to_have_text(kind)
    expect(page.locator(".results")).not_to_contain_text("undefined")


@pytest.mark.parametrize(
    ("query", "key"),
    [("NAMI", "services/nami-helpline"), ("INARR", "housing/inarr"), ("trabajo en finanzas", "employers/mastercard")],
)
def test_a_rare_name_that_the_word_list_leaves_out_is_no_slip(page: Page, address: str, query: str, key: str) -> None:
    """The list of words is cut to its bytes; what the index holds as it was typed is found, and not called a slip."""
    search_page(page, address)
    ask(page, query)
    assert key in shown(page)
    expect(page.get_by_role("status")).not_to_contain_text("Showing results for")
