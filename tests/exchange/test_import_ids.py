# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every record gets an id of its own, no file is written over, and the same sheet once more writes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.exchange.sheets import run
from porchlight.exchange.sheets.sheet import CannotImport
from porchlight.exchange.sheets.writing import write_plan
from tests.exchange.hubs import ELM, HEADER, SOURCE, bring, csv_of


def test_the_id_is_the_name_then_name_and_city_then_a_number(hub: Path) -> None:
    rows = [["name", "city", "parish"], ["Elm", "Springfield", "1"], ["Elm", "Dayton", "2"], ["Elm", "Dayton", "3"],
            ["ELM!", "", "4"], ["Ñandú & Sons’ Place", "", "5"], ["Дом", "", "6"], ["家園", "", "7"]]  # fmt: skip
    done = bring(hub, csv_of(rows))
    assert {id_: record["maintainer_note"][-1] for id_, record in done.records.items()} == {
        "elm": "1", "elm-dayton": "2", "elm-2": "3", "elm-3": "4",
        "nandu-and-sons-place": "5", "record": "6", "record-2": "7",
    }  # fmt: skip
    assert {problem.code for problem in done.problems} == {"field-missing", "source-missing"}


def test_an_id_is_never_longer_than_it_may_be(hub: Path) -> None:
    rows = [["name", "city", "parish"], *(["word " * 30, "Springfield", str(number)] for number in range(3))]
    ids = list(bring(hub, csv_of(rows)).records)
    assert len(ids) == 3
    assert max(map(len, ids)) <= 80


def test_an_id_is_taken_from_a_column_only_where_that_was_asked_for(hub: Path) -> None:
    rows = [["id", "name"], ["elm-7", "Elm House"]]
    assert list(bring(hub, csv_of(rows), write=True).records) == ["elm-house"]
    assert bring(hub, csv_of(rows), maps=["id=id"]).records.keys() == {"elm-house", "elm-7"}


def test_a_file_that_is_there_is_never_written_over(hub: Path) -> None:
    there = hub / "data" / "services" / "elm.yaml"
    there.parent.mkdir()
    there.write_text("# by hand\n- {id: oak, name: Oak}\n", encoding="utf-8")
    done = bring(hub, csv_of([["name", "parish"], ["Elm", "1"], ["Oak", "2"]]))
    assert there.read_text(encoding="utf-8").startswith("# by hand")
    assert [path.name for path in done.files] == ["elm-2.yaml", "elm.yaml", "oak-2.yaml"]


def test_a_file_that_comes_into_being_meanwhile_is_not_written_over_either(hub: Path) -> None:
    (hub / "sheet.csv").write_bytes(csv_of([["name"], ["Elm"]]))
    plan = run.plan_of(hub, run.Asked(hub / "sheet.csv", "csv", "services"), print)
    (hub / "data" / "services").mkdir()
    (hub / "data" / "services" / "elm.yaml").write_text("by someone else", encoding="utf-8")
    with pytest.raises(CannotImport, match="is there since a moment ago"):
        write_plan(hub, plan, "var/import/x.csv", lambda done, total: None)


def test_the_same_sheet_once_more_writes_nothing_even_on_another_day(hub: Path) -> None:
    sheet = csv_of([HEADER, ELM, [*ELM[:1], "Another made-up text.", *ELM[2:]], ELM])
    first = bring(hub, sheet, source=SOURCE)
    assert first.records.keys() == {"elm-house", "elm-house-springfield"}
    told = bring(hub, sheet, source=SOURCE + "/2", write=False).said
    assert "3 rows (2, 3, 4) say what a record says already" in told
    again = bring(hub, sheet, source=SOURCE + "/2")
    assert again.records == first.records
    assert "Wrote 0 records" in again.said


def test_a_name_with_dots_and_slashes_stays_in_its_folder(hub: Path) -> None:
    done = bring(hub, csv_of([["name"], ["../../../etc/passwd"], ["C:\\temp"]]))
    assert [path.name for path in done.files] == ["c-temp.yaml", "etc-passwd.yaml"]
    assert {record["name"] for record in done.records.values()} == {"../../../etc/passwd", "C:\\temp"}
