# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Frictionless as the judge: its verdicts on text rows, and where we are stricter than it is."""

from __future__ import annotations

import pytest

from porchlight.model.schema import Field, Schema
from porchlight.problems import Place
from porchlight.reading.exact import is_exact
from porchlight.reading.judge import judge
from porchlight.reading.nodes import Mapping
from porchlight.reading.records import RawRecord
from porchlight.reading.tables import Table, TextRow

ID = Field("id", "string", {"en": "Id"}, constraints={"required": True})


def verdicts(field: Field, *cells: str | None) -> list[tuple[int, str, str]]:
    """What the judge says of a table with an id and one field more."""
    schema = Schema("homes", "data/homes", {}, {}, {}, (ID, field))
    rows = tuple(
        TextRow((f"r{i}", cell), RawRecord(schema, Mapping({}, Place("f"))), ()) for i, cell in enumerate(cells)
    )
    return [(v.row, v.field, v.kind) for v in judge([Table("homes", schema, None, schema.fields, rows)])]


def field(kind: str, **constraints: object) -> Field:
    return Field("x", kind, {"en": "X"}, constraints=constraints)


@pytest.mark.parametrize("text", [" 1 ", "1_0", "٣", "+1", "01", "1.0", "1e3", "0x1", "", "NaN", "-", "9" * 16])
def test_a_whole_number_is_digits_and_nothing_else(text: str) -> None:
    assert not is_exact("integer", text)


@pytest.mark.parametrize("text", ["NaN", "inf", "1e400", "1,5", ".5", "5.", "1 000", "٣.٥", "1_0.5", "--1"])
def test_a_number_is_digits_and_one_point(text: str) -> None:
    assert not is_exact("number", text)


@pytest.mark.parametrize(
    "text", ["2025-1-2", "2025-02-29", "20250102", "2025-W01-1", "2025-01-02 ", "٢٠٢٥-01-02", "0000-01-01"]
)
def test_a_day_is_a_day_that_exists_in_ten_signs(text: str) -> None:
    assert not is_exact("date", text)


@pytest.mark.parametrize(
    ("kind", "text"), [("integer", "0"), ("integer", "-12"), ("number", "-83.25"), ("date", "2024-02-29")]
)
def test_plain_values_are_exact(kind: str, text: str) -> None:
    assert is_exact(kind, text)


def test_types_bounds_lengths_and_lists_are_judged_once_a_cell() -> None:
    assert verdicts(field("integer", minimum=1, maximum=5), "3", "9", "x", None, " 9 ") == [
        (2, "x", "type"),
        (4, "x", "type"),
        (1, "x", "maximum"),
    ]
    assert verdicts(field("string", minLength=2, maxLength=3), "a", "ab", "abcd") == [
        (0, "x", "minLength"),
        (2, "x", "maxLength"),
    ]
    assert verdicts(field("string", enum=("a", "b")), "a", "c") == [(1, "x", "enum")]
    assert verdicts(field("string", required=True), "a", None) == [(1, "x", "required")]
    assert verdicts(field("string", unique=True), "a", "b", "a") == [(2, "x", "unique")]


def test_a_pattern_fits_the_whole_text_even_with_a_choice_or_a_line_break() -> None:
    assert verdicts(field("string", pattern="a|b"), "a", "b", "axx", "xb", "b\n") == [
        (2, "x", "pattern"),
        (3, "x", "pattern"),
        (4, "x", "pattern"),
    ]


def test_more_than_a_thousand_verdicts_are_all_told() -> None:
    assert len(verdicts(field("integer"), *["x"] * 1500)) == 1500
    assert len(verdicts(field("string", enum=("a",)), *["x"] * 1500)) == 1500
