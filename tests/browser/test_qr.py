# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The square code that the browser makes is the one that segno makes, square by square."""

from __future__ import annotations

import random
import string
from collections.abc import Iterator

import pytest
import segno
import segno.encoder
from playwright.sync_api import Browser, Page

from tests.serving import serving
from tests.theme.components import THEME

pytestmark = pytest.mark.browser

MOST = 271
"""The bytes that version 10 holds at level L."""

SIGNS = string.ascii_letters + string.digits + "/:#.=-?&%"
SQUARES = "async texts => { const { squares } = await import('/qr.js'); return texts.map(squares); }"
DRAWING = "async text => { const { drawing } = await import('/qr.js'); return drawing(text)?.outerHTML ?? null; }"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page that can load the module: the module itself, shown as text."""
    with serving(THEME / "js") as address:
        page = browser.new_page()
        page.goto(f"{address}/qr.js")
        yield page
        page.close()


def texts() -> list[str]:
    """One text of every length up to the most, so that each version and both kinds of blocks are there."""
    chance = random.Random(4)
    return ["".join(chance.choices(SIGNS, k=length)) for length in range(1, MOST + 1)]


def made_by_segno(text: str) -> list[list[int]]:
    code = segno.make(text, error="l", mask=2, mode="byte", micro=False, boost_error=False)
    return [list(row) for row in code.matrix]


def test_every_square_is_as_segno_puts_it(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """segno 1.6 adds a whole byte of nothing where a text in bytes needs none (ISO/IEC 18004, 7.4.10): put off."""
    monkeypatch.setattr(segno.encoder, "write_padding_bits", lambda *_: None)
    made = page.evaluate(SQUARES, texts())
    differing = [len(text) for text, rows in zip(texts(), made, strict=True) if rows != made_by_segno(text)]
    assert len(made) >= 200
    assert differing == []


def test_a_text_that_is_too_long_gives_no_drawing(page: Page) -> None:
    assert page.evaluate(DRAWING, "x" * (MOST + 1)) is None


def test_the_drawing_has_the_rim_that_a_camera_needs(page: Page) -> None:
    drawn = page.evaluate(DRAWING, "https://hub.example.org/kept/#l=bq4k7m")
    assert 'viewBox="-4 -4 37 37"' in drawn
    assert drawn.count("<path") == 1
