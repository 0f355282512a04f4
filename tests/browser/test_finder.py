# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The finder in a real Chromium, on the lists of the made-up county: it sorts, hides nobody and tells nobody."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from porchlight.build import sound_hub
from porchlight.model.hub import Hub
from porchlight.model.record import Record, Row, Value
from porchlight.site.assets import bundle
from porchlight.site.gazetteer import gazetteer_files
from porchlight.site.theme import catalog, environment, theme_folder
from porchlight.site.writing import file_of
from porchlight.views.bands import BANDS, band_of, band_pages
from porchlight.views.edition import Edition
from porchlight.views.finder import finder_files
from porchlight.views.list_parts import BandCode
from porchlight.views.lists import list_pages
from porchlight.views.parts import Site
from tests.conftest import ROOT
from tests.faultless import faultless
from tests.serving import serving
from tests.views.fakes import HOUSING, PHONE, record

pytestmark = pytest.mark.browser

THEME = theme_folder(ROOT)

COUNTY = sound_hub(ROOT / "tests" / "hubs" / "full")
ENTRIES = f"{len(COUNTY.records['housing'])} entries"
"""How the finder begins to count the homes of the county."""

TOWNS = (
    record(
        "z-columbus",
        {"city": "Columbus", "serves": ("US-OH",), "opening_hours": "24/7"},
        phones=({**PHONE, "label": "Then press 1"},),
    ),
    record("a-cleveland", {"city": "Cleveland", "serves": ("US-OH",), "county": "Cuyahoga County"}),
    record("m-somewhere", {"serves": ("US-OH",)}),
    record("a-nation", {"serves": ("US",), "languages": ("es",)}),
    record("a-texas", {"city": "Dallas", "serves": ("US-TX",), "cost": "fee"}),
    record("a-closed", {"city": "Columbus", "serves": ("US-OH",), "status": "closed"}),
)
"""Made-up homes in towns that the gazetteer knows."""

READ: Row = {"url": "https://www.example.org/", "read_on": date(2026, 11, 23), "kind": "own"}
REGISTRY: Row = {"question": "registry", "answer": "yes", "as_of": date(2026, 11, 2), "how": "phone"}
MOUD: Row = {
    "question": "moud",
    "answer": "case_by_case",
    "as_of": date(2026, 11, 2),
    "how": "phone",
    "words": "Not on the nights when kids sleep here.",
}
ALWAYS: dict[str, Value] = {"opening_hours": "24/7"}
HOURS = (
    record("z-open", ALWAYS, phones=(PHONE,), sources=(READ,)),
    record("a-open-mute", ALWAYS, sources=(READ,), answers=(MOUD,)),
    record("c-no", phones=(PHONE,), answers=({**REGISTRY, "answer": "no"},)),
    record("b-nobody-asked", phones=(PHONE,)),
    record("a-yes", phones=(PHONE,), answers=(REGISTRY,)),
    record("a-holiday", {"opening_hours": "Dec 24 10:00-11:00", "timezone": "America/New_York"}, sources=(READ,)),
    record("a-closed", ALWAYS | {"status": "closed"}, sources=(READ,)),
)
"""Made-up homes of which some are open, one is shut, one has closed, and of the others nobody knows the hours."""


def hub_of(records: Sequence[Record]) -> Hub:
    return replace(COUNTY, records={"housing": tuple(records)})


HUBS = {
    "county": COUNTY,
    "towns": hub_of(TOWNS),
    "hours": hub_of(HOURS),
    "hundreds": hub_of([record(f"home-{n:03}") for n in range(64)]),
    "long": hub_of([record(f"home-{n:03}", {"serves": (("US-OH",), ("US-TX",), ("US",))[n % 3]}) for n in range(402)]),
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Each hub's lists of housing in a folder of its own, with the assets and the gazetteer that they ask for."""
    folder = tmp_path_factory.mktemp("lists")
    pieces = {
        path: content for path, content in gazetteer_files().items() if path[10:12] in ("st", "43", "79", "co", "sp")
    }
    for name, hub in HUBS.items():
        for path, content in {**bundle(THEME).files, **pieces, **lists(hub)}.items():
            target = folder / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    with serving(folder) as base:
        yield base


def lists(hub: Hub) -> dict[str, bytes]:
    """The pages and data of its list of housing."""
    edition = Edition(hub, "en", catalog(THEME, "en"), bundle(THEME).assets)
    site, templates = Site(hub.settings.name, "en", edition.t, True), environment(THEME)
    pages = [*list_pages(edition, HOUSING), *band_pages(edition, HOUSING)]
    written = {
        file_of(page.path): templates.get_template(page.template).render(site=site, view=page.view).encode()
        for page in pages
    }
    return written | finder_files(edition)


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, asked: list[str]) -> Iterator[Page]:
    """A page of which every request is written down; a fault or a broken policy fails the test.

    Its clock stands on the day of the made-up answers, or a test would fail once they grow old.
    """
    dialogs: list[str] = []
    with faultless(context.new_page()) as page:
        page.clock.set_fixed_time("2026-11-24T12:00:00")
        page.on("dialog", lambda dialog: dialogs.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        yield page
    assert dialogs == []


def open_finder(page: Page, address: str, hub: str = "county", fragment: str = "") -> None:
    page.goto(f"{address}/{hub}/housing/{fragment}", wait_until="networkidle")
    if not fragment:
        page.locator(".finder summary").first.click()


def count(page: Page) -> Locator:
    return page.locator(".finder > [role=status]")


BANDS_OF_A_PAGE = """(start) => Object.fromEntries([...document.querySelectorAll(start + " .band")].map((band) =>
  [band.querySelector("h2").textContent, [...band.querySelectorAll("h3")].map((name) => name.textContent)]))"""


def bands(page: Page, start: str = ".results") -> dict[str, list[str]]:
    """The names in each band that is drawn, by its heading."""
    told: dict[str, list[str]] = page.evaluate(BANDS_OF_A_PAGE, start)
    return told


def unfold(page: Page) -> None:
    """Opens every folded band, which is drawn only then."""
    expect(page.locator(".results .card").first).to_be_visible()
    for folded in page.locator(".results details").all():
        folded.locator("summary").click()
        expect(folded.locator("h3").first).to_be_visible()


def worst(home: Record, questions: Sequence[str]) -> BandCode:
    """What the issue asks for: no before unknown before “ask first” before yes."""
    said = {band_of(HOUSING, home, question) for question in questions}
    if said == {"aside"}:
        return "aside"
    order: tuple[BandCode, ...] = ("closed", "no", "aside", "unknown", "ask", "yes")
    found = next(band for band in order if band in said)
    return "unknown" if found == "aside" else found


def test_two_questions_sort_every_record_by_its_worst_answer(page: Page, address: str) -> None:
    open_finder(page, address)
    page.get_by_label("Felony conviction").check()
    page.get_by_label("On a registry").check()
    homes = COUNTY.records["housing"]
    wanted = [worst(home, ("conviction", "registry")) for home in homes]
    totals = {band: wanted.count(band) for band in BANDS if band in wanted}
    assert len(totals) >= 4  # or else the county would prove little
    expect(count(page)).to_contain_text(f"{len(homes)} entries: {totals['yes']} say")
    titles = {
        code: page.locator(".finder").evaluate(f"it => JSON.parse(it.dataset.words).bands.{code}[0]") for code in totals
    }
    assert list(bands(page)) == [f"{titles[code]} ({total})" for code, total in totals.items()]
    unfold(page)
    no = page.locator(".results details", has_text=titles["no"]).locator("h3")
    expect(no).to_have_count(totals["no"])
    assert sum(len(names) for names in bands(page).values()) == len(homes)
    expect(page.locator("#whole")).to_be_hidden()
    said = page.locator(".results .card").first.locator(".answer b")
    expect(said).to_have_text(["Felony conviction", "On a registry"])


def test_a_band_holds_the_same_records_as_its_page_without_a_script(page: Page, address: str) -> None:
    open_finder(page, address, fragment="#q=registry")
    unfold(page)
    sorted_here = bands(page)
    page.goto(f"{address}/county/housing/ask/registry/")
    assert sorted_here == bands(page, "main")


def test_what_is_chosen_survives_a_reload_and_goes_back_and_forward(page: Page, address: str) -> None:
    open_finder(page, address)
    page.get_by_label("On a registry").check()
    expect(count(page)).to_contain_text(ENTRIES)
    one = count(page).inner_text()
    page.get_by_label("Cost").select_option("free")
    expect(count(page)).not_to_have_text(one)
    two = count(page).inner_text()
    assert urlsplit(page.url).fragment == "q=registry&cost=free"
    page.reload(wait_until="networkidle")
    expect(count(page)).to_have_text(two)
    expect(page.locator("input[value=registry]")).to_be_checked()
    page.go_back()
    expect(count(page)).to_have_text(one)
    page.go_back()
    expect(count(page)).to_have_text("")
    expect(page.locator("#whole")).to_be_visible()
    page.go_forward()
    expect(count(page)).to_have_text(one)


@pytest.mark.parametrize(
    "fragment",
    [
        "#q=<script>alert(1)</script>",
        "#place=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E&cost=never",
        "#%E0%A4%A&&&===",
        "#q=__proto__&who=constructor&lang=" + "x" * 10_000,
        "#length=3",
        "#main",
    ],
)
def test_a_fragment_made_by_hand_runs_nothing_and_changes_nothing(page: Page, address: str, fragment: str) -> None:
    open_finder(page, address, fragment=fragment)
    expect(page.locator("#whole .card").first).to_be_visible()
    expect(count(page)).to_have_text("")
    expect(page.locator(".finder :checked:not(option)")).to_have_count(0)


def test_a_place_with_a_script_in_it_is_text(page: Page, address: str) -> None:
    open_finder(page, address, fragment="#near=<img src=x onerror=alert(1)>" + "y" * 5_000)
    assert page.locator("[name=near]").input_value().startswith("<img src=x")
    expect(page.locator(".told")).to_contain_text("We do not know this place")
    expect(page.locator("main img")).to_have_count(0)


def test_a_link_inside_the_page_leaves_the_sorting_alone(page: Page, address: str) -> None:
    open_finder(page, address, fragment="#q=registry")
    said = count(page).inner_text()
    page.evaluate("location.hash = 'main'")
    expect(count(page)).to_have_text(said)


@pytest.mark.parametrize("fragment", ["", "#q=registry&q=no_id"])
def test_nothing_moves_while_the_page_loads(page: Page, address: str, fragment: str) -> None:
    page.add_init_script(
        """window.moved = 0;
           new PerformanceObserver((list) => list.getEntries().forEach((it) => (window.moved += it.value)))
             .observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(f"{address}/county/housing/{fragment}", wait_until="networkidle")
    expect(page.locator(".finder summary").first).to_be_visible()
    page.wait_for_timeout(200)
    assert page.evaluate("window.moved") == 0


def test_the_first_card_is_not_pushed_below_two_screens(page: Page, address: str) -> None:
    page.goto(f"{address}/county/housing/", wait_until="networkidle")
    assert page.locator(".card").first.evaluate("card => card.getBoundingClientRect().top") <= 2 * 640
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_count_is_told_once_and_only_when_it_changes(page: Page, address: str) -> None:
    open_finder(page, address)
    count(page).evaluate(
        """it => {
             window.said = [];
             new MutationObserver(() => window.said.push(it.textContent)).observe(it, { childList: true });
           }"""
    )
    page.get_by_label("On a registry").check()
    expect(count(page)).to_contain_text(ENTRIES)
    page.locator(".finder [type=submit]").click()
    page.wait_for_timeout(200)
    assert page.evaluate("window.said") == [count(page).inner_text()]


def test_location_is_asked_only_on_a_press_and_kept_nowhere(
    context: BrowserContext, page: Page, address: str, asked: list[str]
) -> None:
    context.grant_permissions(["geolocation"])
    context.set_geolocation({"latitude": 39.9612, "longitude": -82.9988})
    page.add_init_script(
        """window.located = 0;
           const real = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
           navigator.geolocation.getCurrentPosition = (...all) => { window.located++; real(...all); };"""
    )
    open_finder(page, address, "towns")
    page.get_by_label("On a registry").check()
    expect(count(page)).to_contain_text("6 entries")
    assert page.evaluate("window.located") == 0
    page.get_by_role("button", name="Near me").click()
    expect(page.locator(".results .card").first).to_contain_text("as the crow flies")
    assert page.evaluate("window.located") == 1
    kept = page.url + page.evaluate("JSON.stringify([localStorage, sessionStorage, history.state, document.cookie])")
    assert "39.9" not in kept
    assert [url for url in asked if "39.9" in url or "82.9" in url] == []


def test_a_location_that_is_refused_is_answered_calmly(page: Page, address: str) -> None:
    open_finder(page, address, "towns")
    page.get_by_role("button", name="Near me").click()
    expect(page.locator(".told")).to_contain_text("Your phone did not say where you are.")


def test_nothing_is_asked_of_another_host_and_no_word_of_it_is_sent(page: Page, address: str, asked: list[str]) -> None:
    open_finder(page, address, "towns")
    before = len(asked)
    page.locator("[name=near]").fill("43215")
    page.get_by_label("On a registry").check()
    expect(page.locator(".results .card").first).to_contain_text("as the crow flies")
    later = [urlsplit(url) for url in asked[before:]]
    assert {url.netloc for url in later} == {urlsplit(address).netloc}
    assert all(not url.query and "registry" not in url.path and "43215" not in url.path for url in later)
    assert page.context.cookies() == []


def test_local_help_comes_first_by_distance_then_the_state_then_the_country(page: Page, address: str) -> None:
    open_finder(page, address, "towns", "#near=Columbus,+OH")
    expect(count(page)).to_contain_text("6 entries: 4 fit, 1 is not what you asked for, 1 is closed or has moved.")
    assert bands(page)["What fits (4)"] == ["z-columbus", "a-cleveland", "m-somewhere", "a-nation"]
    cards = page.locator(".results .card")
    expect(cards.first).to_contain_text("Columbus: about 1 mile, as the crow flies")
    expect(cards.filter(has_text="a-cleveland")).to_contain_text("miles, as the crow flies")
    expect(cards.filter(has_text="a-nation")).to_contain_text("Whole country")


def test_a_card_says_what_to_press_after_its_number(page: Page, address: str) -> None:
    open_finder(page, address, "towns", "#near=Columbus,+OH")
    line = page.locator(".results .card").first.locator("p", has=page.locator("a[href^='tel:']"))
    expect(line).to_have_text("Call 614-555-0142 Then press 1")


def test_a_name_that_many_places_have_is_chosen_by_the_reader(page: Page, address: str) -> None:
    open_finder(page, address, "towns")
    page.locator("[name=near]").fill("Springfield")
    page.locator("[name=near]").press("Tab")
    expect(page.locator(".told")).to_have_text("Which one do you mean?")
    page.get_by_role("button", name="Springfield, OH").click()
    expect(page.locator(".results .card").first).to_contain_text("miles, as the crow flies")
    expect(page.locator("[name=near]")).to_be_focused()
    assert urlsplit(page.url).fragment == "near=Springfield%2C+OH"
    expect(page.locator(".which button")).to_have_count(0)


@pytest.mark.parametrize(
    ("typed", "words", "focused"),
    [
        ("Springfield", "Which one do you mean?", ".which button >> nth=0"),
        ("99999 nowhere at all", "We do not know this place.", "[name=near]"),
    ],
)
def test_the_form_stays_open_until_its_place_is_known(
    page: Page, address: str, typed: str, words: str, focused: str
) -> None:
    open_finder(page, address, "towns")
    near, form = page.locator("[name=near]"), page.locator(".finder form > details")
    near.fill(typed)
    near.press("Enter")
    expect(page.locator(".told")).to_contain_text(words)
    expect(page.locator(focused)).to_be_focused()
    expect(page.locator(".told")).to_be_in_viewport()
    near.fill("Columbus, OH")
    near.press("Enter")
    expect(form).not_to_have_attribute("open", "")
    expect(page.locator(".finder summary").first).to_be_focused()
    expect(page.locator(".results .card").first).to_contain_text("as the crow flies")


def test_an_address_with_a_place_that_many_have_opens_the_form(page: Page, address: str) -> None:
    open_finder(page, address, "long", "#near=Springfield")
    expect(page.get_by_role("button", name="Springfield, OH")).to_be_visible()
    page.get_by_role("button", name="Springfield, OH").click()
    expect(count(page)).to_contain_text("268 entries")
    open_finder(page, address, "long", "#q=registry")
    expect(page.get_by_text("This list is long. Choose a state first.")).to_be_visible()


def test_a_place_that_nobody_knows_is_answered_calmly_and_shows_the_list(page: Page, address: str) -> None:
    open_finder(page, address, "towns")
    page.locator("[name=near]").fill("99999 nowhere at all")
    page.locator("[name=near]").press("Tab")
    expect(page.locator(".told")).to_contain_text("We do not know this place. Try a ZIP code")
    expect(page.locator(".card").first).to_be_visible()


def test_open_now_puts_unknown_hours_after_what_is_open_and_folds_what_is_shut(page: Page, address: str) -> None:
    page.clock.set_fixed_time("2026-11-25T12:00:00")
    open_finder(page, address, "hours")
    page.get_by_label("Open now").check()
    expect(count(page)).to_have_text(
        "7 entries: 2 fit, 3 with hours not known, 1 is not what you asked for, 1 is closed or has moved."
    )
    assert bands(page) == {
        "What fits (2)": ["z-open", "a-open-mute"],
        "Hours not known: call (3)": ["a-yes", "b-nobody-asked", "c-no"],
        "Not what you asked for, or they do not say (1)": [],
        "Closed or moved (1)": [],
    }
    page.get_by_label("On a registry").check()
    expect(count(page)).to_contain_text("2 not known, 2 with hours not known, 1 says no")
    assert bands(page)["Hours not known: call (2)"] == ["a-yes", "b-nobody-asked"]


def test_a_full_house_says_so_until_its_week_is_over(page: Page, address: str) -> None:
    for day, times in (("2026-12-01", 1), ("2026-12-02", 0)):
        page.clock.set_fixed_time(f"{day}T12:00:00")
        for path in ("#q=no_id", "ask/no-id/", ""):
            page.goto("about:blank")
            page.goto(f"{address}/county/housing/{path}", wait_until="networkidle")
            shown = page.locator(".results" if path.startswith("#") else "main").locator(".card:visible")
            full = shown.filter(has=page.get_by_role("link", name="Oak Street", exact=False))
            expect(full).to_have_count(1)
            expect(full.locator(".kind b")).to_have_text(["Full on November 24, 2026"] * times)


def test_an_answer_keeps_its_condition(page: Page, address: str) -> None:
    words = "Not on the nights when kids sleep here."
    open_finder(page, address, "hours", "#q=moud")
    said = page.locator(".results .answer", has_text="Ask first")
    expect(said.locator(".soft span").first).to_have_text(words)
    expect(said.locator(".soft")).to_contain_text(f"{words} · by phone, November 2, 2026")


def test_a_place_takes_its_own_help_and_that_of_the_whole_country(page: Page, address: str) -> None:
    open_finder(page, address, "towns")
    page.get_by_label("Place").select_option("US-TX")
    expect(count(page)).to_contain_text("2 fit")
    assert bands(page)["What fits (2)"] == ["a-texas", "a-nation"]


def test_an_answer_grows_old_on_the_reader_s_clock(page: Page, address: str) -> None:
    page.clock.set_fixed_time("2027-09-01T12:00:00")
    open_finder(page, address, fragment="#q=registry")
    expect(count(page)).to_contain_text(f"{ENTRIES}:")
    expect(count(page)).not_to_contain_text("say yes")
    expect(count(page)).not_to_contain_text("says")
    assert not any(title.startswith(("Say yes", "Ask first", "Say no")) for title in bands(page))
    expect(page.locator(".results .said", has_text="Old: ask again").first).to_be_visible()


@pytest.mark.parametrize(("day", "told"), [("2027-05-01", False), ("2027-05-02", True)])
def test_the_sum_of_a_page_says_that_it_is_old(page: Page, address: str, day: str, told: bool) -> None:
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto(f"{address}/hours/housing/ask/moud/", wait_until="networkidle")
    expect(page.get_by_text("Some of these answers are old now.")).to_be_visible(visible=told)


def test_a_long_band_shows_thirty_and_then_more(page: Page, address: str) -> None:
    open_finder(page, address, "hundreds", "#q=registry")
    cards = page.locator(".results .card")
    expect(cards).to_have_count(30)
    page.get_by_role("button", name="Show more").click()
    expect(cards).to_have_count(60)
    expect(cards.nth(30).locator("a").first).to_be_focused()
    page.get_by_role("button", name="Show more").click()
    expect(cards).to_have_count(64)
    expect(page.get_by_role("button", name="Show more")).to_have_count(0)


def test_a_long_list_asks_for_a_state_and_loads_only_that(page: Page, address: str, asked: list[str]) -> None:
    open_finder(page, address, "long")
    page.get_by_label("On a registry").check()
    expect(page.locator(".told")).to_have_text("This list is long. Choose a state first.")
    expect(page.locator("#whole")).to_be_visible()
    page.get_by_label("Place").select_option("US-OH")
    expect(count(page)).to_have_text("268 entries: 268 not known.")
    expect(page.locator(".told")).to_have_text("")
    loaded = [url.rsplit("/", 1)[1] for url in asked if url.endswith(".json")]
    assert sorted(loaded) == ["find-us-oh.json", "find-us.json"]


def test_a_zip_code_in_two_states_loads_both(page: Page, address: str, asked: list[str]) -> None:
    """79837 lies in Texas and New Mexico; of New Mexico this list has nothing, and that hides nothing of Texas."""
    open_finder(page, address, "long", "#q=registry&near=79837")
    expect(page.locator(".told")).to_have_text("79837, TX/NM")
    expect(count(page)).to_have_text("268 entries: 268 not known.")
    loaded = [url.rsplit("/", 1)[1] for url in asked if "find-" in url]
    assert sorted(loaded) == ["find-us-nm.json", "find-us-tx.json", "find-us.json"]


def test_data_that_does_not_load_leaves_the_whole_list(page: Page, address: str) -> None:
    page.route("**/find.json", lambda route: route.abort())
    open_finder(page, address)
    page.get_by_label("On a registry").check()
    expect(count(page)).to_have_text("That did not load. Here is the whole list.")
    expect(page.locator("#whole .card").first).to_be_visible()
    page.unroute("**/find.json")
    page.get_by_label("No ID yet").check()
    expect(count(page)).to_contain_text(ENTRIES)


def test_a_keyboard_is_enough(page: Page, address: str) -> None:
    page.goto(f"{address}/county/housing/", wait_until="networkidle")
    expect(page.locator(".finder form")).not_to_have_class("waiting")  # what is hidden takes no focus
    page.locator(".finder summary").first.focus()
    for key in ("Enter", "Tab", "Tab", "Space"):
        page.keyboard.press(key)
    expect(page.get_by_label("On a registry")).to_be_checked()
    expect(count(page)).to_contain_text(ENTRIES)
    page.locator("[name=near]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".finder summary").first).to_be_focused()
    expect(page.locator(".finder form > details")).not_to_have_attribute("open", "")
    page.keyboard.press("Tab")
    expect(page.locator(".results .card a").first).to_be_focused()


def test_the_form_folds_once_the_list_is_there_and_not_under_whoever_reads_on(page: Page, address: str) -> None:
    """On a slow line the focus would go on to a list that is about to be drawn anew, and get lost."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/find.json", hold)
    open_finder(page, address)
    page.get_by_label("On a registry").check()
    page.locator("[name=near]").press("Enter")
    page.wait_for_timeout(200)
    assert held
    expect(page.locator(".finder form > details")).to_have_attribute("open", "")
    for route in held:
        route.continue_()
    expect(page.locator(".finder summary").first).to_be_focused()
    expect(count(page)).to_contain_text(ENTRIES)
    page.keyboard.press("Tab")
    expect(page.locator(".results .card a").first).to_be_focused()


def test_starting_again_brings_the_whole_list_back(page: Page, address: str) -> None:
    open_finder(page, address, "towns", "#near=Columbus,+OH&q=registry")
    expect(count(page)).to_contain_text("entries")
    page.locator(".finder summary").first.click()
    page.get_by_role("button", name="Start again").click()
    expect(page.locator("#whole")).to_be_visible()
    expect(count(page)).to_have_text("")
    assert urlsplit(page.url).fragment == ""


def test_without_a_script_there_is_no_dead_form_and_each_question_has_its_page(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{address}/county/housing/")
    expect(page.locator(".finder form")).to_be_hidden()
    page.locator(".facets summary", has_text="Will they take me?").click()
    page.get_by_role("link", name="On a registry").click()
    expect(page.locator("p.count")).to_contain_text(f"{ENTRIES}:")
    folded = page.locator("details.band").first
    expect(folded.locator("h2")).to_be_visible()
    expect(folded.locator(".card").first).to_be_hidden()
    folded.locator("summary").click()
    expect(folded.locator(".card").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["#q=registry&near=Columbus,+OH", "ask/registry/"])
def test_axe_finds_nothing(browser: Browser, address: str, path: str, scheme: str) -> None:
    """With the form and every band open, where all of it can be seen."""
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(f"{address}/county/housing/{path}", wait_until="networkidle")
    page.evaluate("for (const it of document.querySelectorAll('details')) it.open = true")
    expect(page.locator("details.band .card").first).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_words_for_the_script_hold_every_band(page: Page, address: str) -> None:
    page.goto(f"{address}/county/housing/")
    words = json.loads(page.locator(".finder").get_attribute("data-words") or "")
    assert set(BANDS) < set(words["bands"])
