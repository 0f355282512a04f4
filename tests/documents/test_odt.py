# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A document for LibreOffice, read back by odfdo, which had no part in making it."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import odfdo
import pytest
from hypothesis import given, settings
from lxml import etree
from pypdf import PdfReader

from porchlight.documents.odt import MIMETYPE, odt
from tests.documents.samples import HOSTILE, TEXTS, close, document

T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def opened(values: dict[str, str] | None = None, language: str = "en") -> odfdo.Document:
    return odfdo.Document(io.BytesIO(odt(document(values, language))))


def content(values: dict[str, str] | None = None) -> etree._Element:
    with ZipFile(io.BytesIO(odt(document(values)))) as archive:
        return etree.fromstring(archive.read("content.xml"))


def text_of(part: etree._Element) -> str:
    """The words with white space as a reader of ODF shows it."""
    kept = {f"{T}line-break": "\n", f"{T}tab": "\t", f"{T}s": " " * int(part.get(f"{T}c", "1"))}
    inner = (text_of(child) + (child.tail or "") for child in part)
    return kept.get(part.tag, "") + (part.text or "") + "".join(inner)


def paragraphs(values: dict[str, str] | None = None) -> list[str]:
    return [text_of(each) for each in content(values).iter(f"{T}p", f"{T}h")]


def test_headings_lists_and_tables_are_real() -> None:
    body = opened().body
    assert [(each.get_attribute("text:outline-level"), str(each).strip()) for each in body.headers][:2] == [
        ("1", "A <made-up> plan"),
        ("2", "Who comes"),
    ]
    assert len(content().findall(f".//{T}list")) == 4
    assert [each.get(f"{T}start-value") for each in content().iter(f"{T}list-item")][2:5] == ["3", None, None]
    assert body.tables[0].get_values()[0] == ["Day", "Hours"]


def test_a_place_to_fill_is_a_placeholder_that_says_what_belongs_there() -> None:
    places = list(content().iter(f"{T}placeholder"))
    assert [each.get(f"{T}description") for each in places] == ["partner", "day", "partner", "saw"]
    assert places[0].text == "[Who you write to: ________________]"


def test_it_tells_its_title_and_language_and_nobody_s_name() -> None:
    of = opened(language="es")
    assert (of.meta.title, of.meta.initial_creator, of.meta.language) == ("A <made-up> plan", "Lantern County", "es-US")
    assert b'fo:language="es" fo:country="US"' in odt(document(language="es"))


def test_words_that_are_put_in_stand_there_as_words() -> None:
    assert "Dear Sam & Co, we thank you and the law." in paragraphs({"partner": "Sam & Co"})
    assert "one\n\nthree  far" in paragraphs({"saw": "one\n\nthree  far"})


@pytest.mark.parametrize("text", HOSTILE)
def test_it_opens_whatever_is_put_in(text: str) -> None:
    assert opened({"partner": text, "saw": text}).body.headers


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_any_words_come_back(text: str) -> None:
    if value := text.strip():
        assert value in paragraphs({"saw": value})


def test_the_same_document_makes_the_same_bytes_and_nothing_is_pressed() -> None:
    odt.cache_clear()
    first = odt(document())
    odt.cache_clear()
    assert odt(document()) == first
    with ZipFile(io.BytesIO(first)) as archive:
        assert {info.compress_type for info in archive.infolist()} == {ZIP_STORED}
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.read("mimetype").decode() == MIMETYPE
    assert first[38 : 38 + len(MIMETYPE)].decode() == MIMETYPE, "it is told from other files by its first bytes"


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_libreoffice_opens_it(ending: str, tmp_path: Path) -> None:
    if not (office := shutil.which("soffice")):
        pytest.skip("LibreOffice is not on this machine; python-docx and odfdo read the files in the other tests")
    from porchlight.documents.docx import docx

    file = tmp_path / f"plan.{ending}"
    file.write_bytes({"docx": docx, "odt": odt}[ending](document({"partner": "Sam & Co"})))
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, timeout=300, capture_output=True)
    words = close("".join(page.extract_text() for page in PdfReader(tmp_path / "plan.pdf").pages))
    assert close("Dear Sam & Co, we thank you") in words
