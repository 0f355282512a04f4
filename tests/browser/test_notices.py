# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A notice comes on its day and goes after its last one, though nobody builds the site again."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from porchlight.build import build
from tests.conftest import ROOT, let_days_go_on
from tests.serving import serving

pytestmark = pytest.mark.browser

TODAY = date.today()

SHELTER, HOUSE = "housing/lantern-night-shelter", "housing/maple-house"

DATES = re.compile(r"^Until .+ · read on .+ · example\.org$")

TRANSLATED = """\
  translations:
    es:
      state: reviewed
      name: tubo (inventado)
      summary: Un aviso inventado.
"""

NOTICE = """\
- id: {id}
  name: {id} (made up)
  summary: A made-up notice.
  kind: {kind}
  shown_from: {begins}
  shown_until: {ends}
  sources:
    - {{url: https://example.org/{id}, read_on: {read}, kind: own}}
"""


def at(ahead: int, time: str = "12:00:00") -> str:
    """A time on the day that many days after today."""
    return f"{TODAY + timedelta(days=ahead)}T{time}"


@contextmanager
def reader(browser: Browser, ahead: int = 0, time: str = "12:00:00") -> Iterator[Page]:
    """A page of a browser whose clock stands on that day."""
    context = browser.new_context(timezone_id="America/New_York" if time.endswith("Z") else None)
    page = context.new_page()
    page.clock.set_fixed_time(at(ahead, time))
    yield page
    context.close()


def notice(name: str, begins: int, ends: int, kind: str = "weather") -> str:
    """A notice that is shown from so many days after today until so many days after today."""
    days = [TODAY + timedelta(days=ahead) for ahead in (begins, ends)]
    return NOTICE.format(id=name, begins=days[0], ends=days[1], read=TODAY - timedelta(days=9), kind=kind)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    hub = tmp_path_factory.mktemp("notices") / "hub"
    shutil.copytree(ROOT / "tests" / "hubs" / "full", hub)
    shelter = hub / "data" / "housing" / "lantern-night-shelter.yaml"
    asked = shelter.read_text(encoding="utf-8").replace("2026-11-24", str(TODAY - timedelta(days=1)))
    shelter.write_text(asked, encoding="utf-8")
    about = notice("pipe", -2, 3, "closure") + f"  about: [{SHELTER}]\n" + TRANSLATED
    texts = [
        about,
        notice("flood", 2, 5, "closure") + f"  about: [{HOUSE}]\n",
        notice("over", -9, -1),
        notice("ice", -2, 3),
        notice("heat", 5, 8),
        notice("far", 60, 70),
    ]
    (hub / "data" / "notices" / "notices.yaml").write_text("".join(texts), encoding="utf-8")
    build(let_days_go_on(hub), hub / "output")
    with serving(hub / "output") as base:
        yield base


@pytest.mark.parametrize(
    ("ahead", "shown"), [(0, ["ice"]), (3, ["ice"]), (4, []), (5, ["heat"]), (8, ["heat"]), (9, [])]
)
@pytest.mark.parametrize("path", ["", "stay/", "notices/"])
def test_each_notice_is_shown_on_its_days_alone(
    browser: Browser, address: str, path: str, ahead: int, shown: list[str]
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY + timedelta(days=ahead)}T12:00:00")
    page.goto(f"{address}/{path}", wait_until="networkidle")
    seen = [name for name in ("over", "ice", "heat", "far") if page.get_by_text(f"{name} (made up)").first.is_visible()]
    assert seen == shown
    context.close()


def test_without_a_script_what_has_begun_is_shown_and_what_has_not_is_not(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/")
    expect(page.get_by_text("ice (made up)")).to_be_visible()
    expect(page.get_by_text("heat (made up)")).to_be_hidden()
    context.close()


def test_what_is_over_or_far_ahead_is_in_no_page(browser: Browser, address: str) -> None:
    page = browser.new_page()
    for path in ("", "stay/", "notices/", "es/"):
        page.goto(f"{address}/{path}")
        assert "over (made up)" not in page.content()
        assert "far (made up)" not in page.content()
    page.close()


@pytest.mark.parametrize(("ahead", "shown"), [(0, True), (3, True), (4, False)])
@pytest.mark.parametrize("path", ["housing/lantern-night-shelter/", "housing/", "es/day-one/", "notices/"])
def test_a_notice_about_a_place_stands_on_its_page_and_on_its_card(
    browser: Browser, address: str, path: str, ahead: int, shown: bool
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY + timedelta(days=ahead)}T12:00:00")
    page.goto(f"{address}/{path}", wait_until="networkidle")
    assert any(each.is_visible() for each in page.get_by_text(re.compile(r"(pipe|tubo) \(")).all()) == shown
    context.close()


def test_a_notice_about_a_place_is_printed_with_it_and_stands_on_no_first_page(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/")
    assert "pipe (made up)" not in page.content()
    page.goto(f"{address}/housing/lantern-night-shelter/")
    page.emulate_media(media="print")
    expect(page.get_by_text("pipe (made up)")).to_be_visible()
    expect(page.get_by_text("A made-up notice.")).to_be_visible()
    page.close()


@pytest.mark.parametrize(("ahead", "runs"), [(0, True), (3, True), (4, False)])
def test_while_a_notice_runs_the_hours_are_left_to_it(browser: Browser, address: str, ahead: int, runs: bool) -> None:
    with reader(browser, ahead) as page:
        page.goto(f"{address}/{SHELTER}/", wait_until="networkidle")
        line = page.locator("[data-enhance=open_now]")
        expect(line).to_have_text("See the notice above." if runs else re.compile("^(Open|Closed) now"))


@pytest.mark.parametrize("path", [f"{SHELTER}/", "housing/", f"es/{SHELTER}/"])
def test_a_closed_place_tells_no_free_beds(browser: Browser, address: str, path: str) -> None:
    with reader(browser) as page:
        page.goto(f"{address}/{path}")
        assert "beds were free" not in page.content()
        assert "camas libres" not in page.content()


@pytest.mark.parametrize(("ahead", "runs"), [(0, True), (4, False)])
def test_what_search_finds_knows_of_the_notice(browser: Browser, address: str, ahead: int, runs: bool) -> None:
    with reader(browser, ahead) as page:
        page.goto(f"{address}/search/#q=lantern+night+shelter")
        card = page.locator(".card", has_text="Lantern Night Shelter").first
        expect(card).to_be_visible()
        expect(card.get_by_text("pipe (made up)")).to_have_count(int(runs))
        expect(card.get_by_text(DATES)).to_have_count(int(runs))


def test_what_was_kept_tells_the_notice_on_its_days_alone(browser: Browser, address: str) -> None:
    with reader(browser) as page:
        page.goto(f"{address}/{SHELTER}/", wait_until="networkidle")
        page.locator("[data-enhance=keep]").click()
        for ahead, runs in ((0, True), (3, True), (4, False)):
            page.clock.set_fixed_time(at(ahead))
            page.goto(f"{address}/kept/", wait_until="networkidle")
            page.reload(wait_until="networkidle")
            expect(page.locator(".card")).to_have_count(1)
            expect(page.get_by_text("pipe (made up)")).to_have_count(int(runs))
            expect(page.get_by_text(DATES)).to_have_count(int(runs))
            assert "beds were free" not in page.content()


@pytest.mark.parametrize(("ahead", "runs"), [(0, True), (4, False)])
def test_what_is_open_now_leaves_out_a_closed_place(browser: Browser, address: str, ahead: int, runs: bool) -> None:
    with reader(browser, ahead, "11:00:00Z") as page:
        page.goto(f"{address}/housing/", wait_until="networkidle")
        data = page.evaluate("""async (now) => {
          const { sorted } = await import(document.querySelector("script[type=module]").src.replace("main", "bands"));
          const file = await (await fetch("find.json")).json();
          const wanted = { asked: [], picks: [], open: true, near: {} };
          return (await sorted([file], wanted)).map(({ row, band }) => [row.h, band]);
        }""")
        assert dict(data)["lantern-night-shelter/"] == ("rest" if runs else "fits")


def test_a_notice_says_when_it_ends_and_when_its_source_was_read(browser: Browser, address: str) -> None:
    with reader(browser) as page:
        page.goto(f"{address}/{SHELTER}/")
        notice = page.locator(".notice", has_text="pipe (made up)")
        expect(notice).to_contain_text("Until ")
        days = notice.locator("time").evaluate_all("all => all.map((each) => each.dateTime)")
        assert days == [str(TODAY + timedelta(days=3)), str(TODAY - timedelta(days=9))]
        expect(notice.get_by_role("link")).to_have_attribute("href", "https://example.org/pipe")
        assert f"pipe (made up) (Until {TODAY + timedelta(days=3):%B}" in unquote(
            page.locator("a[href^='sms:?&body']").get_attribute("href") or ""
        )


def test_the_list_of_notices_leads_to_the_place_in_the_readers_language(browser: Browser, address: str) -> None:
    with reader(browser) as page:
        page.goto(f"{address}/es/notices/")
        card = page.locator(".card", has_text="tubo (inventado)")
        expect(card).to_contain_text("Hasta el")
        card.get_by_role("link", name="Lantern Night Shelter").click()
        page.wait_for_url(f"{address}/es/{SHELTER}/")
