# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Exports as form services write them: each holds the same two responses, and comes in the same way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from porchlight.exchange.answers.marks import ROBOT, TEST
from porchlight.exchange.answers.rows import NO_ANSWER, REPEATED_NAMES
from porchlight.model.form_services import Exported
from porchlight.polls.response import NO_LANGUAGE
from tests.exchange.answers.support import EXPORTS, SERVICES, TODAY, answers, looked_at
from tests.exchange.hubs import book

FIRST = {"rides_bus": "5", "rides_meetings": "4", "rides_bikes": "na"}
SECOND = {"rides_bus": "1", "rides_bikes": "3"}
STYLES = {
    "own": ("google", {NO_ANSWER: 1}),
    "formspree": ("google", {ROBOT: 1}),
    "forminit": ("google", {}),
    "staticman": ("google", {ROBOT: 1}),
    "entries": ("google", {}),
    "google": ("google", {NO_ANSWER: 1}),
    "google_es": ("google", {}),
    "limesurvey": ("limesurvey", {NO_ANSWER: 1}),
    "surveymonkey": ("surveymonkey", {REPEATED_NAMES: 1}),
    "kobo_labels": ("kobotoolbox", {}),
    "kobo_values": ("kobotoolbox", {}),
    "qualtrics": ("qualtrics", {TEST: 1}),
    "netlify": ("netlify", {}),
    "cloudflare": ("cloudflare", {}),
    "basin": ("google", {ROBOT: 1}),
    "formspark": ("google", {}),
    "staticforms": ("google", {}),
    "formcarry": ("google", {}),
    "hubspot": ("hubspot", {}),
    "formbricks": ("formbricks", {}),
    "opnform": ("google", {}),
    "tally": ("tally", {}),
    "jotform": ("jotform", {}),
    "microsoft": ("microsoft", {}),
}
"""The service under which it is remembered (the poll's own where the file shows none), and the rows left out."""


@pytest.mark.parametrize("style", STYLES)
def test_every_style_gives_the_same_answers(style: str) -> None:
    found = looked_at(EXPORTS / f"{style}.csv")
    first = FIRST if style != "surveymonkey" else {name: code for name, code in FIRST.items() if code != "na"}
    assert found.problems == ()
    assert answers(found) == [first, SECOND]
    assert (found.mapping.service, found.dropped) == STYLES[style]


@pytest.mark.parametrize("style", STYLES)
def test_nothing_of_a_person_but_the_answers_comes_in(style: str) -> None:
    found = looked_at(EXPORTS / f"{style}.csv")
    told = repr(found.responses) + repr(found.mapping)
    for private in ("203.0.113", "someone", "Someone", "Mozilla", "cousin", "aaaa-1", "40.0", "10:00", "A car", "R_1"):
        assert private not in told
    assert {response.day for response in found.responses} == {TODAY.isoformat()}
    assert {response.mode for response in found.responses} == {"import"}


def test_every_service_that_gives_out_files_has_one_here() -> None:
    known = {name for name, service in SERVICES.items() if service.exported != Exported()}
    files = {path.stem.partition("_")[0].replace("kobo", "kobotoolbox") for path in EXPORTS.iterdir()}
    assert known <= files


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_any_letters_and_separators_come_in(letters: str, separator: str, tmp_path: Path) -> None:
    rows = [
        ["Necesitamos más [Autobuses de noche]", "", "Bicicletas"],
        ["De acuerdo", "x", "Ni de acuerdo ni en desacuerdo"],
    ]
    file = tmp_path / "export.csv"
    file.write_bytes("\r\n".join(map(separator.join, rows)).encode(letters))
    assert answers(looked_at(file)) == [{"rides_bus": "4", "rides_bikes": "3"}]


def test_an_excel_file_comes_in_by_what_is_in_it_whatever_it_is_called(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["My form (made up)"],
        ["When", "rides_bus", "rides_bikes"],
        ["2026-11-01", 5, 3.0],
        ["2026-11-01", None, 1],
    ]
    found = looked_at(book(tmp_path / "export.xlsx", {"Answers": rows}))
    assert answers(found) == [{"rides_bus": "5", "rides_bikes": "3"}, {"rides_bikes": "1"}]
    (tmp_path / "export.xlsx").rename(tmp_path / "export.csv")
    assert answers(looked_at(tmp_path / "export.csv")) == answers(found)


def test_whole_numbers_that_a_program_wrote_with_a_point_are_codes(tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_text("rides_bus,rides_bikes\n5.0,\n,3.0\n")
    assert answers(looked_at(file)) == [{"rides_bus": "5"}, {"rides_bikes": "3"}]


def test_the_language_is_that_of_the_row_or_of_its_words() -> None:
    def spoken(style: str) -> list[str]:
        return [response.language for response in looked_at(EXPORTS / f"{style}.csv").responses]

    assert spoken("own") == ["en", "es"]
    assert spoken("google_es") == ["es", "es"]
    assert spoken("formspree") == ["es", "es"]
    assert spoken("forminit") == [NO_LANGUAGE, NO_LANGUAGE]


def test_a_row_keeps_the_version_that_was_answered(tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_text("_v,rides_bus\n1,5\n2,5\n3,5\nx,5\n")
    assert [response.version for response in looked_at(file).responses] == [1, 2, 2, 2]


def test_a_first_answer_that_names_an_item_is_no_row_of_names(tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_text("rides_bus,rides_bikes,Which one first?\n5,3,Bikes\n1,2,Bikes\n")
    assert answers(looked_at(file, maps=["Which one first?=-"])) == [
        {"rides_bus": "5", "rides_bikes": "3"},
        {"rides_bus": "1", "rides_bikes": "2"},
    ]
