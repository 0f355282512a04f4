# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Large text on a small phone: words stay whole, and nothing lies over anything else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.serving import serving

pytestmark = pytest.mark.browser

SIZES = (100, 125, 150, 175, 200)
"""What a reader sets, in percent of the size that the site begins with."""

BROKEN = """
(roots) => [...document.querySelectorAll(roots)].flatMap((root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), broken = [];
  for (let text; (text = walker.nextNode()); ) {
    if (!text.parentElement.checkVisibility()) continue;
    for (const word of text.data.matchAll(/[^\\s/-]+/g)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      if (new Set([...range.getClientRects()].filter((box) => box.width).map((box) => box.top)).size > 1)
        broken.push(word[0]);
    }
  }
  return broken;
})
"""
"""The words within `roots` that stand on more than one line."""

COVERED = """
() => {
  const boxes = (of) => [...document.querySelectorAll(of)].filter((e) => e.checkVisibility())
    .flatMap((e) => [...e.getClientRects()]);
  return boxes(".crumbs a").some((a) => boxes(".nav a, .leave, .brand").some((b) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1));
}
"""


@pytest.fixture(scope="module")
def address(full_site: Path) -> Iterator[str]:
    with serving(full_site) as base:
        yield base


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    yield page
    page.close()


def at(page: Page, size: int) -> None:
    page.evaluate("size => { document.documentElement.style.fontSize = `${size * 1.125}%`; }", size)


@pytest.mark.parametrize("tree", ["", "es/"])
@pytest.mark.parametrize("path", ["", "trainings/compare/", "templates/county-report/"])
def test_the_header_keeps_its_words_whole_and_apart(page: Page, address: str, tree: str, path: str) -> None:
    """The line for danger runs round “Leave this page”, and the crumbs stand beside the language or below it."""
    page.goto(f"{address}/{tree}{path}")
    for width in (320, 360, 412):
        page.set_viewport_size({"width": width, "height": 640})
        for size in SIZES:
            at(page, size)
            assert page.evaluate(BROKEN, ".crisis, .bar, .crumbs") == [], (width, size)
            assert not page.evaluate(COVERED), (width, size)


@pytest.mark.parametrize("tree", ["", "es/"])
@pytest.mark.parametrize("path", ["peers/", "slides/porch-talk/", "templates/county-report/"])
def test_no_cell_of_a_table_is_cut_letter_by_letter(page: Page, address: str, tree: str, path: str) -> None:
    """On a phone its cells stand below each other or it moves sideways; the page never does."""
    page.goto(f"{address}/{tree}{path}")
    for width in (320, 412, 700):
        page.set_viewport_size({"width": width, "height": 640})
        for size in SIZES:
            at(page, size)
            assert page.evaluate(BROKEN, "td, th") == [], (width, size)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (width, size)


@pytest.mark.parametrize("tree", ["", "es/"])
def test_a_box_to_tick_is_a_box_alone(page: Page, address: str, tree: str) -> None:
    """No bullet stands before it, and no brackets are read out."""
    page.goto(f"{address}/{tree}peers/")
    boxes = page.locator("ul.boxes")
    assert boxes.locator("li").count() == 2
    assert boxes.evaluate("list => getComputedStyle(list).listStyleType") == "none"
    assert all(words.startswith("☐ ") and "[" not in words for words in boxes.locator("li").all_inner_texts())
