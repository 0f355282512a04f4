# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A CSV file → a sheet: which letters, which separator, where each row begins."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from porchlight.exchange.sheets.sheet import CannotImport, Line, Lines, Sheet, bounded, sheet_of

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright lines"}
_SAMPLE = 60
_END = "\x00end"
"""A last row of our own: it comes back as a row only where every quotation mark was closed."""


def read_csv(data: bytes) -> Sheet:
    """The whole file as a sheet; CannotImport says what to do where it can't be one."""
    sheet = sheet_of(csv_lines(data))
    if sheet is None:
        raise CannotImport("This file is empty.")
    return sheet


def csv_lines(data: bytes) -> Lines:
    """The rows of the file; CannotImport says what to do where it has none that can be read."""
    if data.startswith(b"PK\x03\x04"):
        raise CannotImport("This is no CSV file but an Excel one. Say xlsx instead of csv.")
    text, letters, notes = _decoded(data)
    separator, text = _separator(text)
    form = f"{letters}, separated by {SEPARATORS[separator]}"
    return Lines(tuple(bounded(_lines(text, separator))), form, tuple(notes))


def _decoded(data: bytes) -> tuple[str, str, list[str]]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace"), "UTF-16", []
    if b"\x00" in data:
        raise CannotImport("This is not a text file. Save it from your spreadsheet program as “CSV UTF-8”.")
    try:
        return data.decode("utf-8-sig"), "UTF-8", []
    except UnicodeDecodeError:
        note = "The file is not in UTF-8, so it was read as Windows letters. Look at names with accents."
        return data.decode("cp1252", errors="replace"), "Windows-1252", [note]


def _separator(text: str) -> tuple[str, str]:
    """The separator, and the text without the line in which Excel may name it."""
    first, _, rest = text.partition("\n")
    named = first.strip().removeprefix("sep=")
    if first.startswith("sep=") and named in SEPARATORS:
        return named, rest
    return max(SEPARATORS, key=lambda each: _evenness(text, each)), text


def _evenness(text: str, separator: str) -> tuple[int, int]:
    """How many of the first rows have the most common number of cells, and that number; more is better."""
    _allow_cells_of(len(text) + 1)
    rows = islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), _SAMPLE)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def _allow_cells_of(length: int) -> None:
    """Raise the limit of the csv module, never lower it: it holds for whatever else the program reads.

    It is there to stop quotes that never close; `_lines` finds those itself and tells their line.
    """
    csv.field_size_limit(max(length, csv.field_size_limit()))


def _lines(text: str, separator: str) -> Iterator[Line]:
    _allow_cells_of(len(text) + len(_END) + 2)
    reader = csv.reader(io.StringIO(f"{text}\n{_END}", newline=""), delimiter=separator)
    number, last = 1, tuple(next(reader))
    begins = reader.line_num + 1
    for cells in reader:
        yield number, last
        number, last = begins, tuple(cells)
        begins = reader.line_num + 1
    if last != (_END,):
        raise CannotImport(f"In the row that begins on line {number}, a quotation mark is opened and never closed.")
