# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A spreadsheet as texts: named columns and rows, whatever file it came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from porchlight.exchange.sheets.cells import tidy

HEADER_WITHIN = 20
"""Filled rows among which the one with the columns' names is looked for: titles and notes may stand above it."""
COLUMN_CAP = 500
CELL_CAP = 2_000_000
"""Empty cells count, too: a file of a few kB can name millions of them."""
LETTER_CAP = 50_000_000
"""An Excel file keeps a long text once, however many cells show it."""

Line = tuple[int, tuple[str, ...]]
"""A row as it stands in the file, with the number by which a person finds it there."""


class CannotImport(Exception):
    """The file, or what was asked for it, can't be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a tidy text for each column of its sheet, "" where nothing stands."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file holds. `form` says how it was read, `notes` what a person should know about that."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    form: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """The rows of a file as they stand there. `form` says how they were read, `notes` what a person should know."""

    rows: tuple[Line, ...]
    form: str
    notes: tuple[str, ...] = ()


def bounded(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines without empty cells at their ends; CannotImport as soon as they are more than a list of help is."""
    seen = letters = 0
    for number, cells in lines:
        seen += len(cells) or 1
        width = next((at for at in range(len(cells), 0, -1) if cells[at - 1] and not cells[at - 1].isspace()), 0)
        if width > COLUMN_CAP:
            raise CannotImport(
                f"Row {number} goes on to column {letter(width - 1)}, and {COLUMN_CAP} columns are the most. "
                "Delete what stands so far to the right."
            )
        letters += sum(map(len, cells[:width])) if width else 0
        if seen > CELL_CAP or letters > LETTER_CAP:
            raise CannotImport(
                f"Up to row {number}, this sheet has over {CELL_CAP:,} cells (empty ones count) or "
                f"{LETTER_CAP:,} letters. Copy only the rows and columns that you need into a new file."
            )
        yield number, cells[:width]


def sheet_of(lines: Lines) -> Sheet | None:
    """The lines as a sheet, or None where no row could name columns. Empty rows and columns are not in it."""
    tidied = [Row(number, tuple(map(tidy, cells))) for number, cells in lines.rows]
    filled = [row for row in tidied if any(row.cells)]
    header = _header(filled)
    if header is None:
        return None
    above, below = filled[: filled.index(header)], filled[filled.index(header) + 1 :]
    data = [row for row in below if not _repeats(header, row)]
    used = _used_columns(header, data)
    names = _names(header, used)
    rows = tuple(Row(row.number, tuple(_cell(row, index) for index in used)) for row in data)
    more = [*_about_above(above), *_about_repeats(len(below) - len(data)), *_about_width(header, data)]
    return Sheet(names, rows, lines.form, (*lines.notes, *more))


def letter(index: int) -> str:
    """The name that spreadsheets give a column: A for 0, AA for 26."""
    before, last = divmod(index, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def _header(rows: list[Row]) -> Row | None:
    """The first row that is at least half as wide as rows near the top are: a title above it is one cell."""
    near = list(islice(rows, HEADER_WITHIN))
    if not near:
        return None
    width = sorted(map(_filled, near))[3 * len(near) // 4]
    return next(row for row in near if 2 * _filled(row) >= width and (_filled(row) > 1 or width == 1))


def _filled(row: Row) -> int:
    return sum(map(bool, row.cells))


def _repeats(header: Row, row: Row) -> bool:
    """True for the names of the columns once more, as at the top of each page of a printed list."""
    return [cell.casefold() for cell in row.cells] == [cell.casefold() for cell in header.cells]


def _used_columns(header: Row, rows: list[Row]) -> list[int]:
    used = {index for row in (header, *rows) for index, cell in enumerate(row.cells) if cell}
    return sorted(used)


def _cell(row: Row, index: int) -> str:
    return row.cells[index] if index < len(row.cells) else ""


def _names(header: Row, used: list[int]) -> tuple[str, ...]:
    """A name for each column, no two the same."""
    names: dict[str, None] = {}
    met: Counter[str] = Counter()
    for index in used:
        name = " ".join(_cell(header, index).split()) or f"Column {letter(index)}"
        own = name
        while own in names:
            met[name] += 1
            own = f"{name} ({met[name] + 1})"
        names[own] = None
    return tuple(names)


def _about_above(rows: list[Row]) -> list[str]:
    texts = " / ".join(" ".join(filter(None, row.cells)) for row in rows)
    return [f"Above the names of the columns stands this, which is not imported: {texts}"] if rows else []


def _about_repeats(times: int) -> list[str]:
    rows = "One row repeats" if times == 1 else f"{times} rows repeat"
    return [f"{rows} the names of the columns and will be left out."] if times else []


def _about_width(header: Row, rows: list[Row]) -> list[str]:
    longer = [row.number for row in rows if any(row.cells[len(header.cells) :])]
    if not longer:
        return []
    where = f"row {longer[0]}" if len(longer) == 1 else f"{len(longer)} rows, first row {longer[0]}"
    return [f"More cells than names of columns stand in {where}. Look whether something slipped to the right there."]
