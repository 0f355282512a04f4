# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tables of all states: put in order by their heads, whole without a script, and true on the reader's own day."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from porchlight.build import site_files
from porchlight.checking.run import check_hub
from porchlight.site.theme import theme_folder
from porchlight.site.writing import publish_files
from tests.conftest import ROOT, let_days_go_on
from tests.serving import serving

pytestmark = pytest.mark.browser

FULL = ROOT / "tests" / "hubs" / "full"
BUILT = date(2026, 11, 25)
LAST_DAY = date(2027, 2, 21)
CREDENTIAL = """id: peer-credential-{name}
name: Peer paper {code} (made up)
summary: What the made-up state asks of someone who wants to be a certified peer.
kind: state_credential
{more}
serves: [US-{code}]
caveat: Nobody has looked at this again.
sources:
  - {{url: 'https://example.org/{code}', title: A made-up page, read_on: 2026-10-31, kind: own{dated}}}
"""
MORE = {
    "IA": ("hours: '100'", ", page_date: 2026-05-01"),
    "TX": ("hours: '46'", ", page_date: 2025-05-01"),
    "AL": ("exam: A made-up exam", ""),
}
TABLE = "trainings/compare/places/"
BY_NAME = ["Alabama", "Iowa", "Ohio", "Texas"]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("tables")
    hub = folder / "hub"
    shutil.copytree(FULL, hub)
    let_days_go_on(hub)
    for code, (more, dated) in MORE.items():
        text = CREDENTIAL.format(name=code.lower(), code=code, more=more, dated=dated)
        (hub / "data" / "trainings" / f"peer-credential-{code.lower()}.yaml").write_text(text, encoding="utf-8")
    publish_files(folder / "output", site_files(check_hub(hub, BUILT).hub.shown_on(BUILT), theme_folder(hub)))
    with serving(folder / "output") as base:
        yield base


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def states(page: Page) -> list[str]:
    return page.locator("tbody th").all_inner_texts()


def sorted_heads(page: Page) -> list[str]:
    heads = page.locator("thead th[aria-sort]")
    return list(heads.evaluate_all("all => all.map((th) => `${th.innerText}: ${th.ariaSort}`)"))


def test_a_press_on_a_head_sorts_by_it_and_a_second_turns_it_around(page: Page, address: str) -> None:
    """Hours are numbers: 46 comes before 100. What is not known is last both times."""
    page.goto(f"{address}/{TABLE}", wait_until="networkidle")
    assert (states(page), sorted_heads(page)) == (BY_NAME, ["State: ascending"])
    head = page.get_by_role("columnheader", name="Hours of class")
    head.get_by_role("button").click()
    assert (states(page), sorted_heads(page)) == (["Ohio", "Texas", "Iowa", "Alabama"], ["Hours of class: ascending"])
    head.get_by_role("button").click()
    assert (states(page), sorted_heads(page)) == (["Iowa", "Texas", "Ohio", "Alabama"], ["Hours of class: descending"])


def test_sources_are_sorted_by_the_day_of_their_page(page: Page, address: str) -> None:
    page.goto(f"{address}/{TABLE}", wait_until="networkidle")
    page.get_by_role("button", name="Newest source").click()
    assert states(page)[:2] == ["Texas", "Iowa"]


def test_the_keyboard_alone_sorts(page: Page, address: str) -> None:
    page.goto(f"{address}/{TABLE}", wait_until="networkidle")
    page.get_by_role("button", name="State").focus()
    page.keyboard.press("Enter")
    assert states(page) == BY_NAME[::-1]
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Hours of class")).to_be_focused()
    page.keyboard.press("Space")
    assert states(page)[0] == "Ohio"


def test_on_a_phone_the_heads_can_be_seen_and_pressed(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}/{TABLE}", wait_until="networkidle")
    for button in page.locator("thead button").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["x"] + box["width"] <= 320
    page.get_by_role("button", name="Hours of class").click()
    assert states(page) == ["Ohio", "Texas", "Iowa", "Alabama"]


def test_without_a_script_the_table_is_whole_and_sorted_by_place(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{TABLE}")
    assert states(page) == BY_NAME
    assert page.locator("thead button").count() == 0
    expect(page.get_by_text("Press a heading")).to_be_hidden()
    context.close()


def test_the_sign_in_a_cell_leads_to_the_doubt_of_its_row(page: Page, address: str) -> None:
    page.goto(f"{address}/{TABLE}", wait_until="networkidle")
    page.get_by_role("link", name="Our doubt: Ohio, Time in recovery").click()
    assert page.url.endswith("#us-oh-doubt")
    expect(page.locator("#us-oh-doubt")).to_contain_text("Two pages differ")


@pytest.mark.parametrize(("day", "is_told"), [(LAST_DAY, True), (LAST_DAY + timedelta(days=1), False)])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_law_past_its_day_gives_way_to_its_source(
    page: Page, address: str, day: date, is_told: bool, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto(f"{address}/facts/compare/places/", wait_until="networkidle")
    row = page.locator("#us-oh")
    expect(row.get_by_text("The Lantern Paper")).to_have_count(1 if is_told else 0)
    expect(row.get_by_text("says 5 workers")).to_have_count(1 if is_told else 0)
    expect(row.get_by_text("We are re-checking this.")).to_have_count(0 if is_told else 1)
    expect(row.get_by_role("link", name="example.org")).to_have_attribute("href", "https://example.org/law/box")
    page.get_by_role("button", name="Private employers").click()
    assert states(page) == ["Ohio"]


def test_the_text_and_the_table_of_hiring_laws_lead_to_each_other(page: Page, address: str) -> None:
    page.goto(f"{address}/employers/rules/", wait_until="networkidle")
    page.get_by_role("link", name="states side by side").click()
    assert page.url == f"{address}/facts/compare/places/"
    page.locator("main").get_by_role("link", name="What a state asks").first.click()
    assert page.url == f"{address}/employers/rules/"
