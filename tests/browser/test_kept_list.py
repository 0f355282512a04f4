# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""“My list”: kept after a press in this browser or in the address, and known to nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from porchlight.model.short_codes import code_of
from tests.faultless import faultless
from tests.serving import serving

pytestmark = pytest.mark.browser

MAPLE, LUZ, NIGHT = "housing/maple-house", "housing/casa-luz", "housing/lantern-night-shelter"
FULL, CLOSED = "housing/oak-street-home", "housing/cedar-house"
GONE = code_of("housing/a-house-that-never-was")
STORED = "localStorage.getItem('porchlight-list')"
REFUSING = """
Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
"""


@pytest.fixture(scope="module")
def address(aging_site: Path) -> Iterator[str]:
    with serving(aging_site) as base:
        yield base


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page whose faults, broken policies included, fail the test."""
    with faultless(context.new_page()) as page:
        yield page


def keep(page: Page, address: str, *keys: str) -> None:
    for key in keys:
        page.goto(f"{address}/{key}/")
        page.get_by_role("button", name="Keep in my list").click()
        expect(page.get_by_role("button", name="Take off my list")).to_be_visible()


def names(page: Page) -> list[str]:
    return page.locator(".kept-list .card h2").all_inner_texts()


def requests_of(page: Page) -> list[str]:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    return asked


def test_nothing_is_stored_before_the_reader_presses(page: Page, address: str) -> None:
    for path in (f"{MAPLE}/", "kept/", f"kept/#l={code_of(MAPLE)}"):
        page.goto(f"{address}/{path}")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_a_kept_place_stands_in_the_list_with_number_day_and_code(page: Page, address: str) -> None:
    page.clock.set_fixed_time("2026-11-25T12:00:00")
    keep(page, address, MAPLE)
    page.goto(f"{address}/kept/")
    card = page.locator(".kept-list .card")
    expect(card.get_by_role("link", name="Call 614-555-0142")).to_have_attribute("href", re.compile("^tel:"))
    expect(card.locator("time")).to_have_attribute("data-age", "5 days ago")
    expect(card).to_contain_text(f"Code: {code_of(MAPLE)}")
    card.get_by_role("link", name="Maple House").click()
    page.wait_for_url(f"{address}/{MAPLE}/")


def test_what_was_full_when_it_was_kept_says_so_for_a_week(page: Page, address: str) -> None:
    keep(page, address, FULL)
    for day, told in (("2026-11-27", 1), ("2027-12-01", 0)):
        page.clock.set_fixed_time(f"{day}T12:00:00")
        page.goto(f"{address}/kept/")
        expect(page.locator(".kept-list .card .checked")).to_be_visible()
        expect(page.locator(".kept-list .card").get_by_text("No bed was free")).to_have_count(told)


def test_what_is_closed_says_so_on_a_shared_list(page: Page, address: str) -> None:
    page.goto(f"{address}/kept/#l={code_of(CLOSED)}")
    expect(page.locator(".kept-list .card h2 + p")).to_have_text("Closed for good")


def test_what_was_kept_in_english_is_told_in_spanish_on_the_spanish_page(page: Page, address: str) -> None:
    keep(page, address, MAPLE)
    page.goto(f"{address}/es/kept/")
    expect(page.get_by_role("link", name="Llame al 614-555-0142")).to_be_visible()
    page.route("**/r/**", lambda route: route.abort())
    page.reload()
    expect(page.get_by_role("link", name="Call 614-555-0142")).to_be_visible()


def test_a_kept_day_grows_old_where_it_is_read(page: Page, address: str) -> None:
    keep(page, address, MAPLE)
    page.clock.set_fixed_time("2027-12-01T12:00:00")
    page.goto(f"{address}/kept/")
    expect(page.locator(".kept-list .card .checked")).to_contain_text("Old: checked")


def test_keeping_and_showing_the_own_list_asks_the_host_for_no_code(page: Page, address: str) -> None:
    asked = requests_of(page)
    keep(page, address, MAPLE, LUZ)
    page.goto(f"{address}/kept/", wait_until="networkidle")
    assert len(names(page)) == 2
    assert [url for url in asked if code_of(MAPLE) in url or code_of(LUZ) in url] == []


def test_a_shared_list_asks_for_its_short_addresses_and_tells_the_rest_to_nobody(page: Page, address: str) -> None:
    asked = requests_of(page)
    page.goto(f"{address}/kept/#l={code_of(MAPLE)}.{code_of(LUZ)}")
    expect(page.locator(".kept-list .card")).to_have_count(2)
    page.get_by_role("button", name="Show a square code").click()
    expect(page.locator(".kept-list .qr path")).to_be_attached()
    about = sorted(
        url for url in asked if code_of(MAPLE) in url.partition("#")[0] or code_of(LUZ) in url.partition("#")[0]
    )
    assert about == sorted(f"{address}/r/{code_of(key)}/" for key in (MAPLE, LUZ))
    assert all(url.startswith(address) for url in asked)
    assert page.evaluate(STORED) is None


def test_a_shared_list_is_kept_on_a_press_and_joins_what_was_there(page: Page, address: str) -> None:
    keep(page, address, NIGHT)
    page.goto(f"{address}/kept/#l={code_of(MAPLE)}.{code_of(NIGHT)}")
    expect(page.locator(".kept-list .card")).to_have_count(2)
    page.get_by_role("button", name="Keep this list").click()
    expect(page.get_by_role("status")).to_contain_text("It is in your list")
    assert page.url == f"{address}/kept/"
    assert len(names(page)) == 2


def test_the_address_of_a_list_gives_another_phone_the_same_places(page: Page, address: str, browser: Browser) -> None:
    keep(page, address, MAPLE, LUZ)
    page.goto(f"{address}/kept/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the address").click()
    expect(page.get_by_role("status")).to_contain_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    other = browser.new_page()
    other.goto(copied)
    expect(other.locator(".kept-list .card")).to_have_count(2)
    assert names(other) == names(page)
    other.close()


def test_where_nothing_can_be_copied_the_address_is_there_to_press(page: Page, address: str) -> None:
    page.add_init_script("delete Navigator.prototype.clipboard")
    keep(page, address, MAPLE)
    page.goto(f"{address}/kept/")
    page.get_by_role("button", name="Copy the address").click()
    expect(page.get_by_role("status").get_by_role("link")).to_have_text(f"{address}/kept/#l={code_of(MAPLE)}")


def test_a_place_is_taken_off_and_the_list_emptied(page: Page, address: str) -> None:
    keep(page, address, MAPLE, LUZ)
    page.goto(f"{address}/kept/")
    page.get_by_role("button", name="Take off: Maple House").click()
    expect(page.locator(".kept-list .card")).to_have_count(1)
    page.get_by_role("button", name="Empty my list").click()
    expect(page.locator(".kept-list .card")).to_have_count(0)
    expect(page.get_by_role("status")).to_contain_text("The list is gone")
    assert page.evaluate(STORED) is None


def test_a_press_on_the_record_takes_it_off_again(page: Page, address: str) -> None:
    keep(page, address, MAPLE)
    page.get_by_role("button", name="Take off my list").click()
    expect(page.get_by_role("button", name="Keep in my list")).to_be_visible()
    assert page.evaluate(STORED) is None


def test_a_place_that_is_gone_gives_a_calm_line(page: Page, address: str) -> None:
    page.goto(f"{address}/kept/#l={code_of(MAPLE)}.{GONE}")
    expect(page.get_by_role("status")).to_have_text("One place on this list is not here any more.")
    expect(page.locator(".kept-list .card")).to_have_count(1)


@pytest.mark.parametrize(
    "fragment",
    [
        "<img src=x onerror=document.title='run'>",
        "../../../assets/x",
        "javascript:document.title='run'",
        "%3Cscript%3E",
        "a" * 10_000,
        "",
        "constructor",
    ],
)
def test_a_fragment_made_by_hand_runs_nothing_and_asks_nothing(page: Page, address: str, fragment: str) -> None:
    asked = requests_of(page)
    page.goto(f"{address}/kept/#l={fragment}")
    expect(page.get_by_role("status")).to_contain_text("not here any more")
    assert page.title().startswith("My list")
    assert page.locator(".kept-list img, .kept-list script").count() == 0
    assert [url for url in asked if "/r/" in url.partition("#")[0]] == []


def test_a_list_shows_forty_places_at_most(page: Page, address: str) -> None:
    asked = requests_of(page)
    page.goto(f"{address}/kept/#l={'.'.join(code_of(f'housing/{n}') for n in range(60))}")
    expect(page.get_by_role("status")).to_have_text("40 places on this list are not here any more.")
    assert len([url for url in asked if "/r/" in url]) == 40


def test_a_list_that_does_not_load_says_so(page: Page, address: str) -> None:
    page.route("**/r/**", lambda route: route.abort())
    page.goto(f"{address}/kept/#l={code_of(MAPLE)}")
    expect(page.get_by_role("status")).to_contain_text("did not load")


def test_a_full_list_takes_no_more(page: Page, address: str) -> None:
    page.goto(f"{address}/{MAPLE}/")
    full = [{"code": code_of(f"housing/{n}"), "name": str(n), "words": "Not checked yet"} for n in range(40)]
    page.evaluate("list => localStorage.setItem('porchlight-list', JSON.stringify(list))", full)
    page.get_by_role("button", name="Keep in my list").click()
    expect(page.locator(".hand-over [role=status]")).to_contain_text("holds 40 places")


@pytest.mark.parametrize(
    "stored", ["{", "null", "7", '[{"code": "<b>"}, null]', '[{"code": 7}]', '[{"code": "bcdfgh"}]']
)
def test_a_spoiled_store_is_an_empty_list(page: Page, address: str, stored: str) -> None:
    page.goto(f"{address}/{MAPLE}/")
    page.evaluate("text => localStorage.setItem('porchlight-list', text)", stored)
    page.goto(f"{address}/kept/")
    expect(page.locator(".kept-list .lead")).to_contain_text("Your list is empty")


def test_where_the_browser_refuses_the_list_lives_in_the_address(context: BrowserContext, address: str) -> None:
    context.add_init_script(REFUSING)
    page = context.new_page()
    page.goto(f"{address}/{MAPLE}/")
    page.get_by_role("button", name="Keep in my list").click()
    expect(page.locator(".hand-over [role=status]")).to_contain_text("keeps no lists")
    page.locator(".hand-over [role=status] a").click()
    expect(page.locator(".kept-list .card")).to_have_count(1)
    page.get_by_role("button", name="Keep this list").click()
    expect(page.get_by_role("status")).to_contain_text("Copy the address")


def test_without_a_script_the_page_tells_how_to_write_a_number_down(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/kept/")
    expect(page.get_by_text("Paper needs no battery.")).to_be_visible()
    expect(page.locator("main a.big")).to_have_count(4)
    expect(page.locator(".kept-list")).to_be_hidden()
    page.goto(f"{address}/{MAPLE}/")
    expect(page.locator(".hand-over button")).to_be_hidden()
    page.locator(".hand-over summary").click()
    expect(page.locator(".hand-over svg")).to_be_visible()
    context.close()


@pytest.mark.parametrize("tree", ["", "es/"])
def test_a_short_address_leads_to_the_page_in_its_language(page: Page, address: str, tree: str) -> None:
    page.goto(f"{address}/{tree}r/{code_of(MAPLE)}/")
    page.wait_for_url(f"{address}/{tree}{MAPLE}/")


@pytest.mark.parametrize("key", ["housing/maple-homes-for-men"])
def test_an_address_that_was_changed_leads_on(page: Page, address: str, key: str) -> None:
    for old in (f"{key}/", f"r/{code_of(key)}/"):
        page.goto(f"{address}/{old}")
        page.wait_for_url(f"{address}/{MAPLE}/")
