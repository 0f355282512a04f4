# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A plan → files: one for each record, never over one that is there."""

from __future__ import annotations

from pathlib import Path

from porchlight.exchange.editors.vscode import schema_line
from porchlight.exchange.sheets.notes import left_over_csv
from porchlight.exchange.sheets.plan import NewRecord, Plan, Step
from porchlight.exchange.sheets.sheet import CannotImport
from porchlight.exchange.yaml_out import record_yaml

LEFT_OVERS = "var/import"
"""Below the hub's folder, in a part of it that never enters git."""


def left_over_file(sheet: Path) -> str:
    """Where the texts go that no note of this sheet's records can hold, below the hub's folder."""
    return f"{LEFT_OVERS}/{sheet.name}.left-over.csv"


def write_plan(root: Path, plan: Plan, file: str, step: Step) -> str:
    """Write every record, and the left-overs to `file`; gives back where those are, "" where there are none."""
    folder = root / plan.schema.folder
    for path in (folder, root / file):
        _refuse_outside(root, path)
    folder.mkdir(parents=True, exist_ok=True)
    for done, record in enumerate(plan.records, start=1):
        _write(folder, plan.schema.resource, record)
        step(done, len(plan.records))
    return _write_left_overs(root, file, left_over_csv(plan.left_overs)) if plan.left_overs else ""


def _refuse_outside(root: Path, path: Path) -> None:
    """A link may lead anywhere; what an import writes stays in the hub."""
    if not path.resolve().is_relative_to(root.resolve()):
        raise CannotImport(
            f"{path.relative_to(root)} leads out of the hub by a link, to {path.resolve()}. Nothing was written there."
        )


def _write(folder: Path, resource: str, record: NewRecord) -> None:
    try:
        with (folder / f"{record.id}.yaml").open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(schema_line(resource) + record_yaml(record.values))
    except FileExistsError:
        raise CannotImport(f"{folder.name}/{record.id}.yaml is there since a moment ago. Run the same again.") from None


def _write_left_overs(root: Path, file: str, text: str) -> str:
    """The left-overs of an earlier import stay, unless they are the very same."""
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    stem = file.removesuffix(".csv")
    name, number = file, 1
    while (root / name).exists() and (root / name).read_bytes() != text.encode("utf-8-sig"):
        number += 1
        name = f"{stem}-{number}.csv"
    _refuse_outside(root, root / name)
    (root / name).write_bytes(text.encode("utf-8-sig"))
    return name
