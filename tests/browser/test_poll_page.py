# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The poll's page as people meet it: by ear, by keyboard, on a small phone, without script or style, in the dark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from porchlight.model.questionnaire import Wave
from porchlight.polls.privacy import Keeping, privacy_in_short, privacy_note
from tests.polls.sites import write_poll
from tests.polls.support import needs
from tests.serving import serving

pytestmark = pytest.mark.browser

POLL = needs()
ITEMS = list(POLL.items())
TREES = {"en": "", "es": "es/"}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("poll")
    write_poll(folder)
    with serving(folder) as base:
        yield base


@pytest.fixture(params=TREES)
def language(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    return chosen


def opened(page: Page, address: str, language: str = "en") -> Page:
    page.goto(f"{address}/{TREES[language]}poll/needs/", wait_until="networkidle")
    return page


def tree(page: Page) -> list[dict[str, Any]]:
    """What Chromium tells a screen reader, node by node."""
    nodes: list[dict[str, Any]] = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return [node for node in nodes if not node.get("ignored")]


def role(node: dict[str, Any]) -> str:
    return str(node.get("role", {}).get("value"))


def name(node: dict[str, Any]) -> str:
    return str(node.get("name", {}).get("value"))


def below(node: dict[str, Any], nodes: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for child in node.get("childIds", ()):
        if child in nodes:
            yield nodes[child]
            yield from below(nodes[child], nodes)


def test_a_screen_reader_hears_each_item_as_a_group_of_six(browser: Browser, address: str, language: str) -> None:
    """Twenty groups, each named by its item and described by its stem, its answers in order.

    Chromium’s own tree tells no place in a set (`posinset`, `setsize`): readers work “1 of 6” out from the radios
    of one name in one form. So that is counted here.
    """
    page = opened(browser.new_page(), address, language)
    session = page.context.new_cdp_session(page)
    every = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    every_group = [node for node in every.values() if role(node) == "group" and not node.get("ignored")]
    groups = [group for group in every_group if any(role(node) == "radio" for node in below(group, every))]
    choices = [POLL.said(each.label, language) for each in (*POLL.options, POLL.no_answer)]
    assert [name(group) for group in groups] == [POLL.said(item.label, language) for item in ITEMS]
    for group in groups:
        assert group["description"]["value"]
        radios = [node for node in below(group, every) if role(node) == "radio"]
        assert [name(radio) for radio in radios] == choices
    sizes = page.locator("fieldset").evaluate_all(
        "all => all.map((one) => new Set([...one.elements].map((radio) => radio.name)).size * one.elements.length)"
    )
    assert sizes == [6] * 20
    page.close()


def test_nothing_is_chosen_or_asked_for_and_every_id_is_another(browser: Browser, address: str, language: str) -> None:
    page = opened(browser.new_page(), address, language)
    assert page.locator(":checked, [required], [aria-required=true], [tabindex]:not(.trap input, main)").count() == 0
    assert [node for node in tree(page) if role(node) == "radio" and checked(node)] == []
    ids = page.locator("[id]").evaluate_all("all => all.map((one) => one.id)")
    assert len(ids) == len(set(ids))
    assert page.get_by_role("heading", level=2).evaluate_all("all => all.slice(0, 5).map((h) => h.textContent)") == [
        {"en": f"Part {n} of 5: {title}", "es": f"Parte {n} de 5: {title}"}[language]
        for n, title in enumerate((POLL.said(block.title, language) for block in POLL.blocks), start=1)
    ]
    page.close()


def checked(node: dict[str, Any]) -> bool:
    return any(p["name"] == "checked" and p["value"]["value"] != "false" for p in node["properties"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, address: str, language: str, scheme: Any) -> None:
    page = opened(browser.new_page(color_scheme=scheme), address, language)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    page.close()


def test_the_keyboard_alone_answers_and_sends(browser: Browser, address: str) -> None:
    """One stop for each item; arrows move inside it."""
    page = opened(browser.new_page(), address)
    bodies: list[str] = []

    def take(route: Route) -> None:
        bodies.append(route.request.post_data or "")
        route.fulfill(json={"ok": True})

    page.route("**/f/needs", take)
    page.locator("h1").click()
    for _ in range(20):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.locator("form.poll summary")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("form.poll .button[type=submit]")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/thanks/")
    assert all(f"{item.id}=2" in bodies[0].split("&") for item in ITEMS)
    page.close()


@pytest.mark.parametrize("has_script", [True, False])
@pytest.mark.parametrize("path", ["poll/needs/", "es/poll/needs/", "poll/needs/embed/"])
def test_enter_on_an_answer_sends_nothing(browser: Browser, address: str, has_script: bool, path: str) -> None:
    """Browsers press the first button that sends, which leads nowhere, whichever service it is."""
    context = browser.new_context(java_script_enabled=has_script)
    page = context.new_page()
    page.goto(f"{address}/{path}", wait_until="networkidle")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    page.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert (sent, page.url) == ([], f"{address}/{path}")
    expect(page.get_by_role("radio").first).to_be_checked()
    context.close()


def test_enter_sends_nothing_in_a_browser_that_knows_no_dialog(browser: Browser, address: str) -> None:
    """Such a browser reads the first button as one that goes to an empty address: our policy forbids it."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    def older(route: Route) -> None:
        reply = route.fetch()
        assert 'formmethod="dialog"' in reply.text()
        route.fulfill(response=reply, body=reply.text().replace('formmethod="dialog"', 'formmethod="get"'))

    page.route("**/poll/needs/", older)
    opened(page, address)
    page.get_by_role("radio").first.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert page.url == f"{address}/poll/needs/"
    context.close()


def test_a_screen_reader_meets_no_field_that_must_stay_empty(browser: Browser, address: str, language: str) -> None:
    page = opened(browser.new_page(), address, language)
    assert page.locator(".trap input").count() == 1
    assert [node for node in tree(page) if role(node) == "textbox"] == []
    page.close()


@pytest.mark.parametrize("size", [100, 200])
def test_a_small_phone_needs_no_sideways_scrolling(browser: Browser, address: str, language: str, size: int) -> None:
    page = opened(browser.new_page(viewport={"width": 320, "height": 640}), address, language)
    page.evaluate("size => { document.documentElement.style.fontSize = size + '%'; }", size)
    wide = page.locator("main *:not(.trap *)").evaluate_all(
        "all => all.filter((one) => one.getBoundingClientRect().right > 321).map((one) => one.outerHTML)"
    )
    assert wide == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    low = page.locator(".poll-item label").evaluate_all("all => Math.min(...all.map((one) => one.offsetHeight))")
    assert low >= 44
    page.close()


def test_no_word_of_the_line_for_danger_breaks_beside_the_button(browser: Browser, address: str, language: str) -> None:
    page = opened(browser.new_page(viewport={"width": 320, "height": 640}), address, language)
    page.evaluate("document.documentElement.style.fontSize = '36px'")
    heights = page.locator(".crisis p").evaluate(
        """(line) => [...line.firstChild.data.matchAll(/\\S+/g)].map((word) => {
            const range = document.createRange();
            range.setStart(line.firstChild, word.index);
            range.setEnd(line.firstChild, word.index + word[0].length);
            return new Set([...range.getClientRects()].map((box) => box.top)).size;
        })"""
    )
    assert heights == [1] * len(heights)
    page.close()


def test_what_happens_to_the_answers_stands_above_the_button(browser: Browser, address: str, language: str) -> None:
    """Three sentences in sight, the rest behind them; without a script too."""
    context = browser.new_context(java_script_enabled=False)
    page = opened(context.new_page(), address, language)
    first, second, third = privacy_in_short(Keeping(), POLL, language)
    short = page.get_by_text(f"{first} {second} {third}")
    expect(short).to_be_visible()
    rest = page.locator("form.poll details p")
    expect(rest).to_be_hidden()
    page.locator("form.poll summary").click()
    expect(rest).to_have_text(" ".join(privacy_note(Keeping(), POLL, language)))
    tops = [
        box["y"]
        for each in (short, rest, page.locator("form.poll .button[type=submit]"))
        if (box := each.bounding_box())
    ]
    assert tops == sorted(tops)
    context.close()


def test_forced_colors_still_show_what_is_marked(browser: Browser, address: str) -> None:
    page = opened(browser.new_page(forced_colors="active"), address)
    radio, other = page.locator("[type=radio]").nth(3), page.locator("[type=radio]").nth(4)
    radio.check()
    look = "one => getComputedStyle(one).borderTopWidth + getComputedStyle(one).appearance"
    assert radio.evaluate(look) != other.evaluate(look)
    page.close()


def test_without_style_and_script_the_page_is_the_same_poll(browser: Browser, address: str, language: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.route("**/*.css", lambda route: route.abort())
    opened(page, address, language)
    assert page.locator("fieldset").count() == 20
    for group in page.locator("fieldset").all():
        group.get_by_role("radio").last.check()
    assert page.locator(":checked").count() == 20
    expect(
        page.get_by_role("button", name={"en": "Send my answers", "es": "Enviar mis respuestas"}[language])
    ).to_be_visible()
    context.close()


# --- Another language ---------------------------------------------------------------------------------------------

MARKS = ["training_crisis-4", "training_toolkits-na"]


def marked(page: Page) -> list[str]:
    return sorted(page.locator(":checked").evaluate_all("all => all.map((one) => one.id)"))


@pytest.mark.parametrize("path", ["poll/needs/", "poll/needs/embed/"])
def test_marks_go_along_to_the_other_language_and_back_and_nothing_stays_behind(
    browser: Browser, address: str, path: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}/{path}", wait_until="networkidle")
    for mark in MARKS:
        page.locator(f"#{mark}").check()
    for language in ("es", "en"):
        page.locator(f"a[hreflang={language}]").first.click()
        page.wait_for_load_state("networkidle")
        expect(page.locator("html")).to_have_attribute("lang", language)
        assert marked(page) == MARKS
        expect(page.locator(".rescue")).to_be_hidden()
        expect(page.get_by_role("alert")).to_have_text("")
        assert page.evaluate("sessionStorage.length + localStorage.length") == 0
    page.close()


def test_marks_stay_on_no_other_way_off_the_page(browser: Browser, address: str) -> None:
    page = opened(browser.new_page(), address)
    page.locator(f"#{MARKS[0]}").check()
    page.goto(f"{address}/es/poll/needs/", wait_until="networkidle")
    assert marked(page) == []
    assert page.evaluate("sessionStorage.length") == 0
    page.close()


@pytest.mark.parametrize(("language", "words"), [("en", "clears your marks"), ("es", "se borran sus marcas")])
def test_without_a_script_people_are_told_to_choose_the_language_first(
    browser: Browser, address: str, language: str, words: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = opened(context.new_page(), address, language)
    told = page.locator("main noscript p")  # a script makes plain text of it, which nobody sees
    expect(told).to_be_visible()
    expect(told).to_contain_text(words)
    context.close()
    page = opened(browser.new_page(), address, language)
    assert page.locator("main noscript p").count() == 0
    page.close()


# --- Days -------------------------------------------------------------------------------------------------------------

FALL = Wave("fall", date(2026, 12, 1), date(2027, 1, 15), {"en": "All who come to us.", "es": "Quienes vienen."})


@pytest.fixture(scope="module")
def asked_in_fall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("fall")
    write_poll(folder, questionnaire=replace(POLL, waves=(FALL,)))
    with serving(folder) as base:
        yield base


@pytest.mark.parametrize(
    ("day", "is_open", "told"),
    [
        ("2026-11-30", False, "You can answer from December 1, 2026 on."),
        ("2026-12-01", True, "All who come to us."),
        ("2027-01-15", True, "January 15, 2027"),
        ("2027-01-16", False, "This poll ended on January 15, 2027."),
    ],
)
def test_the_form_is_there_on_the_days_of_its_wave(
    browser: Browser, asked_in_fall: str, day: str, is_open: bool, told: str
) -> None:
    page = browser.new_page()
    page.clock.set_fixed_time(f"{day}T12:00:00")
    opened(page, asked_in_fall)
    assert page.locator("form.poll").is_visible() == is_open
    expect(page.locator("main")).to_contain_text(told)
    assert page.get_by_text("This poll ended").is_visible() == (day > "2027-01-15")
    assert page.get_by_text("You can answer from").is_visible() == (day < "2026-12-01")
    page.close()


def test_without_a_script_the_days_stand_there_and_the_form_stays(browser: Browser, asked_in_fall: str) -> None:
    """Nobody counts the days then; the service refuses on any other."""
    context = browser.new_context(java_script_enabled=False)
    page = opened(context.new_page(), asked_in_fall)
    assert page.locator(".wave time").evaluate_all("all => all.map((one) => one.dateTime)") == [
        "2026-12-01",
        "2027-01-15",
    ]
    assert page.locator("form.poll").is_visible()
    context.close()


def test_a_poll_without_days_says_none(address: str, browser: Browser) -> None:
    page = opened(browser.new_page(), address)
    assert page.locator(".wave").count() == 0
    page.close()
