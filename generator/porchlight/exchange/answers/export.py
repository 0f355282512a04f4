# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An export file of a form service → its columns and rows, whether their names stand in one row or in several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from porchlight.exchange.sheets.cells import tidy
from porchlight.exchange.sheets.csv_file import csv_lines
from porchlight.exchange.sheets.sheet import HEADER_WITHIN, CannotImport, Line, Lines, letter
from porchlight.exchange.sheets.xlsx_file import xlsx_lines
from porchlight.model.alike import alike

SIZE_CAP = 50 * 1024 * 1024
HEAD_ROWS_AT_MOST = 3
_OF_ONE_ANSWER = frozenset({"response", "open-ended response", "respuesta", "respuesta abierta"})
"""What SurveyMonkey writes into its second row, below a question that has one answer."""
_OF_A_MACHINE = '{"importid"'
"""How each cell of Qualtrics' third row begins."""


@dataclass(frozen=True, slots=True)
class Names:
    """Tells cells that name an item from those that name an option: so rows of names are known from rows of answers."""

    is_item: Callable[[str], bool]
    is_option: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Head:
    """A column: the name that people are told, and the cells that may name its item, the surest first."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Export:
    """A file as it was read. `repeats` counts rows below the first that say the names of the columns once more.

    `written_by` is the service that alone writes such rows of names, or "".
    """

    heads: tuple[Head, ...]
    rows: tuple[Line, ...]
    form: str
    notes: tuple[str, ...]
    written_by: str = ""
    repeats: int = 0


def read_export(file: Path, names: Names) -> Export:
    """The file, CSV or XLSX by what is in it; CannotImport says what to do where it is neither, or holds no rows."""
    if not file.is_file():
        raise CannotImport(f"There is no file {file}.")
    if file.stat().st_size > SIZE_CAP:
        raise CannotImport(f"{file.name} has over 50 MB, which is more than any poll. Keep only the columns you need.")
    with file.open("rb") as stream:
        is_packed = stream.read(4) == b"PK\x03\x04"
    return export_of(xlsx_lines(file) if is_packed else csv_lines(file.read_bytes()), names)


def export_of(lines: Lines, names: Names) -> Export:
    """The rows below those that name the columns."""
    filled = [(number, cells) for number, cells in lines.rows if any(map(tidy, cells))]
    if not filled:
        raise CannotImport("This file is empty.")
    first, end = _head_rows(filled, names)
    head_rows = [cells for _, cells in filled[first:end]]
    known = {_compared(cells) for cells in head_rows}
    rows = tuple(line for line in filled[end:] if _compared(line[1]) not in known)
    return Export(
        tuple(_heads(head_rows, max(len(cells) for _, cells in filled))),
        rows,
        lines.form,
        lines.notes,
        next(filter(None, map(_writer, head_rows)), ""),
        len(filled) - end - len(rows),
    )


def _head_rows(filled: Sequence[Line], names: Names) -> tuple[int, int]:
    """Where the rows that name the columns begin and end. Titles may stand above, stems of questions one row above."""
    near = [cells for _, cells in islice(filled, HEADER_WITHIN)]
    first = next((at for at, cells in enumerate(near) if any(map(names.is_item, cells))), 0)
    begins = first - 1 if first and _are_stems(near[first - 1]) else first
    end = first + 1
    while end < min(len(near), begins + HEAD_ROWS_AT_MOST) and _goes_on(near[end], names):
        end += 1
    return begins, end


def _goes_on(cells: Sequence[str], names: Names) -> bool:
    """True for one more row of names. In a row of answers an item may be named, too, but beside an option."""
    return bool(_writer(cells)) or (any(map(names.is_item, cells)) and not any(map(names.is_option, cells)))


def _are_stems(cells: Sequence[str]) -> bool:
    return sum(map(bool, map(tidy, cells))) > 1  # a title above a table is one cell


def _writer(cells: Sequence[str]) -> str:
    """The service that writes such a row below the one with its questions, or ""."""
    if any(map(_is_of_a_machine, cells)):
        return "qualtrics"
    return "surveymonkey" if any(alike(cell) in _OF_ONE_ANSWER for cell in cells) else ""


def _is_of_a_machine(cell: str) -> bool:
    return cell.casefold().startswith(_OF_A_MACHINE)


def _compared(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(alike, cells))


def _heads(rows: Sequence[Sequence[str]], width: int) -> Iterator[Head]:
    met: Counter[str] = Counter()
    stem = ""
    for index in range(width):
        top, *below = (_cell(row, index) for row in rows)
        subs = [cell for cell in below if cell and alike(cell) not in _OF_ONE_ANSWER and not _is_of_a_machine(cell)]
        stem = top or (stem if subs else "")
        cells = (*reversed(subs), *filter(None, (stem,)))
        name = f"{stem} [{subs[-1]}]" if stem and subs else next(iter(cells), f"Column {letter(index)}")
        met[name] += 1
        yield Head(name if met[name] == 1 else f"{name} ({met[name]})", cells)


def _cell(row: Sequence[str], index: int) -> str:
    return " ".join(tidy(row[index]).split()) if index < len(row) else ""
