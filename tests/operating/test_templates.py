# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents that fill themselves: what a hub knows, what a person gives, and what stays blank."""

from __future__ import annotations

import io
from datetime import date
from functools import lru_cache

import pytest
from docx import Document as open_docx
from pypdf import PdfReader

from porchlight.operating.templates import CannotFill, Filled, filled_template, template_edition
from porchlight.paper.typesetting import CannotPrint
from porchlight.views.edition import Edition
from porchlight.views.template_documents import ENDINGS, Ending
from tests.conftest import ROOT

DAY = date(2026, 11, 30)


@lru_cache(maxsize=1)
def county() -> Edition:
    return template_edition(ROOT / "tests" / "hubs" / "full", "en", DAY)


def made(ending: Ending = "md", **given: str) -> Filled:
    return filled_template(county(), "county-report", given, DAY, ending)


def text(**given: str) -> str:
    return made("md", **given).content.decode()


def test_what_the_hub_knows_is_filled_in() -> None:
    known = made()
    assert {"hub", "today", "held", "housing", "waiting", "poll", "poll_day", "answers", "most"} <= {
        field.name for field in known.by_itself
    }
    assert [field.name for field in known.blank][-5:] == ["month", "kind", "met", "until", "words"]
    assert "· November 30, 2026 ·" in known.content.decode()
    assert "[Month: ________________]" in known.content.decode()


def test_counts_are_those_of_the_hub() -> None:
    assert f"| Places to live | {len(county().hub.records['housing'])} |" in text()


def test_counts_stand_beside_the_day_on_which_they_were_made() -> None:
    later = filled_template(county(), "county-report", {}, date(2028, 1, 15), "md").content.decode()
    assert "· January 15, 2028 ·" in later
    assert "| What | How many on November 30, 2026 |" in later


def test_what_most_people_agreed_with_comes_from_the_release() -> None:
    (line,) = (each for each in text().splitlines() if " people: " in each)
    most = line.partition(" people: ")[2].split("; ")
    assert len(most) >= 3
    assert all(each.endswith("%)") or " of " in each for each in most)


def test_what_is_given_is_put_in_and_goes_before_what_the_hub_knows() -> None:
    told = text(month="May 2026", hub="Our own name", until="2027-01-05", kind="For the board")
    assert "**Our own name** · May 2026 ·" in told
    assert "comes by January 5, 2027." in told
    assert "· For the board ·" in told


def test_a_made_up_hub_says_so_in_its_documents() -> None:
    assert text().startswith(f"**{county().t('madeup.title')}**")


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        ("county-raport", {}, "Did you mean “county-report”?"),
        ("county-report", {"mont": "May"}, "Did you mean “month”?"),
        ("county-report", {"until": "soon"}, "“until” should be a day like 2026-12-01. It says “soon”."),
        ("county-report", {"kind": "Both"}, "“kind” should be For the board or For everyone. It says “Both”."),
    ],
)
def test_what_can_t_be_filled_is_told(name: str, given: dict[str, str], told: str) -> None:
    with pytest.raises(CannotFill, match=told.replace("?", r"\?")):
        filled_template(county(), name, given, DAY, "md")


def test_each_form_opens_and_holds_what_was_given() -> None:
    words = "Nobody calls back"
    pages = PdfReader(io.BytesIO(made("pdf", words=words).content)).pages
    assert words in "".join(page.extract_text() for page in pages)
    assert words in [each.text for each in open_docx(io.BytesIO(made("docx", words=words).content)).paragraphs]
    assert words.encode() in made("odt", words=words).content
    assert words.encode() in made("md", words=words).content


def test_only_paper_minds_signs_that_our_fonts_lack() -> None:
    with pytest.raises(CannotPrint, match="🏠"):
        made("pdf", words="🏠")
    assert "🏠".encode() in made("docx", words="🏠").content


@pytest.mark.parametrize("ending", ENDINGS)
def test_two_runs_make_the_same_bytes(ending: Ending) -> None:
    assert made(ending).content == made(ending).content
