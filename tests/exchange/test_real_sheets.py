# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sheets that public projects publish, where they lie beside the checkout: read whole, and without a word lost.

Every sheet is read whole. What follows is done with at most 100 of its rows, spread over the whole file, so that these
tests take well under a minute; `SAMPLE` may be raised by hand for all rows.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from porchlight.checking.run import check_hub
from porchlight.exchange.sheets.columns import Column
from porchlight.exchange.sheets.csv_file import read_csv
from porchlight.exchange.sheets.plan import Plan
from porchlight.exchange.sheets.run import Asked, plan_of
from tests.conftest import ROOT
from tests.exchange.hubs import SOURCE, TODAY, bring, csv_of, small_hub

SAMPLE = 100
REAL = ROOT.parent / "shared" / "realdata"
BY_HAND = {"“kind” is missing.", "“summary” is missing.", "This record names no source."}
"""What only a person can say; nothing else may be left for the check to find."""


@dataclass(frozen=True, slots=True)
class RealSheet:
    """A sheet, where it belongs, a kind that fits, and what we counted in it."""

    file: str
    resource: str
    kind: str
    records: int
    nameless: int = 0

    def __str__(self) -> str:
        return f"{self.file.partition('/')[0]} as {self.resource}"


SHEETS = [
    RealSheet("bestrehabs__california-treatment-facility-licenses/data/facilities.csv", "housing", "way_in", 2266),
    RealSheet("newjersey__d4ad/providers_20210305.csv", "organizations", "company", 408),
    RealSheet("newjersey__d4ad/providers_20210305.csv", "trainings", "job", 408),
    RealSheet("codeforamerica__ohana-api/data/sample-csv/services.csv", "services", "community", 23),
    RealSheet("openreferral__sample-data/simple/services.csv", "services", "community", 13),
    RealSheet("rubyforgood__reentry/test/fixtures/files/doj-data.csv", "services", "community", 1422, nameless=1),
    RealSheet("openreferral__hsds-transformer/examples/florida_data/services.csv", "services", "legal", 135),
    RealSheet(
        "openreferral__hsds-transformer/spec/fixtures/custom/ilao/input/services.csv", "services", "legal", 429, 1
    ),
]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not REAL.is_dir(), reason="the public sheets (../shared/realdata) are not beside this checkout"),
]


@pytest.fixture(scope="module", params=SHEETS, ids=str)
def sheet(request: pytest.FixtureRequest) -> RealSheet:
    assert isinstance(request.param, RealSheet)
    return request.param


@pytest.fixture(scope="module")
def sample(sheet: RealSheet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sheet of the same columns with rows from all over the whole one."""
    whole = read_csv((REAL / sheet.file).read_bytes())
    assert len(whole.rows) == sheet.records + sheet.nameless
    file = tmp_path_factory.mktemp("sample") / "sheet.csv"
    step = -(-len(whole.rows) // SAMPLE)
    file.write_bytes(csv_of([whole.columns, *(row.cells for row in whole.rows[::step])]))
    return file


@pytest.fixture(scope="module")
def made(sheet: RealSheet, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """What the sample would become, worked out once for several tests."""
    root = small_hub(tmp_path_factory.mktemp("real") / "hub")
    return plan_of(root, Asked(sample, "csv", sheet.resource, read_on=TODAY), print)


def test_every_row_with_a_name_becomes_a_record(made: Plan, sheet: RealSheet) -> None:
    assert len(made.nameless) <= sheet.nameless
    assert len(made.records) == len(made.sheet.rows) - len(made.nameless)
    assert len(made.records) >= min(sheet.records, SAMPLE // 2)


def test_the_check_finds_only_what_a_person_must_say(hub: Path, made: Plan, sample: Path, sheet: RealSheet) -> None:
    bring(hub, sample, sheet.resource)
    found = Counter(problem.message for problem in check_hub(hub, TODAY).stopping)
    assert found.keys() <= BY_HAND
    assert found["This record names no source."] == len(made.records)


def test_once_a_person_has_said_it_the_check_finds_nothing(
    hub: Path, made: Plan, sample: Path, sheet: RealSheet
) -> None:
    sets = [f"kind={sheet.kind}", "summary=Someone wrote this for a test."]
    done = bring(hub, sample, sheet.resource, sets=sets, source=SOURCE)
    assert len(done.files) == len(made.records) + (sheet.resource == "organizations")
    found = check_hub(hub, TODAY).stopping
    assert [problem for problem in found if problem.code != "made-up"] == [], "the hub is made up, these sheets are not"


def test_no_word_of_any_row_is_lost(made: Plan) -> None:
    kept: dict[int, set[str]] = {}
    for record in made.records:
        kept.setdefault(record.row, set()).update(words(str(record.values)))
    for left in made.left_overs:
        kept.setdefault(left.row, set()).update(words(left.text))
    for row in made.sheet.rows:
        for column in made.columns:
            assert expected(column, row.cells[column.index]) <= kept[row.number], (row.number, column.name)


def expected(column: Column, text: str) -> set[str]:
    """The words of a cell that must be found again; a state, a code and a number are written in another way."""
    field = column.target.field if column.target else None
    if field and (field.vocabulary or field.part == "phones"):
        return set()
    states = (
        {"MD", "Md", "Maryland", "DC", "VA", "Virginia", "PA", "DE", "WV"}
        if field and field.role == "address"
        else set()
    )
    return words(text) - states


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.replace("\\n", " ")))
