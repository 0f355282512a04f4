# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Posters read back: the sheet as a tagged page, cards as pictures that tell their words."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from porchlight.checking.rules.posters import LONGEST_WORD, TRANSLATED
from porchlight.checking.run import check_hub
from porchlight.model.contrast import DARK, TEXT, WHITE, contrast, ink_on, readable
from porchlight.model.hub import Hub
from porchlight.model.record import Record, Value
from porchlight.paper import poster_files as module
from porchlight.paper.poster_files import poster_files
from porchlight.paper.typesetting import typeset
from porchlight.site.theme import catalog, theme_folder
from porchlight.views.edition import Assets, Edition
from porchlight.views.posters import COLOR, posters
from tests.checking.hubs import TODAY as DAY_OF_HUBS
from tests.checking.hubs import broken_hub
from tests.conftest import ROOT
from tests.paper.test_ballot import HOSTILE, close, tags_of, words_of

TODAY, LATER = date(2026, 11, 30), date(2028, 1, 1)
FULL = ROOT / "tests" / "hubs" / "full"
SIZES = {"wide": (1200, 630), "square": (1080, 1080)}
LANGUAGES = ("en", "es")
SHIPPED = ("carry-naloxone", "no-id-yet", "person-first", "recovery-month", "second-chance-hiring", "talk-to-988")


@cache
def hub(root: Path) -> Hub:
    return check_hub(root, TODAY).hub


def edition(language: str, day: date = TODAY, root: Path = ROOT) -> Edition:
    own = hub(root).shown_on(day)
    return Edition(own, language, catalog(theme_folder(ROOT), language), Assets("site.css", "main.js", "icon.svg"))


@cache
def files(language: str, root: Path = ROOT) -> dict[str, bytes]:
    return poster_files(edition(language, root=root))


def file(language: str, name: str, root: Path = ROOT) -> bytes:
    return files(language, root)[edition(language).path(f"posters/{name}")]


def pdf(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def only(record: Record, day: date = TODAY, language: str = "en") -> Edition:
    """The edition with this one poster."""
    of = edition(language, day)
    return replace(of, hub=replace(of.hub, records={**of.hub.records, "posters": (record,)}))


def poster(its_id: str, **values: Value) -> Record:
    record = next(each for each in hub(ROOT).records["posters"] if each.id == its_id)
    return replace(record, values={**record.values, **values})


def sheet(of: Edition, its_id: str) -> PdfReader:
    return pdf(poster_files(of)[of.path(f"posters/{its_id}-sheet.pdf")])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("its_id", SHIPPED)
def test_a_sheet_is_one_tagged_page_with_all_words(its_id: str, language: str) -> None:
    read = pdf(file(language, f"{its_id}-sheet.pdf"))
    told = next(each for each in posters(edition(language)) if each.record.id == its_id)
    root: Any = read.trailer["/Root"]
    tags = tags_of(root["/StructTreeRoot"])
    words = words_of(read)
    assert len(read.pages) == 1
    assert (read.pages[0].mediabox.width, read.pages[0].mediabox.height) == (612, 792)
    assert str(root["/Lang"]) == language
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert tags.count("/H1") == 1
    assert not told.headline.lang
    for text in (told.headline, told.words, told.ask, *((told.fact.words, told.fact.caveat) if told.fact else ())):
        assert text is None or close(text.value) in words
    assert told.fact is None or all(close(text) in words for text in (told.fact.source.value, told.fact.again))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("its_id", SHIPPED)
@pytest.mark.parametrize("shape", SIZES)
def test_a_card_is_a_picture_of_its_size_that_tells_its_words(shape: str, its_id: str, language: str) -> None:
    told = next(each for each in posters(edition(language)) if each.record.id == its_id)
    svg = ElementTree.fromstring(file(language, f"{its_id}-{shape}.svg"))
    title, desc = (svg.findtext(f"{{http://www.w3.org/2000/svg}}{name}") for name in ("title", "desc"))
    assert (title, desc) == (told.headline.value, told.on_card)
    assert (svg.get("role"), float(svg.get("width", 0)), float(svg.get("height", 0))) == ("img", *SIZES[shape])
    png = file(language, f"{its_id}-{shape}.png")
    assert struct.unpack(">II", png[16:24]) == SIZES[shape]
    assert len(set(pixels(png))) > 1, "the picture is blank"


def pixels(png: bytes) -> bytes:
    """The bytes that the picture is made of."""
    start, packed = 8, b""
    while start < len(png):
        (length,) = struct.unpack(">I", png[start : start + 4])
        if png[start + 4 : start + 8] == b"IDAT":
            packed += png[start + 8 : start + 8 + length]
        start += length + 12
    return zlib.decompress(packed)


def test_two_builds_are_equal() -> None:
    record = poster("talk-to-988")
    assert poster_files(only(record)) == poster_files(only(record))


def test_the_number_is_the_service_s_and_goes_with_it() -> None:
    (told,) = posters(only(poster("talk-to-988")))
    assert told.number
    assert (told.number.call, told.number.href) == ("Call 988", "tel:988")
    of = only(poster("talk-to-988"))
    (service,) = (each for each in of.hub.records["services"] if each.id == "988-lifeline")
    for gone in (replace(service, values={**service.values, "status": "closed"}), replace(service, parts={})):
        closed = replace(of, hub=replace(of.hub, records={**of.hub.records, "services": (gone,)}))
        assert poster_files(closed) == {}


def test_past_its_day_a_fact_is_on_no_sheet() -> None:
    its_id = "recovery-month"
    assert close("9.1%") in words_of(sheet(only(poster(its_id)), its_id))
    later = words_of(sheet(only(poster(its_id), LATER), its_id))
    assert close("9.1%") not in later
    assert close("Source:") not in later
    assert close(poster(its_id).text("summary")) in later


def test_a_card_never_tells_a_fact() -> None:
    record = poster("recovery-month")
    without = replace(record, values={name: value for name, value in record.values.items() if name != "fact"})
    made, plain = poster_files(only(record)), poster_files(only(without))
    assert [path for path in made if made[path] != plain[path]] == ["posters/recovery-month-sheet.pdf"]


def test_hostile_words_are_printed_as_they_stand() -> None:
    record = poster("carry-naloxone", name='</title><script>"x"</script>', summary=HOSTILE)
    made = poster_files(only(record))
    words = words_of(pdf(made["posters/carry-naloxone-sheet.pdf"]))
    assert close(HOSTILE) in words
    svg = ElementTree.fromstring(made["posters/carry-naloxone-wide.svg"])
    assert [each.tag for each in svg.iter() if "script" in str(each.tag)] == []


def test_a_sign_that_the_fonts_lack_leaves_the_poster_out_and_is_told(caplog: pytest.LogCaptureFixture) -> None:
    assert poster_files(only(poster("carry-naloxone", name="Carry 💊"))) == {}
    assert "💊" in caplog.text


WORST = {
    "words of usual length": "moments ",
    "the longest words": "W" * LONGEST_WORD + " ",
}


@pytest.mark.parametrize("word", WORST.values(), ids=WORST)
@pytest.mark.parametrize("shape", ["sheet", *SIZES])
def test_what_the_check_lets_through_fits(shape: str, word: str) -> None:
    """The longest translation with the longest fact and number, in letters as wide as there are."""
    schema = hub(ROOT).package.schema_of("posters")
    texts = {
        field.name: (word * 50)[: int(field.constraints["maxLength"] * TRANSLATED)].strip()
        for field in schema.fields
        if field.translate
    }
    of = only(poster("no-id-yet", **texts))
    (told,) = posters(of)
    data = module._data(of, told)
    long = {"words": ("moments " * 90)[:700], "lang": "en"}
    source, again = ({"words": ("moments " * 30)[:letters], "lang": "en"} for letters in (240, 60))
    data["fact"] = {"words": long, "caveat": long, "source": source, "again": again}
    made = pdf(typeset("poster.typ", module._input(data, shape)))
    assert len(made.pages) == 1
    assert close(texts["summary"]) in words_of(made)


def test_the_made_up_county_says_so_on_each_sheet() -> None:
    sheets = {path: words_of(pdf(made)) for path, made in files("en", FULL).items() if path.endswith(".pdf")}
    assert sorted(sheets) == [f"posters/{its_id}-sheet.pdf" for its_id in ("come-in", "food-money", "warm-line")]
    assert all(close(edition("en").t("madeup.title")) in words for words in sheets.values())


def test_without_its_own_words_a_poster_is_in_english_and_says_so() -> None:
    told = next(each for each in posters(edition("es", root=FULL)) if each.record.id == "food-money")
    assert (told.headline.lang, told.words.lang) == ("en", "en")


COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(COLORS)
def test_any_color_has_a_shade_that_words_stand_on(color: str) -> None:
    shade = readable(color)
    assert contrast(ink_on(shade), shade) >= TEXT
    assert shade == color or contrast(ink_on(color), color) < TEXT


@given(COLORS, COLORS)
def test_contrast_is_the_same_both_ways_and_between_1_and_21(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.000001
    assert contrast(one, one) == 1


def test_our_own_color_is_far_from_its_words() -> None:
    assert contrast(WHITE, "#000000") == pytest.approx(21)
    assert contrast(ink_on(COLOR), COLOR) >= TEXT
    assert ink_on("#ffffff") == DARK


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("summary: 9 of ten made-up people like it.", "slide-number"),
        ("summary: A made-up poster. Call 614-555-0100.", "slide-number"),
        (f"summary: A made-up poster with {'W' * (LONGEST_WORD + 1)}.", "too-long"),
        (f"translations: {{es: {{state: unreviewed, name: {'Pase. ' * 20}}}}}", "too-long"),
        ("color: dark red", "form"),
        ("fact: no-such-fact", "reference-dangling"),
        ("number: no-such-line", "reference-dangling"),
        ("call_to_action: Call 988 or 211.", ""),
    ],
)
def test_what_a_poster_may_not_say_is_told(line: str, code: str, tmp_path: Path) -> None:
    root = broken_hub("poster-contrast", tmp_path)
    path = root / "data" / "posters" / "faint.yaml"
    name = line.partition(":")[0]
    kept = [each for each in path.read_text("utf-8").splitlines() if not each.startswith(("color", f"{name}:"))]
    path.write_text("\n".join([*kept, line, ""]), "utf-8")
    assert {each.code for each in check_hub(root, DAY_OF_HUBS).problems} == ({code} if code else set())
