# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files in a hub's folders that no reader of ours takes: the first rows of tables, the text of others. All bounded."""

from __future__ import annotations

import codecs
import csv
import io
import os
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from porchlight.reading.files import YAML_ENDINGS, read_bytes

FOLDERS = ("data", "content")
ROWS = 12
COLUMNS = 500
PACKED_CAP = 20 * 1024 * 1024
_TABLES = (".csv", ".tsv", ".txt")
_TEXTS = (".json", ".jsonl", ".ndjson", ".geojson")
_LOOKED_AT = (*_TABLES, ".xlsx", *_TEXTS, *YAML_ENDINGS)
_SEPARATORS = ",;\t|"

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class LooseFile:
    """A file by its path below the hub: `tables` are its first rows, one for each way to read them, or its `text`."""

    file: str
    tables: tuple[Rows, ...] = ()
    text: str = ""


def loose_files(root: Path) -> Iterator[LooseFile]:
    """Every table and every JSON file, and YAML where no reader looks; links are not followed."""
    for file in (each for folder in FOLDERS for each in _below(root, folder)):
        ending = Path(file).suffix.lower()
        if ending in _TABLES:
            text = _decoded(read_bytes(root, file))
            yield LooseFile(file, tuple(_rows(text, separator) for separator in _SEPARATORS if separator in text))
        elif ending == ".xlsx":
            yield LooseFile(file, tuple(_sheets(root / file)))
        elif ending in _TEXTS or (ending in YAML_ENDINGS and _has_no_reader(file)):
            yield LooseFile(file, text=_decoded(read_bytes(root, file)))


def _below(root: Path, folder: str) -> Iterator[str]:
    for path, folders, names in os.walk(root / folder):
        folders.sort()
        for file in (Path(path, name) for name in sorted(names) if name.lower().endswith(_LOOKED_AT)):
            if file.is_file() and not file.is_symlink():
                yield file.relative_to(root).as_posix()


def _has_no_reader(file: str) -> bool:
    return file.startswith("content/") or file.count("/") == 1


def _decoded(data: bytes) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if wide else "utf-8-sig", errors="replace")


def _rows(text: str, separator: str) -> Rows:
    rows: list[list[str]] = []
    with suppress(csv.Error):  # a cell longer than any answer
        rows += islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), ROWS)
    return [row[:COLUMNS] for row in rows]


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
