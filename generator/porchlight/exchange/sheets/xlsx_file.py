# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An Excel file → the first of its sheets that has columns. Results are read, never formulas."""

from __future__ import annotations

import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import zip_longest
from pathlib import Path
from typing import Any, TypeVar

from porchlight.exchange.sheets.sheet import CannotImport, Line, Lines, Sheet, bounded, sheet_of

Made = TypeVar("Made")

UNPACKED_CAP = 150 * 1024 * 1024
"""An Excel file is a zip file: a small one can unpack to more than a computer holds. 2 million cells: about 100 MB."""
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_UNREADABLE = "This file can't be read as .xlsx. Open it in your spreadsheet program and save it once more as .xlsx."


def read_xlsx(file: Path) -> Sheet:
    """The first visible sheet that has columns; CannotImport says what to do where there is none."""
    return _first(file, sheet_of)


def xlsx_lines(file: Path) -> Lines:
    """The rows of the first visible sheet that has any; CannotImport says what to do where there is none."""
    return _first(file, lambda lines: lines if any(any(cells) for _, cells in lines.rows) else None)


def _first(file: Path, made: Callable[[Lines], Made | None]) -> Made:
    _refuse_others(file)
    try:
        found = _first_sheet(file, made)
    except CannotImport:
        raise
    except Exception as error:  # a broken file can break in any of its parts, and every part has its own words for it
        raise CannotImport(_UNREADABLE) from error
    if found is None:
        raise CannotImport("No sheet of this file holds anything.")
    return found


def _first_sheet(file: Path, made: Callable[[Lines], Made | None]) -> Made | None:
    with _book(file, results=True) as results, _book(file, results=False) as formulas:
        shown = [name for name in results.sheetnames if results[name].sheet_state == "visible"]
        for name in shown:
            unsolved: Counter[int] = Counter()
            rows = tuple(bounded(_lines(results[name], formulas[name], unsolved)))
            others = [each for each in results.sheetnames if each != name]
            notes = (*_about_others(name, others), *_about_formulas(unsolved.total()))
            found = made(Lines(rows, f"the sheet “{name}”", notes))
            if found is not None:
                return found
    return None


def _refuse_others(file: Path) -> None:
    with file.open("rb") as stream:
        begins = stream.read(4)
    if begins == _OLD_EXCEL:
        raise CannotImport("This is an old .xls file, or one with a password. Save it as .xlsx, without a password.")
    if not zipfile.is_zipfile(file):
        raise CannotImport("This is no .xlsx file. If it is text, say csv instead of xlsx.")
    with zipfile.ZipFile(file) as packed:
        if sum(each.file_size for each in packed.infolist()) > UNPACKED_CAP:
            raise CannotImport("Unpacked, this file is over 150 MB. Save the one sheet that you need as CSV.")


@contextmanager
def _book(file: Path, results: bool) -> Iterator[Any]:
    import openpyxl  # takes a fifth of a second

    with warnings.catch_warnings(), file.open("rb") as stream:  # a path would be judged by its ending
        warnings.simplefilter("ignore")  # about styles and menus, which nobody here reads
        book = openpyxl.load_workbook(stream, read_only=True, data_only=results)
        try:
            yield book
        finally:
            book.close()


def _lines(results: Any, formulas: Any, unsolved: Counter[int]) -> Iterator[Line]:
    """The rows as texts. A formula that nobody has worked out yet stays one, and is counted for its row."""
    for sheet in (results, formulas):
        sheet.reset_dimensions()  # some programs write a wrong size, and rows would be lost
    both = zip_longest(results.iter_rows(values_only=True), formulas.iter_rows(values_only=True), fillvalue=())
    for number, (values, written) in enumerate(both, start=1):
        if not (values or written):
            yield number, ()
            continue
        open_ones = [value is None and text is not None for value, text in zip(values, written, strict=False)]
        unsolved[number] += sum(open_ones)
        chosen = [text if is_open else value for value, text, is_open in zip(values, written, open_ones, strict=False)]
        yield number, tuple(map(_text, chosen))


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return f"{value:.15g}"
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
    return str(getattr(value, "text", value))  # a formula over several cells is an object that holds its text


def _about_others(name: str, others: list[str]) -> list[str]:
    listed = ", ".join(f"“{each}”" for each in others)
    return [f"Only the sheet “{name}” is read. The file also has {listed}."] if others else []


def _about_formulas(count: int) -> list[str]:
    if not count:
        return []
    cells = "One cell holds" if count == 1 else f"{count} cells hold"
    return [f"{cells} a formula without its result. Open the file in a spreadsheet program and save it again."]
