# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The templates that come with this hub: in both languages, each file opened and read back."""

from __future__ import annotations

import io
from datetime import date
from functools import lru_cache
from typing import Any

import odfdo
import pytest
from docx import Document as open_docx
from pypdf import PdfReader

from porchlight.documents.from_markdown import blocks_of
from porchlight.operating.templates import template_edition
from porchlight.paper.template_files import template_files
from porchlight.views.edition import Edition
from porchlight.views.template_documents import name_of, templates_of
from tests.conftest import ROOT

NAMES = (
    *("fair-chance-policy", "grant-paragraph", "hours-and-sign-in", "individual-assessment", "intake-by-strengths"),
    *("memorandum-of-understanding", "monthly-report", "offer-letter", "outreach-plan", "press-release", "visit-log"),
    "volunteer-agreement",
)
LEGAL = {
    "fair-chance-policy",
    "individual-assessment",
    "memorandum-of-understanding",
    "offer-letter",
    "volunteer-agreement",
}
NOT_LEGAL_ADVICE = {
    "en": "Not legal advice: have someone who knows your state's law read it",
    "es": "No es asesoría legal: pida a alguien que conozca la ley de su estado",
}


@lru_cache(maxsize=2)
def edition(language: str) -> Edition:
    return template_edition(ROOT, language, date(2026, 11, 30))


@lru_cache(maxsize=2)
def files(language: str) -> dict[str, bytes]:
    tree = edition(language).path("")
    return {path.removeprefix(tree): content for path, content in template_files(edition(language)).items()}


@pytest.mark.parametrize("language", ["en", "es"])
def test_all_are_there_in_the_language_itself(language: str) -> None:
    found = templates_of(edition(language))
    assert tuple(name_of(article) for article, _ in found) == NAMES
    assert {article.language for article, _ in found} == {language}


def test_both_languages_ask_for_the_same() -> None:
    for (_, english), (_, spanish) in zip(templates_of(edition("en")), templates_of(edition("es")), strict=True):
        asked = [(field.name, field.kind, field.source, len(field.choices)) for field in english.fields]
        assert [(field.name, field.kind, field.source, len(field.choices)) for field in spanish.fields] == asked


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_count_has_the_day_of_the_count_beside_it(language: str) -> None:
    """Today would be the day on which someone opens an old page or an old file."""
    for article, template in templates_of(edition(language)):
        days = {f"{{{{{each.name}}}}}" for each in template.fields if each.source == "counted_on"}
        for field in template.fields:
            if field.source.startswith("records") or field.source == "care_due":
                (block,) = (each for each in article.markdown.split("\n\n") if f"{{{{{field.name}}}}}" in each)
                assert any(day in block for day in days), f"{article.slug}: {field.name}"


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_blank_file_says_when_its_counts_were_made(language: str) -> None:
    day = edition(language).day(date(2026, 11, 30))
    for name in ("grant-paragraph", "monthly-report", "outreach-plan"):
        (blank,) = (content for path, content in files(language).items() if path.endswith(f"/{name}.md"))
        assert day in blank.decode()
        (pdf,) = (content for path, content in files(language).items() if path.endswith(f"/{name}.pdf"))
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
        assert day in " ".join(text.split())


def test_both_languages_are_built_alike() -> None:
    for (english, _), (spanish, _) in zip(templates_of(edition("en")), templates_of(edition("es")), strict=True):
        kinds = [type(block) for block in blocks_of(english.markdown)]
        assert [type(block) for block in blocks_of(spanish.markdown)] == kinds, english.slug


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_touches_the_law_says_that_it_is_no_advice(language: str) -> None:
    for article, _ in templates_of(edition(language)):
        assert (NOT_LEGAL_ADVICE[language] in article.markdown) == (name_of(article) in LEGAL), article.slug


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", NAMES)
def test_each_file_opens_and_tells_its_title(name: str, language: str) -> None:
    made = {path.rpartition(".")[2]: content for path, content in files(language).items() if f"/{name}." in path}
    title = next(article.title for article, _ in templates_of(edition(language)) if name_of(article) == name)
    assert sorted(made) == ["docx", "md", "odt", "pdf"]
    assert open_docx(io.BytesIO(made["docx"])).core_properties.title == title
    assert odfdo.Document(io.BytesIO(made["odt"])).meta.title == title
    assert made["md"].decode().startswith(f"# {title}\n")
    pdf = PdfReader(io.BytesIO(made["pdf"]))
    root: Any = pdf.trailer["/Root"]
    assert pdf.metadata
    assert pdf.metadata.title == title
    assert (root["/Lang"], bool(root["/MarkInfo"]["/Marked"])) == (language, True)
    assert b"pdfuaid" in root["/Metadata"].get_data()
