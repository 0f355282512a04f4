# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What has no field, no place or no room is kept: in the private note, or in the file of left-overs."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from porchlight.exchange.sheets.cells import tidy
from porchlight.exchange.sheets.columns import understand
from porchlight.exchange.sheets.draft import ground_for
from porchlight.exchange.sheets.ids import Ids
from porchlight.exchange.sheets.making import Recipe
from porchlight.exchange.sheets.plan import plan_import
from porchlight.exchange.sheets.sheet import Row, Sheet
from porchlight.reading.package import read_package
from tests.conftest import ROOT
from tests.exchange.hubs import ELM, HEADER, TODAY, bring, csv_of


def test_what_has_no_field_or_no_place_in_it_goes_into_the_private_note(hub: Path) -> None:
    header = [*HEADER, "Parish", "Accepts cash"]
    row = ["Elm", "Too", "Magic", *ELM[3:5], "XX", "999", "call us", "see www", "Here", "yes"]
    record = bring(hub, csv_of([header, row])).only
    assert set(record) == {"id", "name", "address", "city", "maintainer_note"}
    assert record["maintainer_note"].splitlines() == [
        "Description: Too", "Type: Magic", "State: XX", "Phone: call us", "Website: see www",
        "Parish: Here", "Accepts cash: yes", "ZIP: 999",
    ]  # fmt: skip


def test_a_text_that_is_too_long_is_cut_behind_a_sentence_and_the_rest_is_kept(hub: Path) -> None:
    text = "This sentence is made up. " * 30 + "The very end."
    record = bring(hub, csv_of([["name", "description"], ["Elm", text]])).only
    rest = record["maintainer_note"].removeprefix("description: ")
    assert len(record["summary"]) <= 700
    assert f"{record['summary']} {rest}" == text


def test_what_no_note_can_hold_goes_whole_into_the_left_overs_and_the_note_says_so(hub: Path) -> None:
    header = ["name", "history", "parish", "secret"]
    done = bring(hub, csv_of([header, ["Elm", "h" * 990, "Here", "=cmd()"]]))
    note = done.only["maintainer_note"]
    assert note == ("parish: Here\nsecret: =cmd()\nMore of this row: var/import/, in the left-overs of sheet.csv.")
    left = (hub / "var" / "import" / "sheet.csv.left-over.csv").read_text(encoding="utf-8-sig")
    assert list(csv.reader(left.splitlines())) == [["row", "id", "column", "text"], ["2", "elm", "history", "h" * 990]]
    assert "var/import/sheet.csv.left-over.csv" in done.said


def test_left_overs_can_not_run_in_a_spreadsheet(hub: Path) -> None:
    bring(hub, csv_of([["name", "parish"], ["", "=cmd()"], ["Elm", "Here"]]))
    assert "'=cmd()" in (hub / "var" / "import" / "sheet.csv.left-over.csv").read_text(encoding="utf-8-sig")


def test_left_overs_of_an_earlier_import_stay(hub: Path) -> None:
    for text in ("one", "two", "two"):
        bring(hub, csv_of([["name", "parish"], ["", text], ["Elm", "Here"]]))
    assert sorted(path.name for path in (hub / "var" / "import").iterdir()) == [
        "sheet.csv.left-over-2.csv",
        "sheet.csv.left-over.csv",
    ]


def test_a_row_without_a_name_is_kept_in_the_left_overs(hub: Path) -> None:
    rows = [["name", "parish"], ["Elm", "Here"], ["", "Nowhere"]]
    assert "Row 3 has no name" in bring(hub, csv_of(rows), write=False).said
    assert list(bring(hub, csv_of(rows)).records) == ["elm"]
    assert "3,,parish,Nowhere" in (hub / "var" / "import" / "sheet.csv.left-over.csv").read_text(encoding="utf-8-sig")


HEADINGS = ("Name", "Description", "Type", "Street", "City", "Languages", "Website", "Phone", "Something else")
CELLS = st.one_of(st.text(max_size=200), st.text("ab 1,;/\n", max_size=1200))
PACKAGE, _ = read_package(ROOT)
GROUND = ground_for(PACKAGE, PACKAGE.schema_of("services"), {}, TODAY)
COLUMNS = understand(HEADINGS, GROUND.schema, {})


def words(value: object) -> set[str]:
    """Every word in a value and in all that it holds."""
    if isinstance(value, dict):
        return set().union(*map(words, value.values()))
    if isinstance(value, list):
        return set().union(*map(words, value))
    return set(re.findall(r"\w+", str(value)))


@given(st.lists(st.lists(CELLS.map(tidy), min_size=9, max_size=9), min_size=1, max_size=3))
def test_every_word_of_every_cell_is_in_a_record_or_in_the_left_overs(rows: list[list[str]]) -> None:
    sheet = Sheet(HEADINGS, tuple(Row(number, tuple(row)) for number, row in enumerate(rows, start=2)), "")
    plan = plan_import(sheet, GROUND, Recipe(COLUMNS), Ids({}), "More elsewhere.", lambda done, total: None)
    found = words([record.values for record in plan.records]) | words([left.text for left in plan.left_overs])
    assert words(rows) <= found
