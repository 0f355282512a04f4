# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every kind of page of the made-up county, in both languages and as different people see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.serving import serving

pytestmark = pytest.mark.browser

PAGES = (
    *("", "stay/", "tonight/", "peers/", "day-one/", "employers/partner/", "employers/rules/"),
    *("employers/partners/", "about-the-data/", "patterns/", "patterns-2/"),
    *("housing/", "housing/by/kind/recovery-residence/", "housing/by/serves/us-oh/", "housing/ask/registry/"),
    *("employers/ask/conviction/", "services/", "trainings/", "notices/", "events/", "facts/", "words/"),
    *("housing/maple-house/", "housing/house-on-the-hill/", "services/id-desk/", "employers/lantern-bread/"),
    *("papers/", "papers/state-id/", "kept/", "care/", "offline/", "search/", "all-pages/"),
    *("asked-for/", "corrections/", "calendar/", "volunteering/match/", "events/porch-night/"),
    *("trainings/compare/", "trainings/compare/places/", "facts/compare/places/", "slides/porch-talk/"),
    *("help/", "help/choirs/", "help/volunteer/"),
    *("templates/", "templates/county-report/"),
    *("places/", "places/ohio/", "places/ember-creek/"),
    "posters/",
    "volunteering/thanks/",
    *("poll/needs/", "poll/needs/thanks/", "poll/needs/results/", "poll/needs/results/codebook/", "poll/needs/needs/"),
)

MODES: dict[str, dict[str, Any]] = {
    "320": {"viewport": {"width": 320, "height": 640}},
    "1280": {"viewport": {"width": 1280, "height": 800}},
    "dark": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
    "forced colors": {"viewport": {"width": 320, "height": 640}, "forced_colors": "active"},
}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    window.shifts.push([entry.value, ...entry.sources.map((source) => source.node?.className)]);
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="module")
def address(full_site: Path) -> Iterator[str]:
    with serving(full_site) as base:
        yield base


@pytest.fixture(scope="module", params=MODES, ids=str)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(**MODES[request.param], reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("tree", ["", "es/"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(page: Page, address: str, path: str, tree: str) -> None:
    page.goto(f"{address}/{tree}{path}", wait_until="networkidle")
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the screen"


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    context.add_init_script(WATCH_SHIFTS)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("tree", ["", "es/"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_jumps(phone: Page, address: str, path: str, tree: str) -> None:
    phone.goto(f"{address}/{tree}{path}", wait_until="networkidle")
    assert phone.evaluate("window.shifts") == []


@pytest.mark.parametrize("path", PAGES)
def test_with_twice_the_text_nothing_is_cut_off_or_wider_than_the_screen(phone: Page, address: str, path: str) -> None:
    phone.goto(f"{address}/{path}", wait_until="networkidle")
    phone.evaluate("document.documentElement.style.fontSize = '200%'")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    cut = phone.evaluate(  # a long answer in a box moves with the caret: that is no cut
        "[...document.querySelectorAll('main :not(input)')].filter((e) => e.scrollWidth > e.clientWidth + 1 "
        "&& ['hidden', 'clip'].includes(getComputedStyle(e).overflowX) && e.clientWidth > 1).map((e) => e.className)"
    )
    assert cut == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_where_less_motion_is_asked_for(phone: Page, address: str, path: str) -> None:
    phone.goto(f"{address}/{path}", wait_until="networkidle")
    moving = phone.evaluate("document.getAnimations().filter((a) => a.effect.getComputedTiming().duration > 10).length")
    assert moving == 0


def test_the_list_of_kinds_is_whole(full_site: Path) -> None:
    """Each kind of page that is written has a page in the list above."""
    kind = re.compile(r'<meta name="page-type" content="([^"]+)">')
    of = {
        str(path.relative_to(full_site).parent): found[1]
        for path in full_site.rglob("index.html")
        if (found := kind.search(path.read_text(encoding="utf-8")))
    }
    looked_at = {of[path.strip("/") or "."] for path in PAGES}
    # What git knows is shown only in a checkout; tests/history looks at that page.
    assert set(of.values()) - looked_at <= {"short", "history"}
