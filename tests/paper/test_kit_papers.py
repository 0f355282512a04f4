# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shipped kits on paper, read back: every part in both languages, and no figure past its day."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader

from porchlight.checking.run import check_hub
from porchlight.model import paths
from porchlight.model.hub import Article, Hub
from porchlight.paper.kit_papers import kit_files
from porchlight.reading.slides import FOLDER, Figure, parts_of, slides_of
from porchlight.site.theme import catalog, theme_folder
from porchlight.views.edition import Assets, Edition
from porchlight.views.figures import fact_told
from tests.conftest import ROOT
from tests.paper.test_ballot import close, tags_of, words_of
from tests.test_lessons import grade

TODAY = date(2026, 11, 30)
LATER = date(2028, 1, 1)
DOORS = ("help/schools", "help/faith", "help/community", "help/news")
PUBLIC_GRADE = 6.0
FRONT_AND_BACK = 2


@cache
def hub() -> Hub:
    return check_hub(ROOT, TODAY).hub


def edition(language: str, day: date = TODAY) -> Edition:
    own = hub().shown_on(day)
    return Edition(own, language, catalog(theme_folder(ROOT), language), Assets("site.css", "main.js", "icon.svg"))


@cache
def files(language: str) -> dict[str, bytes]:
    return kit_files(edition(language))


def article(language: str, slug: str) -> Article:
    return next(each for each in hub().articles if (each.language, each.slug) == (language, slug))


def read(language: str, path: str) -> PdfReader:
    return PdfReader(io.BytesIO(files(language)[edition(language).path(path)]))


PARTS = sorted(
    {slug for door in (*DOORS, "help/technology", "help/volunteer", "help/story") for slug in article("en", door).kit}
    | {"slides/hire-people", "kit/hire-one-sheet"}
)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("slug", PARTS)
def test_each_part_is_a_tagged_paper_in_its_own_language(slug: str, language: str) -> None:
    pdf, of = read(language, paths.paper_file(slug)), article(language, slug)
    root: Any = pdf.trailer["/Root"]
    assert pdf.metadata
    assert pdf.metadata.title == of.title
    assert str(root["/Lang"]).startswith(language)
    assert root["/MarkInfo"]["/Marked"].value
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert close(of.title) in words_of(pdf)


@pytest.mark.parametrize("door", DOORS)
def test_each_door_hands_out_all_that_a_talk_needs(door: str) -> None:
    kit = article("en", door).kit
    letter = f"kit/letter-{door.partition('/')[2]}"
    needed = {letter, "kit/plan-30", "kit/plan-60", "kit/handout", "kit/questions", "kit/stories", "kit/who-to-ask"}
    assert needed | {"slides/coming-home", "slides/words-that-help", "help/speaker"} == set(kit)
    assert article("es", door).kit == kit


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_letter_can_be_changed_in_word(language: str) -> None:
    """It says what to put into its brackets, so it is no use as a PDF alone; slides have no such file."""
    made, path = files(language), edition(language).path
    letter = Document(io.BytesIO(made[path(paths.word_file("kit/letter-schools"))]))
    words = "\n".join(paragraph.text for paragraph in letter.paragraphs)
    assert article(language, "kit/letter-schools").title in words
    assert words.count("[") >= 4
    assert path(paths.word_file("slides/coming-home")) not in made


DECKS = [slug for slug in PARTS if slug.startswith(FOLDER)]


@pytest.mark.parametrize("slug", DECKS)
def test_a_slide_is_a_wide_page_and_fits_on_it(slug: str) -> None:
    for language in ("en", "es"):
        pages = read(language, paths.paper_file(slug)).pages
        slides = slides_of(article(language, slug).markdown)
        told = zip(slides, pages[1:], strict=True)
        assert all(close(slide.title) in close(page.extract_text()) for slide, page in told)
        assert {round(page.mediabox.width / page.mediabox.height, 2) for page in pages} == {1.78}


@pytest.mark.parametrize("slug", DECKS)
def test_a_screen_reader_goes_from_slide_to_slide_by_headings(slug: str) -> None:
    root: Any = read("en", paths.paper_file(slug)).trailer["/Root"]
    tags = tags_of(root["/StructTreeRoot"])
    assert (tags.count("/H1"), tags.count("/H2")) == (1, len(slides_of(article("en", slug).markdown)))


@pytest.mark.parametrize("slug", DECKS)
def test_what_the_speaker_says_is_on_the_second_paper_alone(slug: str) -> None:
    slides, notes = words_of(read("en", paths.paper_file(slug))), words_of(read("en", paths.notes_file(slug)))
    for slide in slides_of(article("en", slug).markdown):
        said = close(re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", slide.notes))  # of a link, paper shows the words
        assert said in notes
        assert said not in slides


@pytest.mark.parametrize("slug", DECKS)
def test_each_figure_on_a_slide_has_its_source_and_a_year(slug: str) -> None:
    said = [re.escape(word) for word in edition("en").t("review.until", day="DAY").partition("DAY")[0].split()]
    looked_at_again = r"\s+".join([*said, r"\w+\s+\d+,\s+\d{4}\."])
    for page in read("en", paths.paper_file(slug)).pages[1:]:
        text = re.sub(looked_at_again, "", page.extract_text())
        assert text.count("Source:") == len(re.findall(looked_at_again, page.extract_text()))
        assert len(re.findall("Source:", text)) <= len(re.findall(r"\b(?:19|20)\d\d\b", text))


@pytest.mark.parametrize("slug", DECKS)
def test_each_figure_on_a_slide_says_what_it_does_not_show(slug: str) -> None:
    for language in ("en", "es"):
        of, words = edition(language), words_of(read(language, paths.paper_file(slug)))
        parts = [part for slide in slides_of(article(language, slug).markdown) for part in slide.parts]
        facts = [fact for part in parts if isinstance(part, Figure) and (fact := fact_told(of, part))]
        assert facts
        for fact in facts:
            assert fact.caveat is None or close(fact.caveat.value) in words


@pytest.mark.parametrize(
    ("link", "there"),
    [
        ("page:", "https://hub.example.org/es/"),
        ("page:words#addict", "https://hub.example.org/es/words/#addict"),
        ("record:services/988-lifeline", "https://hub.example.org/es/services/988-lifeline/"),
    ],
)
def test_a_link_by_name_leads_to_its_place_on_the_hub_s_own_address(link: str, there: str) -> None:
    of = edition("es")
    told = replace(article("es", "kit/handout"), markdown=f"[Lea más]({link}).")
    settings = replace(of.hub.settings, address="https://hub.example.org")
    made = kit_files(replace(of, hub=replace(of.hub, settings=settings, articles=(told, article("es", DOORS[0])))))
    pages = PdfReader(io.BytesIO(made["es/kit/handout/handout.pdf"])).pages
    notes = [note.get_object() for page in pages for note in page.get("/Annots", ())]
    assert [str(note["/A"]["/URI"]) for note in notes if "/A" in note] == [there]


@pytest.mark.parametrize("slug", DECKS)
def test_past_its_day_a_figure_is_on_no_paper(slug: str) -> None:
    own = edition("en", LATER)
    only = replace(own, hub=replace(own.hub, articles=(article("en", slug),)))
    facts = [
        part for slide in slides_of(article("en", slug).markdown) for part in slide.parts if isinstance(part, Figure)
    ]
    assert facts
    for path, content in kit_files(only).items():
        words = words_of(PdfReader(io.BytesIO(content)))
        assert close("Source:") not in words, path
        assert words.count(close(own.t("review.over"))) == len(facts)


def test_the_sheet_for_employers_is_one_sheet_and_loses_each_line_on_its_day() -> None:
    slug = "kit/hire-one-sheet"
    sheet = paths.paper_file(slug)
    assert all(len(read(language, sheet).pages) <= FRONT_AND_BACK for language in ("en", "es"))
    own = edition("en", LATER)
    only = replace(own, hub=replace(own.hub, articles=(article("en", slug), article("en", "employers/partner"))))
    words = words_of(PdfReader(io.BytesIO(kit_files(only)[sheet])))
    facts = [part for part in parts_of(article("en", slug).markdown) if isinstance(part, Figure)]
    assert words.count(close(own.t("review.over"))) == len(facts)
    assert close("free insurance") not in words


ENGLISH = ROOT / "content" / "en"


@pytest.mark.parametrize(
    "slug", sorted(str(page.relative_to(ENGLISH).with_suffix("")) for page in ENGLISH.rglob("*.md"))
)
def test_every_page_of_text_reads_at_grade_6_or_below(slug: str) -> None:
    assert grade(article("en", slug).markdown) <= PUBLIC_GRADE


@pytest.mark.parametrize("item", ["presentations", "engagement", "materials", "anti_stigma"])
def test_who_agrees_with_a_line_on_public_education_finds_a_door(item: str) -> None:
    doors = [each for each in edition("en").articles if f"education_{item}" in each.items]
    assert [each.slug for each in doors if each.kit]
