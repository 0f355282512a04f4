# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A printed page stands alone: number, day, code, short address and square code are on the paper."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from porchlight.model.short_codes import code_of
from tests.serving import serving

pytestmark = pytest.mark.browser

MAPLE = "housing/maple-house"
BODY = 11
"""The points of the text of a printed page."""


@pytest.fixture(scope="module")
def address(full_site: Path) -> Iterator[str]:
    with serving(full_site) as base:
        yield base


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    yield page
    page.close()


def printed(page: Page) -> PdfReader:
    return PdfReader(BytesIO(page.pdf(format="Letter")))


def words(paper: PdfReader) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in paper.pages).split())


def points_of(paper: PdfReader, text: str) -> list[float]:
    """How large the pieces of text are that hold the words."""
    sizes: list[float] = []

    def visit(piece: str, _: object, matrix: list[float], __: object, size: float) -> None:
        if text in piece:
            sizes.append(abs(matrix[3]) * size)

    for sheet in paper.pages:
        sheet.extract_text(visitor_text=visit)
    return sizes


def test_a_printed_record_tells_what_one_must_know(page: Page, address: str) -> None:
    page.goto(f"{address}/{MAPLE}/", wait_until="networkidle")
    told = words(printed(page))
    for needed in (
        "Maple House",
        "614-555-0142",
        "November 20, 2026",
        f"lantern.example.org/r/{code_of(MAPLE)}",
        "thinking of suicide",
        "Call 988",
    ):
        assert needed in told
    assert "Send it in a text message" not in told
    assert "Keep in my list" not in told


def test_the_number_is_larger_than_the_text(page: Page, address: str) -> None:
    page.goto(f"{address}/{MAPLE}/", wait_until="networkidle")
    paper = printed(page)
    assert max(points_of(paper, "614-555-0142")) > 1.3 * max(points_of(paper, "Each man has a bed"))


@pytest.mark.parametrize("script", [True, False])
def test_the_square_code_is_printed_though_it_is_folded_on_the_screen(
    browser: Browser, address: str, script: bool
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{address}/{MAPLE}/")
    square = page.locator(".hand-over .qr svg")
    assert not square.is_visible()
    page.emulate_media(media="print")
    assert square.is_visible()
    assert not page.locator(".hand-over .fold").is_visible()
    context.close()


def test_the_square_code_is_dark_on_white_in_every_theme(browser: Browser, address: str) -> None:
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(f"{address}/{MAPLE}/")
        colors = "el => [getComputedStyle(el).backgroundColor, getComputedStyle(el.querySelector('path')).stroke]"
        assert page.locator(".hand-over .qr").evaluate(colors) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
        context.close()


def test_a_printed_list_tells_number_day_and_code_of_each_place(page: Page, address: str) -> None:
    page.goto(f"{address}/kept/#l={code_of(MAPLE)}.{code_of('housing/casa-luz')}", wait_until="networkidle")
    told = words(printed(page))
    for needed in ("614-555-0142", "(614) 555-0145", "November 20, 2026", code_of(MAPLE), code_of("housing/casa-luz")):
        assert needed in told
    assert "Keep this list" not in told
    assert "Call 988" in told


@pytest.mark.parametrize(
    ("record", "promise"),
    [
        (MAPLE, "The number, the day and the code are on the paper."),
        ("employers/kind-hands-care", "The day and the code are on the paper."),
    ],
)
def test_no_number_is_promised_on_paper_that_is_not_there(page: Page, address: str, record: str, promise: str) -> None:
    """A record without a number says so, and tells nobody to call it."""
    page.goto(f"{address}/{record}/", wait_until="networkidle")
    assert promise in page.locator(".hand-over").inner_text()
    numbers = page.locator("main .record a[href^='tel:'], main .call-card a[href^='tel:']")
    assert (numbers.count() > 0) == ("number" in promise)
    assert (page.get_by_text("They would not say: call").count() > 0) <= (numbers.count() > 0)
