# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is hidden in a table stays hidden from someone who can count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from porchlight.model.released import SMALL
from porchlight.polls.small_cells import OPEN_TO, hide

COLUMNS = ("disagree", "neutral", "agree")
tables = st.integers(2, 3).flatmap(
    lambda rows: st.lists(st.lists(st.integers(0, 14), min_size=3, max_size=3), min_size=rows, max_size=rows).map(
        lambda counts: {f"g{n}": dict(zip(COLUMNS, row, strict=True)) for n, row in enumerate(counts)}
    )
)


Counts = Mapping[str, Mapping[str, int]]
Told = Mapping[str, Mapping[str, int | None]]


def solutions(table: Counts, told: Told) -> Iterator[Mapping[tuple[str, str], int]]:
    """Every way to fill what is hidden that fits the sums of all rows and columns: counted out, nothing clever."""
    hidden = [(row, column) for row, cells in told.items() for column, count in cells.items() if count is None]
    most = [min(_missing(table, told, row=row), _missing(table, told, column=column)) for row, column in hidden]
    for numbers in product(*(range(each + 1) for each in most)):
        filled = dict(zip(hidden, numbers, strict=True))
        if all(_left(filled, row=row) == _missing(table, told, row=row) for row in table) and all(
            _left(filled, column=column) == _missing(table, told, column=column) for column in COLUMNS
        ):
            yield filled


def _missing(
    table: Mapping[str, Mapping[str, int]],
    told: Mapping[str, Mapping[str, int | None]],
    row: str = "",
    column: str = "",
) -> int:
    return sum(
        count
        for name, cells in table.items()
        for key, count in cells.items()
        if told[name][key] is None and row in ("", name) and column in ("", key)
    )


def _left(filled: Mapping[tuple[str, str], int], row: str = "", column: str = "") -> int:
    return sum(number for (name, key), number in filled.items() if row in ("", name) and column in ("", key))


@settings(max_examples=150)
@given(tables)
def test_no_hidden_count_can_be_worked_out_from_the_sums(table: dict[str, dict[str, int]]) -> None:
    told = hide(table)
    if told is None:
        return
    hidden = [(row, column) for row, cells in told.items() for column, count in cells.items() if count is None]
    if len(hidden) > 4:  # more can't be counted out in a test
        return
    possible = list(solutions(table, told))
    for cell in hidden:
        assert len({filled[cell] for filled in possible}) >= OPEN_TO


@given(tables)
def test_no_small_count_is_told_and_what_is_told_is_true(table: dict[str, dict[str, int]]) -> None:
    for row, cells in (hide(table) or {}).items():
        for column, count in cells.items():
            assert count not in SMALL
            assert count in (None, table[row][column])


def test_large_counts_and_zeros_are_all_told() -> None:
    table = {"web": {"disagree": 0, "neutral": 20, "agree": 30}, "paper": {"disagree": 15, "neutral": 11, "agree": 40}}
    assert hide(table) == table


def test_where_one_count_is_hidden_a_second_one_goes_in_its_row_and_its_column() -> None:
    table = {"web": {"disagree": 3, "neutral": 20, "agree": 30}, "paper": {"disagree": 15, "neutral": 12, "agree": 40}}
    assert hide(table) == {
        "web": {"disagree": None, "neutral": None, "agree": 30},
        "paper": {"disagree": None, "neutral": None, "agree": 40},
    }


def test_a_table_in_which_hiding_counts_does_not_help_is_not_told_at_all() -> None:
    table = {"web": {"disagree": 1, "neutral": 0, "agree": 30}, "paper": {"disagree": 0, "neutral": 0, "agree": 40}}
    assert hide(table) is None
