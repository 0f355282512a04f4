# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A sheet to call from as it comes out of the printer: read back from the PDF."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from porchlight.care.queue import queue
from porchlight.cli import main
from porchlight.model.record import Record, Row
from porchlight.operating.caring import due_in
from porchlight.paper import typesetting
from porchlight.paper.call_sheet import Sheet, call_sheet
from porchlight.paper.typesetting import CannotPrint
from porchlight.views.care import care_lines
from tests.care.test_care_list import hidden_texts
from tests.conftest import ROOT
from tests.paper.test_ballot import HOSTILE, close, sizes_of, words_of
from tests.views.fakes import PHONE, SOURCE, edition, record

DAY = date(2026, 11, 30)
FULL = ROOT / "tests" / "hubs" / "full"


def sheet(*records: Record, language: str = "en") -> bytes:
    return whole_sheet(*records, language=language).pdf


def whole_sheet(*records: Record, language: str = "en") -> Sheet:
    of = edition(*records, language=language)
    return call_sheet(of, tuple(care_lines(of, queue(of.hub, DAY), DAY)), DAY)


def place(name: str = "Maple House", **phone: str) -> Record:
    number: Row = {**PHONE, **phone}
    values = {"name": name, "kind": "recovery_residence"}
    return record("maple", dict(values), phones=(number,), sources=(SOURCE,))


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def test_it_has_whom_to_call_what_to_ask_and_boxes_for_what_they_say() -> None:
    words = words_of(read(sheet(place())))
    for told in (
        "Maple House",
        "Call 614-555-0142",
        "Does 614-555-0142 reach them?",
        "Do you take people who are on a registry?",
        "Would not say",
        "Nobody answered",
        "What they said:",
        "Your role, not your name:",
        "Page 1 of",
    ):
        assert close(told) in words


LONG_ID = "a-house-with-a-very-long-name-for-people-who-come-home-to-the-county-and-stay"


def test_each_page_names_its_house_its_number_and_the_day_it_was_made() -> None:
    """Pages get loose: an answer without its house is lost, and one without its day is worth little."""
    pages = read(sheet(place())).pages
    assert len(pages) > 1
    for page in pages:
        words = close(page.extract_text())
        for told in ("Maple House", "Call 614-555-0142", "Made on November 30, 2026"):
            assert close(told) in words


def test_an_id_is_never_broken() -> None:
    """What stands on two lines is typed wrong: nobody knows whether the hyphen at the end is part of it."""
    lines = read(sheet(record(LONG_ID, {"name": "Maple House"}, phones=(PHONE,), sources=(SOURCE,)))).pages[0]
    assert f"housing/{LONG_ID}" in lines.extract_text()


def test_who_asks_whether_all_is_right_has_what_the_record_says() -> None:
    long_ago: Row = {**SOURCE, "read_on": date(2025, 1, 2)}
    values = {"name": "Maple House", "hours": "Every day 9 to 5", "address": "12 Example Street", "kind": "model"}
    words = words_of(read(sheet(record("maple", dict(values), phones=(PHONE,), sources=(long_ago,)))))
    for told in ("Every day 9 to 5", "12 Example Street", "Cost: Free"):
        assert close(told) in words


def test_it_is_tagged_and_tells_its_language_and_title() -> None:
    root: Any = read(sheet(place(), language="es")).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "es"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_it_speaks_spanish() -> None:
    assert close("¿Aceptan a personas que están en un registro?") in words_of(read(sheet(place(), language="es")))


def test_its_print_is_large() -> None:
    assert min(sizes_of(read(sheet(place())))) >= 11


def test_the_same_list_makes_the_same_bytes() -> None:
    assert sheet(place()) == sheet(place())


def test_words_that_mean_something_to_typst_are_printed_as_they_stand() -> None:
    assert close(HOSTILE) in words_of(read(sheet(place(HOSTILE, label=HOSTILE))))


def test_signs_that_the_fonts_lack_stop_no_sheet_and_their_records_are_named() -> None:
    oak = record("oak", {"name": "Oak House", "kind": "recovery_residence"}, phones=(PHONE,), sources=(SOURCE,))
    made = whole_sheet(place("Maple 🏠 家 House"), oak)
    assert [key.rpartition("/")[2] for key in made.lacking] == ["maple"]
    words = words_of(read(made.pdf))
    assert close("Maple ? ? House") in words
    assert close("Oak House") in words


def test_where_there_is_no_end_of_such_signs_they_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "_ROUNDS", 1)
    with pytest.raises(CannotPrint, match="🏠"):
        sheet(place("Maple 🏠"))


def test_nothing_that_is_private_or_withheld_is_on_it() -> None:
    found = due_in(FULL, date(2027, 11, 30), who="phone")
    words = words_of(read(call_sheet(found.edition, found.lines, found.day).pdf))
    hidden = list(hidden_texts())
    assert hidden
    assert [text for text in hidden if close(text) in words] == []


def test_the_command_puts_on_it_only_what_can_be_done_by_phone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "calls.pdf"
    command = ["call-sheet", "--root", str(FULL), "--day", "2026-11-30", "--limit", "2", "--output", str(output)]
    assert main(command) == 0
    words = words_of(read(output.read_bytes()))
    assert "Print it on one side." in capsys.readouterr().out
    assert close("River Road") in words
    assert close("Naloxone Box") not in words
    assert close("more.") in words
