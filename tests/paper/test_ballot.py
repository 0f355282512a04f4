# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A ballot as it comes out of the printer: read back from the PDF, the square code from its picture."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typst
from pypdf import PdfReader

from porchlight.model.ballot_codes import ballot_code
from porchlight.model.hub import Hub, Settings
from porchlight.model.questionnaire import Block, Item, Option, Questionnaire, Wave
from porchlight.paper.ballot import LARGE, Wanted, ballot, short_address
from porchlight.paper.downloads import ballot_files
from porchlight.paper.typesetting import CannotPrint
from porchlight.paper.words import WORDS
from porchlight.polls.privacy import Keeping, privacy_in_short
from tests.polls.support import needs
from tests.views.fakes import PACKAGE

HUB = Settings("Lantern County", {}, address="https://lantern.example.org")
NEEDS = needs()
MOST_BYTES = 150_000
HOSTILE = r'#import "x": * $y^2$ \ *b* _i_ `c` <l> @r [x] {y} // z "q" #panic("no") ~ -- \u{41} = h'


def read(wanted: Wanted, questionnaire: Questionnaire = NEEDS, settings: Settings = HUB) -> PdfReader:
    return PdfReader(io.BytesIO(ballot(settings, questionnaire, wanted)))


def words_of(pdf: PdfReader) -> str:
    """The whole text without its spaces, since a line may end at any of them, and behind a slash too."""
    return close("".join(page.extract_text() for page in pdf.pages))


def close(text: str) -> str:
    return "".join(text.split())


def sizes_of(pdf: PdfReader) -> set[float]:
    """The size in points of every letter that is printed."""
    found: set[float] = set()

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if text.strip():
            found.add(round(abs(size * tm[3] * cm[3]), 1))

    for page in pdf.pages:
        page.extract_text(visitor_text=visit)
    return found


def seven_points(items: int) -> Questionnaire:
    labels = (
        "Pas du tout d’accord",
        "Pas d’accord",
        "Plutôt pas d’accord",
        "Ni d’accord ni pas d’accord",
        "Plutôt d’accord",
        "D’accord",
        "Tout à fait d’accord",
    )
    item = "Des conseillers qui connaissent la prison, la nuit et le dimanche"
    return Questionnaire(
        id="essai",
        version=2,
        title={"fr": "De quoi avons-nous besoin ?"},
        intro={"fr": "Sans nom."},
        options=tuple(Option(str(n), {"fr": label}) for n, label in enumerate(labels, start=1)),
        no_answer=Option("na", {"fr": "Sans réponse"}),
        blocks=(
            Block(
                id="besoins",
                title={"fr": "Besoins"},
                stem={"fr": "Ici, il nous en faut plus."},
                stem_source="editor",
                items=tuple(Item(f"besoins_{n}", {"fr": f"{n}. {item}"}) for n in range(1, items + 1)),
            ),
        ),
        languages=("fr",),
    )


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_poll_is_one_sheet_of_two_sides_with_every_item_in_order(language: str, paper: Any) -> None:
    pdf = read(Wanted(language, paper=paper))
    text = words_of(pdf)
    parts = [NEEDS.title, NEEDS.intro]
    for block in NEEDS.blocks:
        parts += [block.title, block.stem, *(item.label for item in block.items)]
    at = 0
    for part in parts:
        at = text.index(close(part[language]), at) + len(close(part[language]))

    assert len(pdf.pages) == 2
    assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == (
        [612, 792] if paper == "letter" else [595, 842]
    )
    assert text.count("123450") == 20
    for option in (*NEEDS.options, NEEDS.no_answer):
        assert text.count(close(option.label[language])) >= 5
    for key in ("how", "line", "done", "crisis", "turn"):
        assert close(WORDS[language][key]) in text
    assert text.count("988") == 2


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_sheet_says_what_becomes_of_it_and_whom_to_ask_and_still_is_one(language: str, paper: Any) -> None:
    settings = replace(HUB, contact="hub@lantern.example.org", keep_months=18)
    closing = replace(NEEDS, waves=(Wave("fall", None, date(2026, 11, 30)),))
    pdf = read(Wanted(language, paper=paper), closing, settings)
    text = words_of(pdf)
    privacy = privacy_in_short(Keeping(18), closing, language)
    assert "18" in privacy[1]
    assert close(" ".join(privacy)) in text
    assert close(WORDS[language]["ask"].format(contact=settings.contact)) in text
    assert len(pdf.pages) == 2
    assert max(sizes_of(pdf)) >= 1.5 * 12  # the print that can be read at arm's length


def test_a_hub_that_names_nobody_to_ask_has_no_empty_line_about_it() -> None:
    assert close(WORDS["en"]["ask"].partition("{")[0]) not in words_of(read(Wanted("en")))


def test_each_front_has_room_for_pile_and_number_and_no_number_is_printed() -> None:
    first, second = (page.extract_text() for page in read(Wanted("en")).pages)

    assert re.search(r"Office use: pile\s+VDZY\s+sheet\s*$", first)
    assert second.rstrip().endswith("VDZY")
    assert ballot(HUB, NEEDS, Wanted("en")) == ballot(HUB, NEEDS, Wanted("en"))


def test_a_screen_reader_is_told_language_title_headings_and_tables() -> None:
    root: Any = read(Wanted("es")).trailer["/Root"]
    metadata = root["/Metadata"].get_data().decode()
    tags = tags_of(root["/StructTreeRoot"])

    assert root["/Lang"] == "es"
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert read(Wanted("es")).metadata["/Title"] == NEEDS.title["es"]  # type: ignore[index]
    assert [tags.count(tag) for tag in ("/H1", "/H2", "/Table", "/Figure")] == [1, 5, 5, 1]
    assert tags.count("/TH") == 5 * 7
    assert tags.count("/TD") == 20 * 7


def tags_of(node: Any) -> list[str]:
    return [str(tag["/S"]) for tag in elements(node) if "/S" in tag]


def languages_of(node: Any) -> set[str]:
    return {str(tag["/Lang"]) for tag in elements(node) if "/Lang" in tag}


def elements(node: Any) -> Iterator[Any]:
    """The node and everything below it, in the order in which it is read out."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            yield from elements(child)
    elif isinstance(node, dict):
        yield node
        yield from elements(node.get("/K"))


def test_every_font_travels_with_the_file_which_stays_small() -> None:
    made = ballot(HUB, NEEDS, Wanted("en"))
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()
        for page in PdfReader(io.BytesIO(made)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    ]

    assert len(made) < MOST_BYTES
    assert {font["/BaseFont"].partition("+")[2] for font in fonts} == {
        "AtkinsonHyperlegible-Bold",
        "AtkinsonHyperlegible-Regular",
    }
    assert all(any(key.startswith("/FontFile") for key in font["/FontDescriptor"]) for font in fonts)


@pytest.mark.parametrize("language", ["en", "es"])
def test_in_large_print_no_letter_is_smaller_than_18_points(language: str) -> None:
    pdf = read(Wanted(language, large=True))

    assert min(sizes_of(pdf)) >= LARGE >= 18
    assert words_of(pdf).count(close(NEEDS.no_answer.label[language])) == 20


LAST = {"en": "Fold the {} sheets together and put them in the box.", "es": "Doble las {} hojas juntas y póngalas en"}
ONE = {"en": "Fold this sheet", "es": "Doble esta hoja"}
TURN = {"en": "Please turn over.", "es": "Dé vuelta a la hoja."}
NEXT = {"en": "Go on to the next sheet.", "es": "Siga en la hoja siguiente."}


@pytest.mark.parametrize("blocks", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("language", ["en", "es"])
def test_in_large_print_each_page_says_the_way_on_and_the_last_how_many_sheets_to_fold(
    language: str, blocks: int
) -> None:
    """A front says “turn over”, a back “the next sheet”, the last page neither, whatever the number of pages."""
    pages = [
        close(page.extract_text())
        for page in read(Wanted(language, True), replace(NEEDS, blocks=NEEDS.blocks[:blocks])).pages
    ]
    sheets = (len(pages) + 1) // 2

    for number, text in enumerate(pages, start=1):
        has_more, is_front = number < len(pages), number % 2 == 1
        assert (close(TURN[language]) in text) == (has_more and is_front)
        assert (close(NEXT[language]) in text) == (has_more and not is_front)
    assert (close(ONE[language]) in pages[-1]) == (sheets == 1)
    assert (close(LAST[language].format(sheets)) in pages[-1]) == (sheets > 1)


def test_in_usual_print_a_line_to_answer_is_at_least_12_points() -> None:
    sizes = sizes_of(read(Wanted("es")))

    assert sorted(sizes)[1] >= 9
    assert 12 in sizes


def test_seven_options_in_french_fit_and_our_own_words_are_english_there() -> None:
    pdf = read(Wanted("fr"), seven_points(12))
    text = words_of(pdf)

    assert len(pdf.pages) <= 2
    assert text.count("12345670") == 12
    assert "12.Desconseillers" in text
    assert close(WORDS["en"]["how"]) in text
    assert pdf.trailer["/Root"]["/Lang"] == "fr"  # type: ignore[index]
    assert "en" in languages_of(pdf.trailer["/Root"]["/StructTreeRoot"])  # type: ignore[index]


def test_forty_long_items_still_fit_on_one_sheet_in_smaller_print() -> None:
    pdf = read(Wanted("fr"), seven_points(40))

    assert len(pdf.pages) == 2
    assert words_of(pdf).count("12345670") == 40


@pytest.mark.parametrize("large", [False, True])
def test_words_that_mean_something_to_typst_are_printed_as_they_stand(large: bool) -> None:
    said = {"en": HOSTILE}
    block = replace(NEEDS.blocks[0], title=said, stem=said, items=(Item("training_x", said),))
    options = (Option("1", said), Option("2", {"en": "Yes"}))
    poll = replace(NEEDS, title=said, intro=said, options=options, blocks=(block,))
    text = words_of(read(Wanted("en", large), poll, replace(HUB, name=HOSTILE)))

    assert text.count(close(HOSTILE)) >= 5


def test_a_hub_without_an_address_has_no_square_code_and_says_whom_to_ask() -> None:
    pdf = read(Wanted("en"), settings=replace(HUB, address=""))

    assert "/Figure" not in tags_of(pdf.trailer["/Root"]["/StructTreeRoot"])  # type: ignore[index]
    assert close(WORDS["en"]["web"]) not in words_of(pdf)
    assert "Askwheretohandthisin." in words_of(pdf)


def test_a_made_up_hub_says_so_on_paper_too() -> None:
    assert close(WORDS["en"]["made_up"]) in words_of(read(Wanted("en"), settings=replace(HUB, made_up=True)))
    assert close(WORDS["en"]["made_up"]) not in words_of(read(Wanted("en")))


def test_the_short_address_leads_to_the_poll_in_the_language_of_the_sheet() -> None:
    code = ballot_code("needs", 1).lower()

    assert short_address(HUB, NEEDS, "en") == f"https://lantern.example.org/p/{code}"
    assert short_address(HUB, NEEDS, "es") == f"https://lantern.example.org/es/p/{code}"
    assert short_address(HUB, NEEDS, "fr") == f"https://lantern.example.org/p/{code}"
    assert f"lantern.example.org/es/p/{code}" in words_of(read(Wanted("es")))


@pytest.mark.parametrize("large", [False, True])
def test_the_short_address_stands_on_one_line(large: bool) -> None:
    address = short_address(HUB, NEEDS, "es").partition("://")[2]
    assert address in (read(Wanted("es", large)).pages[0].extract_text().splitlines())


@pytest.mark.parametrize("large", [False, True])
def test_a_camera_reads_the_square_code(large: bool, tmp_path: Path) -> None:
    zbar = shutil.which("zbarimg")
    if zbar is None:
        pytest.skip("zbarimg is not here (Debian: zbar-tools)")
    (tmp_path / "ballot.pdf").write_bytes(ballot(HUB, NEEDS, Wanted("es", large)))
    (tmp_path / "photo.typ").write_text('#set page(width: auto, height: auto)\n#image("ballot.pdf")', encoding="utf-8")
    typst.compile(str(tmp_path / "photo.typ"), output=str(tmp_path / "photo.png"), format="png", ppi=150)
    found = subprocess.run(
        [zbar, "--quiet", "--raw", tmp_path / "photo.png"], capture_output=True, text=True, check=True
    )

    assert found.stdout.strip() == short_address(HUB, NEEDS, "es")


def test_signs_that_no_font_has_are_named_and_leave_a_page_without_paper(caplog: pytest.LogCaptureFixture) -> None:
    poll = replace(NEEDS, title={"en": "What next? 🏮", "es": "¿Qué sigue?"})
    with pytest.raises(CannotPrint, match="🏮"):
        ballot(HUB, poll, Wanted("en"))

    files = ballot_files(Hub(HUB, PACKAGE, {}, (poll, replace(NEEDS, options=NEEDS.options * 2))))

    assert sorted(files) == ["poll/needs/ballot-es-large.pdf", "poll/needs/ballot-es.pdf"]
    assert len(caplog.messages) == 2
