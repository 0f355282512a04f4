# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Published files that no reader of ours takes: the beginning of their text, their tables, or that they are a store."""

from __future__ import annotations

import codecs
import csv
import io
import re
import sqlite3
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from porchlight.reading.files import leads_out
from porchlight.reading.published import published

HEAD = 64 * 1024
"""Bytes of a text that are looked at: heads of columns stand below notes of any length that people write."""

ROWS = 200
COLUMNS = 500
PACKED_CAP = 20 * 1024 * 1024
_SEPARATORS = ",;\t|"
_STORE = b"SQLite format 3\0"
_OUR_TABLES = frozenset({"response", "quarantine"})
_NO_ANSWERS = re.compile(
    r".*\.(avif|bmp|gif|ico|jpe?g|png|svg|webp|mp[34]|ogg|wav|webm|otf|ttf|woff2?|pdf|epub|docx|pptx|gz|zip"
    r"|html?|css|m?js|map|wasm|py|pf_fragment|pf_index|pf_meta|pagefind)",
    re.IGNORECASE | re.DOTALL,
)
"""What pages are made of; nothing below would find answers in them."""

_READ_ELSEWHERE = re.compile(r"data/[^/.][^/]*/(?!README)[^/.][^/]*\.ya?ml")
"""Records, polls and results: their readers refuse what does not belong there."""

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class LooseFile:
    """A file by its path below the hub: its `text`, the first rows of its `sheets`, or that it `is_store` of ours."""

    file: str
    text: str = ""
    sheets: tuple[Rows, ...] = ()
    is_store: bool = False

    def tables(self) -> Iterator[Rows]:
        """Its sheets, or its text as rows, once for each sign that can part the cells."""
        yield from self.sheets
        yield from (_rows(self.text, separator) for separator in _SEPARATORS if separator in self.text)


def loose_files(root: Path) -> Iterator[LooseFile]:
    """Each file that is published with the hub and may hold answers; links are not followed."""
    for file in published(root):
        if not (_NO_ANSWERS.fullmatch(file) or _READ_ELSEWHERE.fullmatch(file)) and _is_here(root, file):
            yield _loose(root, file)


def _is_here(root: Path, file: str) -> bool:
    return not leads_out(root, file) and (root / file).is_file()


def _loose(root: Path, file: str) -> LooseFile:
    if file.lower().endswith(".xlsx"):
        return LooseFile(file, sheets=tuple(_sheets(root / file)))
    with (root / file).open("rb") as stream:
        head = stream.read(HEAD)
    if head.startswith(_STORE):
        return LooseFile(file, is_store=_is_ours(root / file))
    return LooseFile(file, text=_decoded(head))


def _is_ours(path: Path) -> bool:
    """True where the tables of our store are in it. Nothing is written beside it, and no lock is taken."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"file:{quote(str(path))}?immutable=1", uri=True)) as store:
        names = store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {str(name) for (name,) in names} >= _OUR_TABLES
    return False


def _decoded(head: bytes) -> str:
    """The text; "" for what is none."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", errors="replace")
    return "" if b"\0" in head else head.decode("utf-8-sig", errors="replace")


def _rows(text: str, separator: str) -> Rows:
    rows: list[list[str]] = []
    with suppress(csv.Error):  # a cell longer than any answer
        rows.extend(row[:COLUMNS] for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    return rows


def _sheets(path: Path) -> Iterator[Rows]:
    """The first rows of each sheet; nothing of a file that can't be read, or is larger than a poll."""
    import openpyxl  # takes a fifth of a second

    try:
        with zipfile.ZipFile(path) as packed:
            if sum(each.file_size for each in packed.infolist()) > PACKED_CAP:
                return
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and menus
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
            sheets = [list(each.iter_rows(max_row=ROWS, max_col=COLUMNS, values_only=True)) for each in book.worksheets]
            book.close()
    except Exception:  # a broken file can break in any of its parts; what nobody can read holds no answers
        return
    for rows in sheets:
        yield [["" if cell is None else str(cell) for cell in row] for row in rows]
