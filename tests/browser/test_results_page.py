# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Results of a poll as people see them, and as one sheet of paper on a table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from porchlight.build import site_files
from porchlight.site.theme import theme_folder
from porchlight.site.verify import verify
from porchlight.site.writing import publish_files
from tests.browser.test_every_kind_of_page import MODES, RULES
from tests.serving import serving
from tests.views.results import FULL, hub_with_results

pytestmark = pytest.mark.browser

RESULTS, NEEDS = "poll/needs/results/", "poll/needs/needs/"
ITEM, EMPTY = "poll/needs/programs-housing/", "poll/needs/training-toolkits/"
TREES = ("", "es/")
EDGES = "piece => [piece.getBoundingClientRect().left, piece.getBoundingClientRect().right]"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    output: Path = tmp_path_factory.mktemp("results") / "output"
    files = site_files(hub_with_results().shown_on(date(2026, 11, 30)), theme_folder(FULL))
    verify(files, "/")
    publish_files(output, files)
    with serving(output) as base:
        yield base


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("mode", MODES.values(), ids=list(MODES))
@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("path", [RESULTS, NEEDS, ITEM, EMPTY])
def test_axe_finds_nothing(browser: Browser, address: str, path: str, tree: str, mode: dict[str, Any]) -> None:
    context = browser.new_context(**mode, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}/{tree}{path}", wait_until="networkidle")
    found = Axe().run(page, options=RULES)
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    context.close()
    assert found.violations_count == 0, found.generate_report()
    assert not wide, "the page is wider than the screen"


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize(("path", "sides"), [(NEEDS, 1), (RESULTS, 2)])
def test_each_prints_on_one_sheet_of_paper(page: Page, address: str, path: str, sides: int, tree: str) -> None:
    page.goto(f"{address}/{tree}{path}", wait_until="networkidle")
    paper = PdfReader(BytesIO(page.pdf(format="Letter")))
    assert len(paper.pages) <= sides
    words = bare(" ".join(side.extract_text() for side in paper.pages))
    language, poll = "es" if tree else "en", hub_with_results().questionnaires[0]
    told = [*(item.label[language] for item in poll.items()), poll.blocks[0].stem[language]]
    assert [each for each in told if bare(each) not in words] == []


CUT = """all => all.flatMap(node => [...node.firstChild.data.matchAll(/\\S+/g)].filter(word => {
  const range = document.createRange();
  range.setStart(node.firstChild, word.index);
  range.setEnd(node.firstChild, word.index + word[0].length);
  return range.getClientRects().length > 1;
}).map(word => word[0]))"""


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("path", [RESULTS, NEEDS])
def test_large_text_cuts_no_word_of_the_crumbs_and_no_cell(page: Page, address: str, path: str, tree: str) -> None:
    """On the smallest phone with text of twice the size."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}/{tree}{path}", wait_until="networkidle")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.locator(".crumbs li:not(:first-child) a").evaluate_all(CUT) == []
    wide = "rows => rows.filter(row => [...row.cells].some(cell => cell.getClientRects().length"
    past = " && cell.getBoundingClientRect().right > row.getBoundingClientRect().right + 1)).map(row => row.innerText)"
    assert page.locator(".stacked tbody tr").evaluate_all(wide + past) == []


@pytest.mark.parametrize("tree", TREES)
def test_a_doubt_stays_with_its_numbers_on_paper(page: Page, address: str, tree: str) -> None:
    page.goto(f"{address}/{tree}{RESULTS}", wait_until="networkidle")
    page.emulate_media(media="print")
    doubts = {
        "": ["People chose to", "Each time, other people"],
        "es/": ["Cada persona decidió", "Cada vez pueden haber"],
    }
    for doubt in doubts[tree]:
        expect(page.get_by_text(doubt)).to_be_visible()


def bare(text: str) -> str:
    """The text without spaces, and with each letter on its own where a font joins two."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def test_a_bar_is_as_wide_as_its_share(page: Page, address: str) -> None:
    """Measured on the screen: of two items, 90 of a hundred is one half longer again than 60 would be."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}/{RESULTS}", wait_until="networkidle")

    def agree(item: str) -> float:
        pieces = page.locator(f'svg[aria-label^="{item}"] .agree')
        return sum(float(width) for width in pieces.evaluate_all("all => all.map(e => e.getBBox().width)"))

    assert agree("Peer mentor") / agree("Volunteer recruitment") == pytest.approx(90 / 51, rel=0.01)
    assert page.locator("svg[role=img] text").first.evaluate("e => getComputedStyle(e).fontSize") == "15px"


COLORS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "print": {"media": "print"},
}


@pytest.mark.parametrize("mode", COLORS.values(), ids=list(COLORS))
def test_the_pieces_of_a_bar_differ_without_their_color(page: Page, address: str, mode: dict[str, Any]) -> None:
    """Strong disagreement is broken, strong agreement is filled, and the others are lighter than both."""
    page.emulate_media(**mode)
    page.goto(f"{address}/{RESULTS}", wait_until="networkidle")
    bar = page.locator("svg[role=img]").first

    def style(piece: str, name: str) -> str:
        return str(bar.locator(piece).evaluate(f"piece => getComputedStyle(piece).{name}"))

    assert style(".disagree.strong", "strokeDasharray") != "none"
    assert style(".agree.strong", "strokeDasharray") == "none"
    assert style(".agree.strong", "fill") != style(".agree:not(.strong)", "fill")
    assert style(".disagree:not(.strong)", "fill") != style(".disagree.strong", "stroke")
    middle, left, right = (
        bar.locator(piece).evaluate(EDGES) for piece in ("line:not([class])", ".disagree.strong", ".agree.strong")
    )
    assert left[1] + 1 < middle[0] < right[0] - 1


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("item", [ITEM, EMPTY])
def test_an_item_tells_the_figures_of_its_line_in_the_words_of_its_head(
    page: Page, address: str, item: str, tree: str
) -> None:
    page.goto(f"{address}/{tree}{NEEDS}", wait_until="networkidle")
    heads = page.get_by_role("columnheader").all_text_contents()
    slug = item.removesuffix("/").rpartition("/")[2]
    line = page.locator("tbody tr", has=page.locator(f'a[href$="/{slug}/"]')).get_by_role("cell").all_text_contents()
    said = dict(zip(heads[1:3], line[:2], strict=True))
    page.goto(f"{address}/{tree}{item}", wait_until="networkidle")
    told = dict(
        zip(page.locator("dt").all_text_contents(), page.locator(".details dd").all_text_contents(), strict=False)
    )
    assert {head: told[head] for head in said} == said
    assert page.locator("main .card").count() == int(line[1])


def test_groups_stand_side_by_side_on_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}/es/{RESULTS}", wait_until="networkidle")
    table = page.get_by_role("table", name="Personas de acuerdo, según cómo llegaron las respuestas")
    expect(table.get_by_role("columnheader")).to_have_text(["Línea", "En papel", "Por internet"])
    expect(table.get_by_role("row")).to_have_count(4)


def test_a_wide_table_can_be_moved_with_the_keyboard(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 660, "height": 640})
    page.goto(f"{address}/{RESULTS}codebook/", wait_until="networkidle")
    page.evaluate("document.documentElement.style.fontSize = '400%'")
    table = page.locator(".wide-table").last
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("[...document.querySelectorAll('.wide-table')].at(-1).scrollLeft > 0")


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("text", ["100%", "200%"])
def test_a_phone_shows_the_exact_words_without_moving_sideways(page: Page, address: str, tree: str, text: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}/{tree}{RESULTS}codebook/", wait_until="networkidle")
    page.evaluate("size => document.documentElement.style.fontSize = size", text)
    tables = page.locator(".wide-table:has(.wordings)")
    assert tables.count() > 0
    assert tables.evaluate_all("all => all.every((one) => one.scrollWidth <= one.clientWidth)")
    assert tables.first.locator("td").first.get_attribute("data-label")


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("path", [RESULTS, NEEDS])
@pytest.mark.parametrize(("width", "text"), [(320, "100%"), (320, "200%"), (160, "100%")])
def test_a_phone_shows_every_figure_without_moving_sideways(
    page: Page, address: str, path: str, tree: str, width: int, text: str
) -> None:
    """160 is a phone of 320 at twice the size; at 200% only the text grows."""
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{address}/{tree}{path}", wait_until="networkidle")
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", text)
    for box in ("html", ".wide-table"):
        moved = page.locator(box).evaluate_all("all => all.filter((e) => e.scrollWidth > e.clientWidth).length")
        assert moved == 0, box
    hidden = page.locator(".stacked tbody tr").evaluate_all(
        "rows => rows.flatMap(row => [...row.cells]).filter(cell => cell.getClientRects().length"
        " && cell.getBoundingClientRect().right > innerWidth).map(cell => cell.textContent)"
    )
    assert hidden == []
    figures = page.get_by_role("table").first.get_by_role("row").nth(1).get_by_role("cell")
    assert figures.first.evaluate("cell => getComputedStyle(cell, '::before').content") != "none"
    assert figures.count() >= 5


def test_the_files_are_there_in_both_languages(page: Page, address: str) -> None:
    for tree in TREES:
        page.goto(f"{address}/{tree}{RESULTS}")
        for link in page.locator('a[href$="results.csv"], a[href$="datapackage.json"]').all():
            target = page.evaluate("href => new URL(href, location.href).href", link.get_attribute("href"))
            assert page.request.get(target).ok
            assert target.startswith(f"{address}/{RESULTS}")
