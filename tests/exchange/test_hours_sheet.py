# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A sign-in sheet becomes sums; no name leaves it, and no sum is of so few that it tells of one person."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from porchlight.exchange.hours_sheet import FEW, Sum, counted_hours
from porchlight.exchange.sheets.sheet import CannotImport

TODAY = date(2026, 11, 30)
HEAD = ("Name", "Phone", "Date", "Role", "Hours")


def sheet(folder: Path, *rows: Sequence[str], head: Sequence[str] = HEAD) -> Path:
    """A CSV file of these rows."""
    file = folder / "sheet.csv"
    with file.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([head, *rows])
    return file


def came(day: str, role: str, hours: str = "2") -> tuple[str, ...]:
    """A line of the sheet."""
    return ("Ann Example", "614-555-0101", day, role, hours)


def refused(file: Path) -> str:
    """What is told of a sheet that can't be counted."""
    with pytest.raises(CannotImport) as told:
        counted_hours(file, TODAY)
    return str(told.value)


def test_each_month_and_role_has_its_visits_and_hours(tmp_path: Path) -> None:
    desk = [
        came("2026-11-02", "Front desk", "3"),
        came("11/3/2026", "front  desk", "2:30"),
        came("2026-11-04", "FRONT DESK", "2,5"),
    ]
    rides = [came(f"2026-10-0{day}", "Rides") for day in (1, 2, 3)]
    found = counted_hours(sheet(tmp_path, *desk, *rides), TODAY)
    assert found.months == {"2026-10": (Sum("Rides", 3, 6.0),), "2026-11": (Sum("Front desk", 3, 8.0),)}
    assert found.unread == 2


def test_a_small_role_stands_with_others_and_the_others_are_never_few(tmp_path: Path) -> None:
    rows = [*[came("2026-11-02", "Desk")] * 4, *[came("2026-11-02", "Rides")] * 3, came("2026-11-02", "Books", "7")]
    assert counted_hours(sheet(tmp_path, *rows), TODAY).months == {
        "2026-11": (Sum("Desk", 4, 8.0), Sum("", 4, 13.0)),
    }, "one visit alone beside the others could be worked out, so the next small role goes with it"


def test_of_a_month_of_two_visits_nothing_is_told(tmp_path: Path) -> None:
    found = counted_hours(sheet(tmp_path, came("2026-11-02", "Desk"), came("2026-11-02", "Rides")), TODAY)
    assert (found.months, found.too_few) == ({}, ("2026-11",))


def test_all_slips_are_told_at_once_by_their_place_and_never_by_what_they_say(tmp_path: Path) -> None:
    rows = [
        came("Ann Example", "Desk"),
        came("2027-01-02", "Desk"),
        came("2026-11-02", "614-555-0101"),
        came("2026-11-02", "", "25"),
        came("", "Sum", "Bo Example"),
    ]
    told = refused(sheet(tmp_path, *rows)).splitlines()
    assert [line.partition(":")[0] for line in told] == [
        "Row 2, “Date”",
        "Row 3, “Date”",
        "Row 4, “Role”",
        "Row 5, “Role”",
        "Row 5, “Hours”",
        "Row 6, “Date”",
        "Row 6, “Hours”",
    ]
    assert not any(name in line for line in told for name in ("Ann", "Bo", "555"))


def test_a_sheet_without_the_names_of_its_columns_tells_no_name_either(tmp_path: Path) -> None:
    told = refused(sheet(tmp_path, came("2026-11-02", "Desk"), head=("Ann Example", "614-555-0101", "Date", "x", "y")))
    assert told.startswith("Name these columns in the first line of the sheet")
    assert "role: role, task" in told
    assert "Ann" not in told


def test_a_spreadsheet_reads_as_the_same(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Kept by Ann Example"], ["día", "tarea", "horas"], *[[date(2026, 11, 2), "Mesa", 2.25]] * 3):
        book.active.append(row)
    book.save(tmp_path / "hoja.xlsx")
    assert counted_hours(tmp_path / "hoja.xlsx", TODAY).months == {"2026-11": (Sum("Mesa", 3, 6.8),)}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.sampled_from("789"), st.sampled_from(["desk", "Desk", "rides", "books", "calls"]))))
def test_whoever_came_no_sum_is_of_few_and_none_is_lost(tmp_path: Path, visits: list[tuple[str, str]]) -> None:
    if not visits:
        return
    found = counted_hours(sheet(tmp_path, *(came(f"2026-0{month}-01", role) for month, role in visits)), TODAY)
    sums = [each for month in found.months.values() for each in month]
    assert all(each.visits >= FEW for each in sums)
    few = [month for month, _ in visits if f"2026-0{month}" in found.too_few]
    assert len(few) < FEW * 3
    assert sum(each.visits for each in sums) == len(visits) - len(few)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(st.text(max_size=12), min_size=3, max_size=3), min_size=1, max_size=4))
def test_any_cells_at_all_are_counted_or_told_in_words(tmp_path: Path, cells: list[list[str]]) -> None:
    with suppress(CannotImport):
        counted_hours(sheet(tmp_path, *cells, head=("day", "role", "hours")), TODAY)
