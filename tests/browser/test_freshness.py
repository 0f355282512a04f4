# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One site, built on one day and read 0, 8, 100 and 200 days later: what it tells as true grows old."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from porchlight.build import site_files
from porchlight.checking.run import check_hub
from porchlight.site.made import Made
from porchlight.site.theme import theme_folder
from porchlight.site.writing import publish_files
from tests.conftest import ROOT
from tests.serving import serving

pytestmark = pytest.mark.browser

FULL = ROOT / "tests" / "hubs" / "full"
BUILT = date(2026, 11, 25)

FREE = "2 beds were free on November 23, 2026. They can go in an hour: call."
CHECKED = "Checked by phone (peer volunteer) on November 20, 2026"
ASKED = "Locked boxes are in each room. · by phone (house manager), November 20, 2026"


@dataclass(frozen=True)
class Told:
    """What the pages say of Maple House some days after they were built."""

    days: int
    checked: str
    free: bool
    medication: str
    answer: str


OLD = "Old: checked 7 months ago. Call first."
TOLD = [
    Told(0, f"{CHECKED} (5 days ago)", True, f"{ASKED} (5 days ago)", "Yes"),
    Told(8, f"{CHECKED} (13 days ago)", False, f"{ASKED} (13 days ago)", "Yes"),
    Told(100, f"{CHECKED} (3 months ago)", False, f"{ASKED} (3 months ago)", "Yes"),
    Told(200, OLD, False, f"Locked boxes are in each room. · {OLD}", "Old: ask again"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    output = tmp_path_factory.mktemp("fresh") / "output"
    publish_files(output, built_on(BUILT))
    with serving(output) as base:
        yield base


def built_on(day: date) -> Made:
    hub = check_hub(FULL, day).hub
    moving = replace(hub, settings=replace(hub.settings, shown_as_of=None))
    return site_files(moving.shown_on(day), theme_folder(FULL))


@pytest.fixture
def page(browser: Browser, told: Told) -> Iterator[Page]:
    """A page of a reader whose clock shows noon, some days after the build."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.clock.set_fixed_time(f"{BUILT + timedelta(days=told.days)}T12:00:00")
    yield page
    context.close()


def said(page: Page, selector: str) -> str:
    """The words as a reader sees them, an age in brackets included."""
    script = """element => element.innerText + [...element.querySelectorAll("time")]
        .map((time) => getComputedStyle(time, "::after").content.replaceAll('"', "")).filter((text) => text !== "none")
        .map((text) => ` ${text}`).join("")"""
    return " ".join(str(page.locator(selector).first.evaluate(script)).split())


@pytest.mark.parametrize("told", TOLD, ids=lambda told: f"{told.days} days")
def test_the_page_of_a_house_grows_old(page: Page, address: str, told: Told) -> None:
    page.goto(f"{address}/housing/maple-house/", wait_until="networkidle")
    assert said(page, "h1 ~ p .checked") == told.checked
    expect(page.get_by_text(FREE)).to_have_count(1 if told.free else 0)
    for place in (".in-short li", ".answers li"):
        expect(page.locator(place, has_text="Methadone").locator(".said")).to_have_text(told.answer)
    assert said(page, ".answers li:nth-child(3) p") == told.medication


@pytest.mark.parametrize("told", TOLD, ids=lambda told: f"{told.days} days")
def test_a_tick_is_gone_with_the_truth_of_its_answer(page: Page, address: str, told: Told) -> None:
    """The shape says the same as the word: only a “Yes” that still holds has a tick."""
    page.goto(f"{address}/housing/maple-house/", wait_until="networkidle")
    main = page.locator(".in-short li, .answers li")
    yes = main.locator(".said", has_text="Yes").count()
    expect(main.locator(".said .cut")).to_have_count(yes)
    assert yes == {0: 4, 8: 4, 100: 4, 200: 0}[told.days]


@pytest.mark.parametrize("told", TOLD, ids=lambda told: f"{told.days} days")
def test_a_paragraph_leaves_with_the_fact_that_it_links_to(page: Page, address: str, told: Told) -> None:
    """The office that moved is to be looked at again by January 31, 2027, 67 days later."""
    page.goto(f"{address}/first-month/", wait_until="networkidle")
    expect(page.get_by_text("The ID desk has moved")).to_have_count(0 if told.days > 67 else 1)
    expect(page.get_by_text("We are re-checking this.")).to_have_count(2 if told.days > 67 else 1)
    expect(page.get_by_text("Go one step at a time.")).to_be_visible()


@pytest.mark.parametrize("told", TOLD, ids=lambda told: f"{told.days} days")
def test_its_card_in_the_list_grows_old(page: Page, address: str, told: Told) -> None:
    page.goto(f"{address}/housing/by/kind/recovery-residence/", wait_until="networkidle")
    page.locator(".card", has=page.get_by_role("link", name="Maple House")).evaluate("card => card.id = 'maple'")
    assert said(page, "#maple .checked") == told.checked
    assert "beds were free" not in page.content() or told.free


@pytest.mark.parametrize("told", TOLD, ids=lambda told: f"{told.days} days")
def test_a_search_result_grows_old(page: Page, address: str, told: Told) -> None:
    page.goto(f"{address}/search/#q=maple%20house", wait_until="networkidle")
    card = page.locator(".card", has=page.get_by_role("link", name="Maple House (made up)")).first
    expect(card.locator(".soft")).to_have_text(told.checked.replace("checked 7", "7"))


@pytest.mark.parametrize("told", TOLD[:1], ids=lambda told: f"{told.days} days")
def test_a_full_house_is_full_for_a_week(page: Page, address: str, told: Told) -> None:
    page.goto(f"{address}/housing/oak-street-home/", wait_until="networkidle")
    expect(page.get_by_text("No bed was free on November 24, 2026. Ask about the list.")).to_be_visible()
    expect(page.get_by_role("heading", name="Try these next")).to_be_visible()
    page.clock.set_fixed_time("2026-12-02T12:00:00")
    page.reload(wait_until="networkidle")
    expect(page.get_by_text("No bed was free")).to_have_count(0)
    expect(page.get_by_role("heading", name="Try these next")).to_have_count(0)


@pytest.mark.parametrize("day", [BUILT, BUILT + timedelta(days=6)])
def test_a_build_holds_no_bed_of_more_than_a_week_ago(day: date) -> None:
    """Birch House was asked nine days before; Maple House is told until the 30th. No file of any kind knows more."""
    files = built_on(day)
    assert b"3 beds were free" not in b"".join(files.values())
    pages = files["housing/maple-house/index.html"] + files["es/housing/maple-house/index.html"]
    assert (b"2 beds were free" in pages) == (day <= date(2026, 11, 30))


LAW = "In this made-up county a boss may ask about a record only after the job offer."
LAST_DAY = date(2027, 2, 21)


@pytest.mark.parametrize(("day", "is_told"), [(LAST_DAY, True), (LAST_DAY + timedelta(days=1), False)])
def test_a_rule_of_a_state_leaves_every_page_that_tells_it(
    browser: Browser, address: str, day: date, is_told: bool
) -> None:
    """Its own, and the one for employers with the rules of all states; both say that it is looked at again."""
    page = browser.new_page()
    page.clock.set_fixed_time(f"{day}T12:00:00")
    for path in ("employers/rules/", "facts/law-lantern-box/"):
        page.goto(f"{address}/{path}", wait_until="networkidle")
        expect(page.locator("main").get_by_text(LAW)).to_have_count(1 if is_told else 0)
        expect(page.get_by_text("We are re-checking this.")).to_have_count(0 if is_told else 1)
    page.close()


def test_a_build_after_the_day_of_a_rule_leads_to_its_source_instead() -> None:
    page = built_on(LAST_DAY + timedelta(days=1))["employers/rules/index.html"]
    assert LAW.encode() not in page
    assert b"https://example.org/law/box" in page


def test_a_made_up_hub_that_stands_still_never_grows_old(browser: Browser, full_site: Path) -> None:
    """Its own noon counts, in the build and on the reader's clock: free beds, ages and open doors stay."""
    page = browser.new_page(timezone_id="America/New_York")
    page.clock.set_fixed_time("2031-05-06T03:00:00")
    with serving(full_site) as base:
        page.goto(f"{base}/housing/maple-house/", wait_until="networkidle")
        assert said(page, "h1 ~ p .checked") == f"{CHECKED} (4 days ago)"
        expect(page.get_by_text(FREE)).to_be_visible()
        page.goto(f"{base}/services/lamplight-clinic/", wait_until="networkidle")
        expect(page.get_by_text("Open now.")).to_be_visible()
    page.close()
