# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A document for Word, read back by python-docx, which had no part in making it."""

from __future__ import annotations

import io
from zipfile import ZIP_STORED, ZipFile

import pytest
from docx import Document as open_docx
from docx.document import Document as Opened
from hypothesis import given, settings
from lxml import etree

from porchlight.documents.docx import docx
from tests.documents.samples import HOSTILE, TEXTS, document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(values: dict[str, str] | None = None, language: str = "en") -> Opened:
    return open_docx(io.BytesIO(docx(document(values, language))))


def part(name: str, language: str = "en") -> etree._Element:
    with ZipFile(io.BytesIO(docx(document(language=language)))) as archive:
        return etree.fromstring(archive.read(name))


def texts(of: Opened) -> list[tuple[str, str]]:
    """The look and the words of each paragraph, with those that stand in content controls."""
    found = []
    for paragraph in of.element.body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        pieces = (each.text or "" if each.tag == f"{W}t" else "\n" for each in paragraph.iter(f"{W}t", f"{W}br"))
        found.append(("" if style is None else style.get(f"{W}val", ""), "".join(pieces)))
    return found


def test_headings_are_real_headings() -> None:
    headings = [(p.style.name, p.text) for p in opened().paragraphs if p.style and p.style.name.startswith("Heading")]
    assert headings[:2] == [("Heading 1", "A <made-up> plan"), ("Heading 2", "Who comes")]
    assert headings[2][0] == "Heading 3"


def test_lists_are_real_lists_and_each_counts_from_its_own_start() -> None:
    starts = part("word/numbering.xml").iter(f"{W}startOverride")
    assert [start.get(f"{W}val") for start in starts] == ["3", "1"]
    numbered = [p for p in opened().element.body.iter(f"{W}p") if p.find(f"{W}pPr/{W}numPr") is not None]
    assert len(numbered) == 4


def test_a_box_can_be_ticked() -> None:
    assert ("CheckList", "☐Bring a pen") in texts(opened())
    assert ("CheckList", "☒Say hello") in texts(opened())


def test_a_table_repeats_its_heads_on_each_page() -> None:
    table = opened().tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Day", "Hours"]
    assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None


def test_a_place_to_fill_is_a_control_that_says_what_belongs_there() -> None:
    controls = [each for each in opened().element.body.iter(f"{W}sdt") if each.find(f"{W}sdtPr/{W}tag") is not None]
    assert [each.find(f"{W}sdtPr/{W}tag").get(f"{W}val") for each in controls] == ["partner", "day", "partner", "saw"]
    assert controls[0].find(f"{W}sdtPr/{W}alias").get(f"{W}val") == "Who you write to"
    assert "[Who you write to: ________________]" in "".join(controls[0].itertext())


def test_a_link_leads_to_its_address() -> None:
    assert "https://law.example.org/?a=1&b=2" in {each.target_ref for each in opened().part.rels.values()}


def test_it_tells_its_title_and_language_and_nobody_s_name() -> None:
    told = opened(language="es").core_properties
    assert (told.title, told.author, told.language) == ("A <made-up> plan", "Lantern County", "es-US")
    assert part("word/styles.xml", "es").find(f".//{W}lang").get(f"{W}val") == "es-US"


def test_words_that_are_put_in_stand_there_as_words() -> None:
    assert ("", "Dear Sam & Co, we thank you and the law.") in texts(opened({"partner": "Sam & Co"}))
    assert ("", "one\n\nthree") in texts(opened({"saw": "one\n\nthree"}))


@pytest.mark.parametrize("text", HOSTILE)
def test_it_opens_whatever_is_put_in(text: str) -> None:
    assert opened({"partner": text, "saw": text}).paragraphs


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_any_words_come_back(text: str) -> None:
    if value := text.strip():
        assert ("", value) in texts(opened({"saw": value}))


def test_the_same_document_makes_the_same_bytes_and_nothing_is_pressed() -> None:
    docx.cache_clear()
    first = docx(document())
    docx.cache_clear()
    assert docx(document()) == first
    with ZipFile(io.BytesIO(first)) as archive:
        assert {info.compress_type for info in archive.infolist()} == {ZIP_STORED}
    assert len(first) < 30_000
