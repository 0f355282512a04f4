# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A document as it comes out of the printer: read back from the PDF."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from porchlight.documents.blocks import Blocks, Document, Gap, Heading, Paragraph, Quote, Run, Table
from porchlight.documents.from_markdown import blocks_of
from porchlight.paper.document import document_pdf
from porchlight.paper.typesetting import CannotPrint
from tests.paper.test_ballot import HOSTILE, close, words_of

MARKDOWN = """
## Who comes

Dear {{partner}}, we thank **you**.

- [ ] Bring a pen
- [x] Say hello

1. First
2. Second

| Day | Hours |
|---|---|
| Monday | ____ |

> Not legal advice.

***

The end
"""
PRINTED = st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_categories=("Cc", "Cf", "Zs"))
"""Signs that our fonts have a letter of their own for: English, Spanish, French, and all that is markup to Typst."""
TEXTS = st.text(PRINTED | st.sampled_from(r" #$*_`<>@[]{}\/\"'~=-+"), min_size=1, max_size=60)


def read(blocks: Blocks, title: str = "A plan", language: str = "en") -> PdfReader:
    return PdfReader(io.BytesIO(document_pdf(Document(title, language, blocks, "Lantern County"))))


def test_it_holds_every_kind_of_block() -> None:
    words = words_of(read(blocks_of(MARKDOWN)))
    for told in ("Who comes", "we thank you", "Bring a pen", "Say hello", "2. Second", "Monday", "Not legal advice."):
        assert close(told) in words


def test_a_page_break_begins_a_page() -> None:
    pages = read(blocks_of(MARKDOWN)).pages
    assert [close("The end") in close(page.extract_text()) for page in pages] == [False, True]


def test_it_is_tagged_and_tells_its_language_and_title() -> None:
    pdf = read(blocks_of(MARKDOWN), language="es")
    root: Any = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "es"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata
    assert pdf.metadata.title == "A plan"
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_headings_lists_and_tables_are_told_to_a_screen_reader() -> None:
    tags = tags_of(read(blocks_of(MARKDOWN)).trailer["/Root"]["/StructTreeRoot"])  # type: ignore[index]
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD"} <= tags


def tags_of(part: Any) -> set[str]:
    """The kinds of all parts below this one."""
    part = part.get_object() if hasattr(part, "get_object") else part
    if isinstance(part, list):
        return set().union(*map(tags_of, part))
    if not isinstance(part, dict):
        return set()
    return {str(part.get("/S"))} | tags_of(part.get("/K", []))


def test_a_place_to_fill_says_what_belongs_there() -> None:
    words = words_of(read((Paragraph((Run("Dear "), Gap("partner", "Who you write to"), Run("!"))),)))
    assert close("Dear Who you write to:!") in words


def test_the_same_document_makes_the_same_bytes() -> None:
    one = Document("A plan", "en", blocks_of(MARKDOWN), "Lantern County")
    assert document_pdf(one) == document_pdf(one)


def test_signs_that_the_fonts_lack_are_told() -> None:
    with pytest.raises(CannotPrint, match="🏠"):
        read((Paragraph((Run("Maple 🏠"),)),))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_words_come_back_from_the_paper_and_none_of_them_run(text: str) -> None:
    assert_comes_back(text)


def test_words_that_mean_something_to_typst_are_printed_as_they_stand() -> None:
    assert_comes_back(HOSTILE)


def assert_comes_back(text: str) -> None:
    words = (Run(text),)
    blocks = (Heading(2, words), Paragraph(words), Quote((Paragraph((Run(text, strong=True),)),)), Table((words,), ()))
    assert words_of(read(blocks, title=f"T{text}")).count(close(text)) >= 5
