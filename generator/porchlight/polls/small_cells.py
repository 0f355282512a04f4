# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Hiding counts of few people in a table whose sums are known, and a second one where the first could be worked out.

The rule is that of the CMS cell suppression policy: no count of 1 to 10, and none that follows from others. Zero may be
told. What is hidden must be open to several numbers, which is proved here for each hidden count and not assumed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from porchlight.model.released import SMALL

OPEN_TO = 5
"""How many different numbers a hidden count must be open to."""

Table = Mapping[str, Mapping[str, int]]
Hidden = set[tuple[str, str]]


def hide(table: Table) -> dict[str, dict[str, int | None]] | None:
    """The table with None for what must not be told; None for the table where hiding counts is not enough.

    Rows and columns all have the same keys; whoever reads it knows the sum of each row and of each column.
    """
    hidden = {(row, column) for row, cells in table.items() for column, count in cells.items() if count in SMALL}
    while alone := next(_lines_with_one_hidden(table, hidden), None):
        told = [cell for cell in alone if cell not in hidden]
        if not told:
            return None
        hidden.add(min(told, key=lambda cell: (table[cell[0]][cell[1]] == 0, table[cell[0]][cell[1]], cell)))
    if any(_numbers_open(table, hidden, cell) < OPEN_TO for cell in hidden):
        return None
    return {
        row: {column: None if (row, column) in hidden else count for column, count in cells.items()}
        for row, cells in table.items()
    }


def _lines_with_one_hidden(table: Table, hidden: Hidden) -> Iterator[list[tuple[str, str]]]:
    rows, columns = list(table), list(next(iter(table.values())))
    lines = [*([(row, column) for column in columns] for row in rows)]
    lines += [[(row, column) for row in rows] for column in columns]
    return (line for line in lines if sum(cell in hidden for cell in line) == 1)


def _numbers_open(table: Table, hidden: Hidden, cell: tuple[str, str]) -> int:
    """How many numbers, up to OPEN_TO, the cell could hold without any sum being different."""
    now, found = table[cell[0]][cell[1]], 1
    for step in (1, -1):  # what is possible lies without a gap round the true number
        number = now + step
        while found < OPEN_TO and number >= 0 and _is_possible(table, hidden, cell, number):
            found, number = found + 1, number + step
    return found


def _is_possible(table: Table, hidden: Hidden, cell: tuple[str, str], number: int) -> bool:
    """True where the other hidden cells can hold numbers that keep all sums while `cell` holds `number`."""
    rows = {row: sum(table[row][column] for r, column in hidden if r == row) for row, _ in hidden}
    columns = {column: sum(table[row][column] for row, c in hidden if c == column) for _, column in hidden}
    rows[cell[0]] -= number
    columns[cell[1]] -= number
    if rows[cell[0]] < 0 or columns[cell[1]] < 0:
        return False
    return _flow(rows, columns, sorted(hidden - {cell})) == sum(rows.values())


def _flow(rows: dict[str, int], columns: dict[str, int], cells: Sequence[tuple[str, str]]) -> int:
    """The most that can go from rows to columns through the cells (Ford and Fulkerson)."""
    through = dict.fromkeys(cells, 0)
    total = 0
    for row, left in rows.items():
        while left and (path := _path(row, columns, through, set())):
            amount = min(left, columns[path[-1][1]], *(through[cell] for cell in path[1::2]))
            for position, cell in enumerate(path):
                through[cell] += -amount if position % 2 else amount
            columns[path[-1][1]] -= amount
            left -= amount
            total += amount
    return total


def _path(
    row: str, columns: Mapping[str, int], through: Mapping[tuple[str, str], int], seen: set[str]
) -> list[tuple[str, str]]:
    """A way from the row to a column that still takes something: forward by one cell, back by the next, and so on."""
    for forward in (cell for cell in through if cell[0] == row and cell[1] not in seen):
        seen.add(forward[1])
        if columns[forward[1]]:
            return [forward]
        for back in (cell for cell, amount in through.items() if cell[1] == forward[1] and cell[0] != row and amount):
            if rest := _path(back[0], columns, through, seen):
                return [forward, back, *rest]
    return []
