# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records side by side: each cell is filled or says that nobody knows, and the table for a spreadsheet is the same."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from porchlight.build import sound_hub
from porchlight.exchange.calendar_files import calendar_files
from porchlight.exchange.compare_files import compare_files
from porchlight.model.record import Record, Row, Value
from porchlight.views.calendar import dated
from porchlight.views.compare import compare_pages, compare_tables
from porchlight.views.compare_types import CompareTable, CompareView
from porchlight.views.edition import Edition
from porchlight.views.lists import list_pages
from porchlight.views.records import record_pages
from porchlight.views.types import ListView, RecordView
from tests.conftest import ROOT
from tests.views.fakes import CALLED, PACKAGE, SOURCE, edition, view_of

TRAININGS, TOOLS = PACKAGE.schema_of("trainings"), PACKAGE.schema_of("tools")


def held(resource: str, record_id: str, values: dict[str, Value], **parts: tuple[Row, ...]) -> Record:
    """A record of the resource, with a source."""
    named = {"name": record_id.title(), "summary": "What it is.", **values}
    return Record(resource, record_id, named, {"sources": (SOURCE,), **parts})


def course(record_id: str, values: dict[str, Value] | None = None, **parts: tuple[Row, ...]) -> Record:
    """A course for peers."""
    return held("trainings", record_id, {"kind": "peer", **(values or {})}, **parts)


def view(of: Edition, resource: str = "trainings") -> CompareView:
    """The page of the resource's records side by side."""
    (page,) = compare_pages(of, PACKAGE.schema_of(resource))
    assert page.path == of.path(f"{resource}/compare/")
    return view_of(page, CompareView)


def cells(table: CompareTable, row: int = 0) -> dict[str, str]:
    """The words of a record by the heads of their columns."""
    said = ("; ".join(text.value for text in cell.texts) for cell in table.rows[row].cells)
    return dict(zip(table.heads, said, strict=True))


def test_what_nobody_knows_is_said_so_beside_what_is_known_of_others() -> None:
    answer: Row = {"question": "conviction", "answer": "yes", "as_of": date(2026, 11, 2), "how": "phone", "by": "staff"}
    (table,) = view(edition(course("a"), course("b", {"length": "5 days"}, answers=(answer,)))).tables
    assert cells(table) == {
        "How long": "Not known",
        "Will they take me? Felony conviction": "Not known: ask them",
        "What we are not sure of": "We noted no doubt",
    }


def test_what_is_known_of_none_is_said_once_and_has_no_column() -> None:
    (table,) = view(edition(course("maple", {"cost": "unknown"}), course("oak"))).tables
    assert table.heads == ("What we are not sure of",)
    assert table.silent.startswith("Not known of any of these: How long; Cost; ")
    (full,) = compare_tables(edition(course("maple")), PACKAGE.schema_of("trainings"), "trainings/compare/")
    assert {"How long", "Cost", "How it is kept up", "Next date"} <= set(full.heads)


def test_a_cell_says_what_the_record_says() -> None:
    answer: Row = {"question": "conviction", "answer": "yes", "as_of": date(2026, 11, 2), "how": "phone", "by": "staff"}
    told = course(
        "maple",
        {"length": "30 hours", "cost": "fee", "cost_note": "$40 in 2026", "next_date": "2027-01-16"},
        answers=(answer,),
        checks=(CALLED,),
    )
    (table,) = view(edition(told)).tables
    said = cells(table)
    assert said["How long"] == "30 hours"
    assert said["Cost"].endswith("; $40 in 2026")
    assert said["Next date"] == "January 16, 2027"
    assert said["Will they take me? Felony conviction"] == "Yes"
    asked = next(cell.checked for cell in table.rows[0].cells if cell.checked)
    assert asked.day == "2026-11-02"
    assert table.rows[0].checked.kind == "checked"


@pytest.mark.parametrize(("resource", "kind"), [("trainings", "tech"), ("tools", "recovery_app")])
def test_the_doubt_stands_in_the_last_column_and_in_the_spreadsheet(resource: str, kind: str) -> None:
    of = edition(held(resource, "maple", {"kind": kind, "caveat": "Ask first if it is open."}))
    (table,) = view(of, resource).tables
    assert table.heads[-1] == "What we are not sure of"
    assert cells(table)["What we are not sure of"] == "Ask first if it is open."
    heads, row = csv.reader(io.StringIO(compare_files(of)[f"{resource}/compare/compare.csv"].decode("utf-8-sig")))
    assert row[heads.index("What we are not sure of")] == "Ask first if it is open."


def test_there_is_a_table_for_each_kind_and_none_for_what_is_closed() -> None:
    of = edition(course("b"), course("a", {"kind": "crisis"}), course("gone", {"kind": "tech", "status": "closed"}))
    assert [(table.caption, len(table.rows)) for table in view(of).tables] == [
        ("Peer support", 1),
        ("Crisis and overdose response", 1),
    ]


def test_a_kind_that_has_none_is_named() -> None:
    assert "Volunteer orientation" in view(edition(course("maple"))).lacking
    assert "Peer support" not in view(edition(course("maple"))).lacking


def test_what_is_said_of_privacy_has_its_page_and_its_day() -> None:
    claim: dict[str, Value] = {
        "kind": "recovery_app",
        "privacy": "They say that they sell nothing.",
        "privacy_source": "https://www.example.org/privacy",
        "privacy_read_on": date(2026, 11, 24),
    }
    (table,) = view(edition(held("tools", "app", claim)), "tools").tables
    cell = table.rows[0].cells[table.heads.index("Privacy")]
    assert cell.source
    assert (cell.source.label, cell.source.href) == ("Source: example.org", "https://www.example.org/privacy")
    assert [text.value for text in cell.texts] == ["They say that they sell nothing.", "November 24, 2026"]


def test_the_list_and_each_record_lead_there() -> None:
    of = edition(course("maple"))
    (whole, *_) = list_pages(of, TRAININGS)
    compare = view_of(whole, ListView).compare
    assert compare
    assert (compare.label, compare.href) == ("Trainings side by side", "compare/")
    (page,) = record_pages(of, TRAININGS)
    there = view_of(page, RecordView).compare
    assert there
    assert there.href == "../compare/"


@pytest.mark.parametrize("resource", ["trainings", "housing"])
def test_where_nothing_is_to_be_compared_there_is_no_page(resource: str) -> None:
    """A resource that holds nothing, and one whose schema names nothing."""
    of = edition(held("housing", "maple", {"kind": "transitional"}))
    assert list(compare_pages(of, PACKAGE.schema_of(resource))) == []
    assert f"{resource}/compare/compare.csv" not in compare_files(of)


def test_the_table_for_a_spreadsheet_holds_the_same_and_runs_nothing() -> None:
    of = edition(course("maple", {"length": "=1+1"}), course("oak", {"kind": "crisis"}))
    (content,) = compare_files(of).values()
    heads, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    full, _ = compare_tables(of, PACKAGE.schema_of("trainings"), "trainings/compare/")
    assert heads == ["Name", "Kind", *full.heads, "How we know"]
    assert [row[:2] for row in rows] == [["Maple", "Peer support"], ["Oak", "Crisis and overdose response"]]
    assert rows[0][heads.index("How long")] == "'=1+1"


def test_a_next_date_is_a_file_for_the_calendar_until_it_is_over() -> None:
    of = edition(course("maple", {"next_date": "2027-01-16"}), course("oak"))
    assert [record.id for _, record in dated(of)] == ["maple"]
    assert b"DTSTART;VALUE=DATE:20270116" in calendar_files(of)["trainings/maple/event.ics"]
    later = replace(of, hub=of.hub.shown_on(date(2027, 1, 17)))
    assert [record.id for record in later.hub.records["trainings"]] == ["maple", "oak"]
    assert dated(later) == []
    assert "Next date" in view(later).tables[0].silent


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_hub_that_ships_compares_its_trainings_and_tools(language: str) -> None:
    of = replace(edition(language=language), hub=sound_hub(ROOT))
    for schema in (TRAININGS, TOOLS):
        rows = [row for table in view(of, schema.resource).tables for row in table.rows]
        held = [each for each in of.hub.records[schema.resource] if each.is_open and not schema.is_by_place(each)]
        assert len(rows) == len(held)
        assert all(text.value for row in rows for cell in row.cells for text in cell.texts)
