# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the scripts do in a browser, with its clock where we want it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.faultless import faultless
from tests.serving import serving
from tests.theme.pages import write_pages

pytestmark = pytest.mark.browser

LEAVING = "https://www.weather.gov/"


@pytest.fixture(scope="module", params=["en", "es"])
def language(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    return chosen


@pytest.fixture(scope="module")
def address(language: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp(language)
    write_pages(folder, language)
    with serving(folder) as base:
        yield base


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page whose faults, broken policies included, fail the test."""
    context = browser.new_context()
    with faultless(context.new_page()) as page:
        yield page
    context.close()


def open_on(page: Page, address: str, day: str) -> None:
    """Opens a page while the reader's clock says noon of `day`, and waits for its scripts."""
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto(address, wait_until="networkidle")


@pytest.mark.parametrize(
    ("day", "age"),
    [
        ("2026-11-02", {"en": "today", "es": "hoy"}),
        ("2026-11-14", {"en": "12 days ago", "es": "hace 12 días"}),
        ("2027-01-31", {"en": "3 months ago", "es": "hace 3 meses"}),
        ("2026-10-01", {"en": "", "es": ""}),  # the reader's clock is wrong: no age is better than a strange one
    ],
)
def test_a_date_tells_its_age(page: Page, address: str, language: str, day: str, age: dict[str, str]) -> None:
    open_on(page, f"{address}/list/", day)
    time = page.locator(".card time")
    assert (time.get_attribute("data-age") or "") == age[language]
    assert time.text_content() == "November 2, 2026"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2027-02-10", {"en": "Old: from 3 months ago. Call first.", "es": "Ya pasó tiempo: es de hace 3 meses."}),
        ("2027-05-21", {"en": "Old: from 7 months ago. Call first.", "es": "Ya pasó tiempo: es de hace 7 meses."}),
    ],
)
def test_past_its_life_a_date_says_call_first(
    page: Page, address: str, language: str, day: str, words: dict[str, str]
) -> None:
    open_on(page, f"{address}/list/", day)
    expect(page.locator(".card .checked")).to_contain_text(words[language])
    assert page.locator(".card time").get_attribute("data-on") == "November 2, 2026"


def test_growing_old_moves_nothing_below(page: Page, address: str) -> None:
    open_on(page, f"{address}/list/", "2027-05-21")
    line = page.locator(".card .checked")
    assert (line.evaluate("line => line.style.minBlockSize")).endswith("px")


def test_in_large_print_the_age_stays_in_its_card(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    open_on(page, f"{address}/list/", "2027-01-31")
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    card = page.locator(".card").first
    assert card.evaluate("card => card.scrollWidth <= card.clientWidth")


@pytest.mark.parametrize(("day", "told"), [("2026-11-30", True), ("2026-12-01", False)])
def test_a_law_is_told_until_its_day_and_keeps_its_source(page: Page, address: str, day: str, told: bool) -> None:
    open_on(page, f"{address}/law/", day)
    expect(page.get_by_text("It says this and that.")).to_have_count(1 if told else 0)
    expect(page.locator("[data-until] .notice")).to_have_count(0 if told else 1)
    expect(page.get_by_role("link", name="The law")).to_be_visible()


@pytest.mark.parametrize(
    ("day", "said"),
    [("2027-09-30", "They hired (September 30, 2026)"), ("2027-10-01", "They say so (August 1, 2027)")],
)
def test_a_proof_falls_back_by_itself(page: Page, address: str, day: str, said: str) -> None:
    open_on(page, f"{address}/list/", day)
    expect(page.get_by_role("definition").nth(1)).to_have_text(said)


@pytest.mark.parametrize(("day", "told"), [("2026-11-09", 1), ("2026-11-10", 0)])
def test_a_free_bed_is_told_for_a_week_and_then_gone(page: Page, address: str, day: str, told: int) -> None:
    open_on(page, f"{address}/law/", day)
    expect(page.get_by_text("2 beds were free")).to_have_count(told)


def test_on_a_phone_each_number_to_check_is_one_line_to_press_and_the_page_is_no_wall(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}/care/")
    for link in page.locator(".care-task :is(a, summary)").all():
        box = link.bounding_box()
        assert box
        assert box["height"] >= 44
    assert page.get_by_role("link", name="614-555-0142").evaluate("link => link.getClientRects().length") == 1
    assert page.get_by_role("link", name="614-555-0142").get_attribute("href") == "tel:+16145550142"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    questions = page.locator(".asks li")
    assert [question.is_visible() for question in questions.all()] == [True, False, False, False]


def test_the_form_is_unfolded_for_whoever_comes_to_tell(page: Page, address: str) -> None:
    page.goto(f"{address}/law/")
    expect(page.locator("#tell form")).to_be_hidden()
    page.goto(f"{address}/care/")
    page.locator(".care-task .tell").click()
    expect(page.locator("#tell form")).to_be_visible()


@pytest.mark.parametrize("way", ["click", "shift"])
def test_leaving_goes_elsewhere_and_not_back(page: Page, address: str, way: str) -> None:
    page.route(f"{LEAVING}**", lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"))
    page.goto("about:blank")
    page.goto(f"{address}/law/", wait_until="networkidle")
    if way == "click":
        page.locator(".leave").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url(LEAVING)
    page.go_back()
    assert page.url == "about:blank"


def test_typing_capitals_does_not_leave(page: Page, address: str) -> None:
    page.goto(f"{address}/law/", wait_until="networkidle")
    for letter in "ABCD":
        page.keyboard.press(f"Shift+{letter}")
    assert page.url == f"{address}/law/"


def test_leaving_works_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.route(f"{LEAVING}**", lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"))
    page.goto(f"{address}/law/")
    page.locator(".leave").click()
    page.wait_for_url(LEAVING)
    context.close()


def answering(page: Page, address: str) -> None:
    page.goto(f"{address}/poll/", wait_until="networkidle")
    page.locator("input[value='5']").check()


def send(page: Page) -> None:
    page.locator("form.poll .button[type=submit]").click()


def test_a_poll_that_does_not_get_through_keeps_its_answers(page: Page, address: str, language: str) -> None:
    answering(page, address)
    page.route("**/send", lambda route: route.abort())
    send(page)
    expect(page.get_by_role("alert")).to_contain_text({"en": "still here", "es": "Siguen aquí"}[language])
    expect(page.locator("form.poll .button[type=submit]")).to_have_text(
        {"en": "Send again", "es": "Enviar otra vez"}[language]
    )
    assert page.locator("input[value='5']").is_checked()


def test_a_poll_that_is_refused_says_why_and_carries_on(page: Page, address: str) -> None:
    """What the service wants back comes with the next try, and one sending keeps one name."""
    answering(page, address)
    bodies: list[str] = []
    refusal = {"ok": False, "errors": [{"message": "Press the button once more."}], "carry": {"_ticket": "t1"}}

    def service(route: Route) -> None:
        bodies.append(route.request.post_data or "")
        assert route.request.headers["accept"] == "application/json"
        route.fulfill(json=refusal if len(bodies) == 1 else {"ok": True, "next": "https://example.org/"})

    page.route("**/send", service)
    send(page)
    expect(page.get_by_role("alert")).to_have_text("Press the button once more.")
    send(page)
    page.wait_for_url(f"{address}/poll/thanks/")
    sids = {part for body in bodies for part in body.split("&") if part.startswith("_sid=")}
    assert len(sids) == 1
    assert "peer=5" in bodies[0]
    assert "_v=1" in bodies[0]
    assert "_ticket=t1" in bodies[1]


def test_a_double_press_sends_once(page: Page, address: str) -> None:
    answering(page, address)
    sent: list[str] = []
    waiting: list[Route] = []

    def service(route: Route) -> None:
        sent.append(route.request.url)
        waiting.append(route)

    page.route("**/send", service)
    page.locator("form.poll").evaluate("form => { form.requestSubmit(); form.requestSubmit(); }")
    page.wait_for_timeout(200)
    assert len(sent) == 1
    waiting[0].fulfill(body=json.dumps({"ok": True}), content_type="application/json")
    page.wait_for_url(f"{address}/poll/thanks/")


def test_an_empty_poll_is_not_sent(page: Page, address: str) -> None:
    page.goto(f"{address}/poll/", wait_until="networkidle")
    page.route("**/send", lambda route: pytest.fail("It was sent."))
    send(page)
    expect(page.get_by_role("alert")).not_to_be_empty()


def test_a_poll_is_posted_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    bodies: list[str] = []

    def service(route: Route) -> None:
        bodies.append(route.request.post_data or "")
        route.fulfill(body="<title>Thanks</title>", content_type="text/html")

    page.route("**/send", service)
    page.goto(f"{address}/poll/")
    page.locator("input[value='na']").check()
    send(page)
    page.wait_for_url(f"{address}/poll/send")
    assert bodies == ["_v=1&_gotcha=&peer=na"]
    context.close()


@pytest.mark.parametrize("asked", ["#q=bed", "?q=bed", "#q=bed%20"])
def test_search_shows_what_it_finds_by_kind(page: Page, address: str, asked: str) -> None:
    """The kind of the best result comes first, text stays text, and the words stand behind "#", which is never sent."""
    page.clock.set_fixed_time("2026-11-14T12:00:00")
    page.goto(f"{address}/search/{asked}", wait_until="networkidle")
    expect(page.locator(".results h2")).to_have_text(["Help lines", "A place to stay"])
    expect(page.locator(".results h3")).to_have_text(["A line", "<b>Maple</b> House"])
    expect(page.get_by_role("status")).to_contain_text("2")
    assert page.locator(".results h3 a").last.evaluate("link => link.href") == f"{address}/housing/x/"
    assert page.url == f"{address}/search/#q=bed"


def test_search_says_how_old_a_result_is(page: Page, address: str, language: str) -> None:
    page.clock.set_fixed_time("2026-11-14T12:00:00")
    page.goto(f"{address}/search/#q=bed", wait_until="networkidle")
    age = {"en": "(12 days ago)", "es": "(hace 12 días)"}[language]
    expect(page.locator(".results .card").first).to_contain_text(age)


def test_a_result_says_full_for_a_week_and_marks_words_of_another_language(page: Page, address: str) -> None:
    maple = page.locator(".results .card", has_text="Maple")
    page.clock.set_fixed_time("2026-11-17T12:00:00")
    page.goto(f"{address}/search/#q=bed", wait_until="networkidle")
    expect(maple.locator(".kind")).to_have_text("Recovery home · Full on November 10")
    expect(maple.locator("dd")).to_have_attribute("lang", "en")
    page.clock.set_fixed_time("2026-11-18T12:00:00")
    page.reload(wait_until="networkidle")
    expect(maple.locator(".kind")).to_have_text("Recovery home")


def test_a_result_past_its_review_says_so_instead_of_what_it_held(page: Page, address: str, language: str) -> None:
    line = page.locator(".results .card", has_text="A line")
    page.clock.set_fixed_time("2027-01-01T12:00:00")
    page.goto(f"{address}/search/#q=bed", wait_until="networkidle")
    expect(line).to_contain_text("Anyone")
    page.clock.set_fixed_time("2027-01-02T12:00:00")
    page.reload(wait_until="networkidle")
    expect(line).not_to_contain_text("Anyone")
    expect(line.locator(".notice")).to_contain_text({"en": "re-checking", "es": "Estamos revisando"}[language])


def test_search_finds_while_one_types_and_on_enter(page: Page, address: str) -> None:
    page.goto(f"{address}/search/", wait_until="networkidle")
    page.locator("#q").press_sequentially("bed")
    expect(page.locator(".results .card")).to_have_count(2)
    page.locator("#q").fill("nothing like it")
    page.locator("#q").press("Enter")
    expect(page.locator(".results .card")).to_have_count(0)
    expect(page.get_by_role("status")).to_contain_text("nothing like it")


def test_a_search_that_does_not_load_says_so_and_keeps_the_doors(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}/search-lost/#q=bed", wait_until="networkidle")
    expect(page.get_by_role("status")).to_contain_text({"en": "did not load", "es": "no cargó"}[language])
    expect(page.get_by_role("link", name="A place to stay, all of it")).to_be_visible()
