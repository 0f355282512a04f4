# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A hub to import into, and sheets to import: everything in them is made up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

import openpyxl

from porchlight.exchange.sheets.run import Asked, import_sheet
from porchlight.problems import Problem
from porchlight.reading.hub import read_hub
from porchlight.reading.nodes import Scalar, plain
from porchlight.reading.yaml_text import read_yaml

TODAY = date(2026, 11, 24)
SOURCE = "https://www.example.org/list"

HEADER = ["Name", "Description", "Type", "Street", "City", "State", "ZIP", "Phone", "Website"]
ELM = ["Elm House", "A made-up house for tests.", "Community and peers", "12 Example Street", "Springfield", "OH",
       "43215", "(614) 555-0142", "www.example.org"]  # fmt: skip
"""A row of which every cell has a field."""

EXAMPLE_RECOVERY = """\
id: example-recovery
name: Example Recovery (made up)
summary: A made-up organization for tests.
kind: rco
sources:
  - {url: https://www.example.org/about, kind: own, read_on: 2026-11-23}
"""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import left behind: the records that it wrote by id, and all that it said."""

    root: Path
    resource: str
    said: str

    @property
    def files(self) -> list[Path]:
        return sorted((self.root / "data" / self.resource).glob("*.yaml"))

    @property
    def records(self) -> dict[str, Any]:
        return {path.stem: read_back(path.read_bytes()) for path in self.files}

    @property
    def only(self) -> Any:
        """The one record that was written."""
        (record,) = self.records.values()
        return record

    @property
    def problems(self) -> tuple[Problem, ...]:
        return read_hub(self.root).problems


def small_hub(folder: Path) -> Path:
    """A hub with one organization; its schemas and vocabularies are the shipped ones."""
    (folder / "data" / "organizations").mkdir(parents=True)
    settings = "made_up: true\nname: Made up\ntagline: {en: For tests}\nlanguages: [en, es]\n"
    (folder / "data" / "hub.yaml").write_text(settings)
    (folder / "data" / "organizations" / "example-recovery.yaml").write_text(EXAMPLE_RECOVERY)
    return folder


def csv_of(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV, every cell in quotes."""
    return "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in rows).encode()


def bring(
    root: Path,
    sheet: bytes | Path,
    resource: str = "services",
    maps: Sequence[str] = (),
    sets: Sequence[str] = (),
    source: str = "",
    write: bool = True,
    read_on: date | None = TODAY,
) -> Imported:
    """Import the sheet into the hub, by the same call as the command's."""
    file = sheet if isinstance(sheet, Path) else root / "sheet.csv"
    if isinstance(sheet, bytes):
        file.write_bytes(sheet)
    said: list[str] = []
    kind: Literal["csv", "xlsx"] = "xlsx" if file.suffix == ".xlsx" else "csv"
    asked = Asked(file, kind, resource, tuple(maps), tuple(sets), source, read_on)
    import_sheet(root, asked, write, said.append)
    return Imported(root, resource, "\n".join(said))


def read_back(data: bytes) -> Any:
    """The record as the project's own reader gives it; a text in it that was not read whole fails the test."""
    node, problems = read_yaml(data, "record.yaml")
    assert not problems
    assert node is not None
    return node.value if isinstance(node, Scalar) else plain(node)


def book(path: Path, sheets: dict[str, list[list[Any]]]) -> Path:
    """An Excel file with these sheets."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path
