# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Filling in a template in the browser: files that open, whatever is typed, and nothing that leaves the device."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import odfdo
import pytest
from docx import Document as open_docx
from docx.document import Document as Opened
from lxml import etree
from playwright.sync_api import Browser, Page, expect

from porchlight.documents.markdown_file import escaped
from porchlight.documents.packing import printable
from tests.documents.samples import HOSTILE
from tests.documents.test_docx import texts
from tests.documents.test_odt import T, text_of
from tests.serving import serving

pytestmark = pytest.mark.browser

TYPED = (*HOSTILE, "one\r\ntwo", "Sam & Co <b> 50 % | é ñ")
WORD, ODT, MARKDOWN, PRINT = "Make a Word file", "Make a LibreOffice file", "Make a Markdown file", "Print or save"


@pytest.fixture(scope="module")
def address(full_site: Path) -> Iterator[str]:
    with serving(full_site) as base:
        yield base


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of its own for each test: Chromium asks a person before one page hands over an eleventh file."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, accept_downloads=True, locale="en-US")
    page = context.new_page()
    page.goto(f"{address}/templates/county-report/")
    page.wait_for_selector("form[data-enhance=template]:not([hidden])")
    page.get_by_label("What we learned").focus()
    page.wait_for_load_state("networkidle")
    yield page
    context.close()


def put(page: Page, label: str, text: str) -> None:
    """What a person pastes; the browser's own field says what becomes of it."""
    page.get_by_label(label).evaluate(
        "(field, text) => { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); }", text
    )


def made(page: Page, button: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.path().read_bytes()


def word(page: Page) -> Opened:
    return open_docx(io.BytesIO(made(page, WORD)))


def odt_paragraphs(content: bytes) -> list[str]:
    assert odfdo.Document(io.BytesIO(content)).body.headers
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return [text_of(each) for each in etree.fromstring(archive.read("content.xml")).iter(f"{T}p")]


def typed(page: Page, text: str) -> str:
    """What the field holds once it is typed, as the files have it."""
    put(page, "What we learned", text)
    return printable(page.get_by_label("What we learned").input_value()).strip()


@pytest.mark.parametrize("text", TYPED)
def test_whatever_is_typed_stands_in_a_word_file_that_opens(page: Page, text: str) -> None:
    value = typed(page, text)
    assert ("", value) in texts(word(page))


@pytest.mark.parametrize("text", TYPED)
def test_whatever_is_typed_stands_in_a_libreoffice_file_that_opens(page: Page, text: str) -> None:
    value = typed(page, text)
    assert value in odt_paragraphs(made(page, ODT))


@pytest.mark.parametrize("text", TYPED)
def test_whatever_is_typed_stands_in_a_markdown_file_as_the_command_writes_it(page: Page, text: str) -> None:
    value = typed(page, text)
    assert f"\n## What we learned\n\n{escaped(value)}\n" in made(page, MARKDOWN).decode()


def test_nothing_leaves_the_device(page: Page) -> None:
    """The network is gone once the form is touched, and all is made all the same; no request is even tried."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.context.set_offline(True)
    try:
        put(page, "What we learned", "only here")
        for button in (WORD, ODT, MARKDOWN):
            assert b"only here" in made(page, button)
    finally:
        page.context.set_offline(False)
    assert [url for url in asked if not url.startswith("blob:")] == []
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0
    assert "only" not in page.url


def test_the_page_shows_what_is_typed_and_blanks_where_nothing_is(page: Page) -> None:
    put(page, "Month", "May\u00a02026")
    put(page, "Next report by", "2027-01-05")
    text = page.locator("article.paper").inner_text()
    assert "May\u00a02026" in text
    assert "comes by January 5, 2027." in text
    put(page, "Month", "")
    assert "[Month: ________________]" in page.locator("article.paper").inner_text()


def test_what_the_hub_knows_stands_in_the_form_and_can_be_changed_or_taken_out(page: Page) -> None:
    field = page.get_by_label("All records")
    known = field.input_value()
    assert known.replace(",", "").isdecimal()
    put(page, "All records", "7")
    assert [cell.text for cell in word(page).tables[0].rows[1].cells] == ["All records", "7"]
    put(page, "All records", "")
    assert "| All records | \\_\\_" in made(page, MARKDOWN).decode()
    put(page, "All records", known)


def test_today_is_the_reader_s_own_day(page: Page) -> None:
    today = page.evaluate("new Date().toLocaleDateString('en-US', {dateStyle: 'long'})")
    assert f"· {today} ·" in made(page, MARKDOWN).decode()


def test_an_old_page_says_when_its_counts_were_made(browser: Browser, address: str) -> None:
    context = browser.new_context(accept_downloads=True, locale="en-US")
    page = context.new_page()
    page.clock.set_fixed_time("2088-01-15T12:00:00")
    page.goto(f"{address}/templates/county-report/")
    page.wait_for_selector("form[data-enhance=template]:not([hidden])")
    counted = page.get_by_label("Day of these counts").input_value()
    assert counted
    assert "2088" not in counted
    assert "· January 15, 2088 ·" in (text := made(page, MARKDOWN).decode())
    assert f"| What | How many on {counted} |" in text
    context.close()


def test_print_shows_the_document_alone(page: Page) -> None:
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name=PRINT).click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    assert not page.locator("form[data-enhance=template]").is_visible()
    assert not page.get_by_text("Take it blank").is_visible()
    assert page.locator("article.paper").is_visible()
    page.emulate_media(media="screen")


def test_without_a_script_the_blank_files_are_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/templates/county-report/")
    assert not page.locator("form[data-enhance=template]").is_visible()
    for label, start in (("Word", b"PK"), ("LibreOffice", b"PK"), ("Markdown", b"**"), ("PDF", b"%PDF")):
        there = page.get_by_role("link", name=label, exact=False).first.get_attribute("href")
        assert context.request.get(f"{address}/templates/county-report/{there}").body().startswith(start)
    context.close()


def test_without_a_script_the_library_says_what_to_take(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/templates/")
    expect(page.locator("main noscript p")).to_contain_text("Take the blank file")
    context.close()


def test_who_asked_for_templates_finds_them(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/poll/needs/operations-templates/")
    page.get_by_role("link", name="Templates that fill themselves").click()
    page.get_by_role("link", name="County report").click()
    assert page.get_by_role("heading", level=1).inner_text() == "County report (made up)"
    page.close()
