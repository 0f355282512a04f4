# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was asked for is done or refused in a sentence, and what will happen is told before it does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from porchlight.exchange.sheets.saying import once_a_second
from porchlight.exchange.sheets.sheet import CannotImport
from tests.exchange.hubs import ELM, HEADER, bring, csv_of

# --- What is asked for ------------------------------------------------------------------------------------------------


def test_a_value_that_was_set_fills_what_a_row_leaves_empty(hub: Path) -> None:
    rows = [["name", "type"], ["Elm", "Legal help"], ["Oak", ""], ["Ash", "Magic"]]
    done = bring(hub, csv_of(rows), sets=["kind=Benefits", "serves=Ohio"]).records
    assert [done[name]["kind"] for name in ("elm", "oak", "ash")] == ["legal", "benefits", "benefits"]
    assert done["elm"]["serves"] == ["US-OH"]
    assert done["ash"]["maintainer_note"] == "type: Magic"


@pytest.mark.parametrize(
    ("sets", "told"),
    [
        ("kind=benefit", r"“benefit” is no code of “kind”\. Did you mean “benefits”\?"),
        ("kind=zzz", r"no code of “kind”\. Its codes: crisis_line, help_line"),
        ("kind", r"“” is no code of “kind”"),
        ("knid=legal", r"“knid” is not a field of services that a column can fill\. Did you mean “kind”\?"),
        ("summary=Short", r"“summary” can't take “Short”"),
        ("sources=here", r"“sources” can't take “here”"),
    ],
)
def test_a_value_that_can_not_be_set_is_told_before_anything_happens(hub: Path, sets: str, told: str) -> None:
    with pytest.raises(CannotImport, match=told):
        bring(hub, csv_of([HEADER, ELM]), sets=[sets])
    assert not (hub / "data" / "services").exists()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"resource": "servces"}, r"no resource “servces”\. Did you mean “services”\?"),
        ({"maps": ["Phone"]}, r"--map needs COLUMN=FIELD"),
        ({"source": "my uncle"}, r"“my uncle” is no web address"),
        ({"sheet": Path("nowhere.csv")}, r"There is no file nowhere\.csv"),
        ({"sheet": b"Name,City\n"}, r"names columns \(Name, City\), but has no row below them"),
    ],
)
def test_what_can_not_be_used_is_told(hub: Path, asked: dict[str, object], told: str) -> None:
    with pytest.raises(CannotImport, match=told):
        bring(hub, **({"sheet": csv_of([HEADER, ELM])} | asked))  # type: ignore[arg-type]


def test_a_huge_file_is_refused_before_it_is_read(hub: Path) -> None:
    with (hub / "huge.csv").open("wb") as stream:
        os.truncate(stream.fileno(), 60 * 1024 * 1024)
    with pytest.raises(CannotImport, match="has 60 MB; 50 MB is the most"):
        bring(hub, hub / "huge.csv")


def test_a_column_that_was_left_out_is_nowhere(hub: Path) -> None:
    record = bring(hub, csv_of([["name", "latitude"], ["Elm", "39.96"]]), maps=["latitude=-"]).only
    assert record == {"id": "elm", "name": "Elm"}


# --- What is told -----------------------------------------------------------------------------------------------------


def test_without_write_nothing_is_written_and_all_is_shown(hub: Path) -> None:
    header = [*HEADER, "Parish", "Sumary"]
    done = bring(hub, csv_of([header, [*ELM, "Here", "x"], ["Oak", "", "Veteran", *[""] * 8]]), write=False)
    assert done.files == []
    for words in (
        "sheet.csv: 2 rows, 11 columns, UTF-8, separated by commas.",
        "  ZIP          → postal_code                         43215\n",
        "  Parish       → private note                        Here\n",
        "2 records for data/services/.",
        "    id: elm-house\n    name: Elm House\n",
        "kind: “Veteran” ×1 was taken as veterans",
        "“summary” is missing in 1 record, and every record needs it.",
        "The check will ask for it. If all of it comes from one page: --source https://…",
        'To place a column yourself: --map "Parish=FIELD". To leave it out: --map "Parish=-".',
        "Nothing was written.",
    ):
        assert words in done.said or words in " ".join(done.said.split())
    assert max(map(len, done.said.splitlines())) <= 120


def test_every_text_that_found_no_place_is_told_with_the_reason_and_how_often(hub: Path) -> None:
    rows = [["name", "type", "phone"], *([f"Elm {number}", "Magic", "call us"] for number in range(3))]
    said = bring(hub, csv_of(rows), write=False).said
    assert "type: 3 texts (no code of “kind”)\n      “Magic” ×3" in said
    assert "phone: 3 texts (no number that can be dialed)\n      “call us” ×3" in said


def test_of_very_many_texts_the_commonest_stand_for_all(hub: Path) -> None:
    rows = [["name", "type"], *([f"Elm {number}", f"Magic {number}"] for number in range(100))]
    assert "and 88 more" in bring(hub, csv_of(rows), write=False).said


def test_where_no_column_gives_a_name_the_columns_are_shown_and_nothing_can_be_written(hub: Path) -> None:
    sheet = csv_of([["House", "Phone"], ["Elm", "614-555-0142"]])
    said = bring(hub, sheet, write=False).said
    assert "  House  → private note" in said
    assert 'Say which one does: --map "COLUMN=name".' in said
    with pytest.raises(CannotImport, match="No column gives records their name"):
        bring(hub, sheet)
    assert list(bring(hub, sheet, maps=["House=name"]).records) == ["elm"]


def test_after_writing_it_says_what_comes_next(hub: Path) -> None:
    said = bring(hub, csv_of([HEADER, ELM])).said
    assert said.startswith("Wrote 1 record to data/services/.")
    assert "“sources” is missing in 1 record" in said
    assert said.endswith("Next:\n    porchlight check")


def test_a_source_without_the_day_on_which_it_was_read_is_asked_for_and_nothing_is_written(hub: Path) -> None:
    for sheet, source in (
        ([HEADER, ELM], "https://example.org/list"),
        ([["name", "source"], ["Elm", "example.org"]], ""),
    ):
        with pytest.raises(CannotImport, match="Say when you read it: --read-on YYYY-MM-DD"):
            bring(hub, csv_of(sheet), source=source, read_on=None)
    assert not (hub / "data" / "services").exists()


def test_progress_is_told_once_a_second_and_not_in_the_first() -> None:
    seconds = iter([0.0, 0.4, 0.9, 1.1, 1.9, 2.2])
    said: list[str] = []
    step = once_a_second("Read", said.append, lambda: next(seconds))
    for done in range(1, 6):
        step(done, 5)
    assert said == ["Read: 3 of 5", "Read: 5 of 5"]


def test_what_remains_for_the_check_is_only_what_a_person_must_decide(hub: Path) -> None:
    rows = [HEADER, ELM, ["Oak", "", "Magic", "Somewhere", "", "Atlantis", "7", "ring", "www x"], ["Ash", *["?"] * 8]]
    done = bring(hub, csv_of(rows))
    assert {(problem.code, problem.message) for problem in done.problems} == {
        ("source-missing", "This record names no source."),
        ("field-missing", "“summary” is missing."),
        ("field-missing", "“kind” is missing."),
    }
