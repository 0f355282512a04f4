# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever wants to help gets there in three clicks, and slides are shown without the net and without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving import serving

pytestmark = pytest.mark.browser

WALKS = {
    "HR manager": (("I hire people", "Bonding"), "record"),
    "teacher": (("I teach, lead a group", "A talk for students", "the letter"), "article"),
    "pastor": (("I teach, lead a group", "Make room on one evening", "the letter"), "article"),
    "neighbor": (("I teach, lead a group", "Bring it to your next meeting", "This letter"), "article"),
    "reporter": (("I teach, lead a group", "Words, people and checks", "do and don't for stories"), "article"),
    "nurse": (("I want to help", "Taproot Plus"), "record"),
}
"""What each presses, and the kind of page where the last press leads."""

DECK = "slides/coming-home/"


@pytest.fixture(scope="module")
def address(shipped_site: Path) -> Iterator[str]:
    with serving(shipped_site) as base:
        yield base


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("who", WALKS)
def test_each_helper_has_a_next_step_within_three_clicks(page: Page, address: str, who: str) -> None:
    clicks, kind = WALKS[who]
    page.goto(f"{address}/")
    for words in clicks:
        page.locator("main").get_by_role("link", name=words).first.click()
    assert page.locator('meta[name="page-type"]').get_attribute("content") == kind
    assert len(clicks) <= 3


def test_an_hr_manager_gets_the_slides(page: Page, address: str) -> None:
    page.goto(f"{address}/employers/partner/")
    page.get_by_role("link", name="Hire people who are coming home", exact=True).click()
    expect(page.get_by_role("heading", level=2, name="Five steps")).to_be_visible()


@pytest.mark.parametrize("tree", ["", "es/"])
@pytest.mark.parametrize("door", ["schools", "faith", "community", "news"])
def test_each_paper_of_a_door_is_there_to_take(page: Page, address: str, tree: str, door: str) -> None:
    page.goto(f"{address}/{tree}help/{door}/")
    papers = page.locator('main a[href$=".pdf"]')
    assert papers.count() == 10
    for paper in papers.all():
        answer = page.request.get(str(paper.evaluate("link => link.href")))
        assert answer.headers["content-type"] == "application/pdf"
        assert answer.body()[:5] == b"%PDF-"


def test_the_letter_fits_its_page_and_prints(page: Page, address: str) -> None:
    page.goto(f"{address}/kit/letter-schools/")
    page.emulate_media(media="print")
    expect(page.get_by_text("Dear [name],")).to_be_visible()
    expect(page.get_by_text("Print it: PDF")).to_be_hidden()


def test_slides_open_from_a_folder_without_net_or_script(browser: Browser, shipped_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True, viewport={"width": 1280, "height": 720})
    page = context.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto(f"file://{shipped_site}/{DECK}index.html")
    slides = page.locator("section.slide")
    assert slides.count() == 9
    assert min(slides.evaluate_all("all => all.map(slide => slide.getBoundingClientRect().height)")) >= 720
    assert page.locator("h1").evaluate("e => getComputedStyle(e).fontWeight") == "700"  # the style is there
    assert failed == []
    context.close()


def test_each_slide_is_printed_on_a_sheet_of_its_own(browser: Browser, shipped_site: Path, tmp_path: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"file://{shipped_site}/{DECK}index.html")
    pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf()))
    assert pages >= 1 + page.locator("section.slide").count()
    context.close()


def test_keys_go_from_slide_to_slide_and_back(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}/{DECK}", wait_until="networkidle")
    second = page.locator("#slide-2")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    expect(second).to_be_in_viewport(ratio=0.7)
    page.keyboard.press("PageUp")
    expect(page.locator("#slide-1")).to_be_in_viewport(ratio=0.7)
    context.close()


def test_space_moves_between_slides_and_still_presses_what_has_the_focus(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}/{DECK}", wait_until="networkidle")
    for key, slide in (("Space", 1), ("Space", 2), ("Shift+Space", 1), ("PageDown", 2)):
        page.keyboard.press(key)
        expect(page.locator(f"#slide-{slide}")).to_be_in_viewport(ratio=0.7)
    notes = page.locator("#slide-2 details")
    notes.locator("summary").focus()
    page.keyboard.press("Space")
    expect(notes).to_have_attribute("open", "")
    expect(page.locator("#slide-2")).to_be_in_viewport(ratio=0.4)
    context.close()


def test_a_page_that_was_built_long_ago_tells_no_old_figure(page: Page, address: str) -> None:
    page.clock.set_fixed_time(datetime(2028, 1, 1))
    page.goto(f"{address}/{DECK}", wait_until="networkidle")
    facts = page.locator(".fact")
    assert facts.count() == 6
    for fact in facts.all():
        expect(fact).to_have_text(re.compile("^We are re-checking"))


def test_a_day_that_is_over_leaves_the_calendar(page: Page, address: str) -> None:
    page.goto(f"{address}/calendar/", wait_until="networkidle")
    before = page.locator("main li").count()
    page.clock.set_fixed_time(datetime(2027, 9, 15))
    page.reload(wait_until="networkidle")
    left = page.locator("main li")
    expect(left).not_to_have_count(before)
    expect(page.get_by_role("link", name="National Recovery Month", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Second Chance Month", exact=True)).to_have_count(0)


def test_the_calendar_file_of_a_day_is_one_press_away(page: Page, address: str) -> None:
    page.goto(f"{address}/events/recovery-month/")
    link = page.get_by_role("link", name="Put it in my calendar")
    answer = page.request.get(str(link.evaluate("link => link.href")))
    assert answer.headers["content-type"] == "text/calendar"
    assert b"SUMMARY:National Recovery Month" in answer.body()
