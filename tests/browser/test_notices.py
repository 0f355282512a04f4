# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A notice comes on its day and goes after its last one, though nobody builds the site again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, expect

from porchlight.build import build
from tests.conftest import ROOT
from tests.serving import serving

pytestmark = pytest.mark.browser

TODAY = date.today()

NOTICE = """\
- id: {id}
  name: {id} (made up)
  summary: A made-up notice.
  kind: weather
  shown_from: {begins}
  shown_until: {ends}
  sources:
    - {{url: https://example.org/{id}, read_on: {read}, kind: own}}
"""


def notice(name: str, begins: int, ends: int) -> str:
    """A notice that is shown from so many days after today until so many days after today."""
    days = [TODAY + timedelta(days=ahead) for ahead in (begins, ends)]
    return NOTICE.format(id=name, begins=days[0], ends=days[1], read=TODAY - timedelta(days=9))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    hub = tmp_path_factory.mktemp("notices") / "hub"
    shutil.copytree(ROOT / "tests" / "hubs" / "full", hub)
    about = notice("pipe", -2, 3) + "  about: [housing/lantern-night-shelter]\n"
    texts = [about, notice("over", -9, -1), notice("ice", -2, 3), notice("heat", 5, 8), notice("far", 60, 70)]
    (hub / "data" / "notices" / "notices.yaml").write_text("".join(texts), encoding="utf-8")
    build(hub, hub / "output")
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
@pytest.mark.parametrize("path", ["housing/lantern-night-shelter/", "housing/", "es/stay/", "notices/"])
def test_a_notice_about_a_place_stands_on_its_page_and_on_its_card(
    browser: Browser, address: str, path: str, ahead: int, shown: bool
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY + timedelta(days=ahead)}T12:00:00")
    page.goto(f"{address}/{path}", wait_until="networkidle")
    assert any(each.is_visible() for each in page.get_by_text("pipe (made up)").all()) == shown
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
