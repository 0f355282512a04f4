# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight hours import`: sums of a sign-in sheet into the hub, a file for each month; the sheet stays outside."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from porchlight.editing.changing import Change, write
from porchlight.exchange.editors.vscode import schema_line
from porchlight.exchange.hours_sheet import FEW, Counted, Sum, counted_hours
from porchlight.exchange.sheets.saying import Say, counted
from porchlight.exchange.sheets.sheet import CannotImport
from porchlight.exchange.yaml_out import Value, record_yaml
from porchlight.model.pages import tallies_of
from porchlight.model.schema import Schema
from porchlight.operating.unpublished import would_be_published
from porchlight.reading.package import read_package


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for. `by` is the role of who counted, `replaces` whether a month that is there gives way."""

    file: Path
    by: str
    replaces: bool = False


def import_hours(root: Path, asked: Asked, today: date, writes: bool, say: Say, again: Callable[[str], str]) -> None:
    """Say what the sheet comes to; with `writes`, keep it. `again` gives the command once more with another option.

    CannotImport tells all that has to be said or done first, NotWritten what the check would refuse; then nothing was
    written.
    """
    schema = _schema(root)
    _refuse_in_git(root, asked.file)
    found = counted_hours(asked.file, today)
    say(_told(found, today))
    changes = [
        _change(root, schema, month, _record(month, sums, asked.by, today)) for month, sums in found.months.items()
    ]
    due = [each for each in changes if each.before is None or not _says_so(each)]
    if not due:
        say("\nNothing to write: the hub says so already." if changes else "\nNothing to write.")
        return
    _ask(due, asked, again)
    if not writes:
        say(f"\nNothing was written. No role above may be a person’s name. Then:\n    {again('--write')}")
        return
    write(root, due)
    say(f"\nWritten: {', '.join(each.file for each in due)}. The sheet has names: keep it out of git, or destroy it.")


def _schema(root: Path) -> Schema:
    package, _ = read_package(root)
    found = tallies_of(package)
    if found is None:
        raise CannotImport("This hub has no place for hours yet. Its data/datapackage.yaml needs the resource “hours”.")
    return found


def _refuse_in_git(root: Path, file: Path) -> None:
    """A sheet of names must not be where the next commit would take it along."""
    if file.is_file() and would_be_published(root, file):
        raise CannotImport(
            f"{file.name} lies in the hub’s folder, where git would publish it with its names. Move it out first:\n"
            f"    mv {shlex.quote(str(file))} {shlex.quote(str(root.resolve().parent))}"
        )


def _told(found: Counted, today: date) -> str:
    lines = [line for month, sums in found.months.items() for line in (f"{month}:", *map(_line, sums))]
    lines += [f"{month}: fewer than {FEW} visits, so nothing is told of it." for month in found.too_few]
    if found.unread:
        lines.append(f"{counted(found.unread, 'column')} not read: names, phones and notes go nowhere.")
    if f"{today:%Y-%m}" in found.months:
        lines.append("This month is not over. When it is, bring in its whole sheet once more with --replace.")
    return "\n".join(lines)


def _line(each: Sum) -> str:
    return f"    {each.role or 'all other roles'}: {each.visits:,} visits, {each.hours:g} hours"


def _record(month: str, sums: Sequence[Sum], by: str, today: date) -> dict[str, Value]:
    rows: list[Mapping[str, Value]] = [
        ({"role": each.role} if each.role else {}) | {"visits": each.visits, "hours": _plain(each.hours)}
        for each in sums
    ]
    return {"id": month, "month": month, "counted_on": today, "by": by, "sums": rows}


def _plain(hours: float) -> float:
    """No decimals where there are none, as a person would write it."""
    return int(hours) if hours.is_integer() else hours


def _change(root: Path, schema: Schema, month: str, record: Mapping[str, Value]) -> Change:
    file = f"{schema.folder}/{month}.yaml"
    path = root / file
    before = path.read_text(encoding="utf-8") if path.is_file() else None
    return Change(file, before, schema_line(schema.resource) + record_yaml(record))


def _says_so(change: Change) -> bool:
    """True where the file has these very sums: only the day on which they were counted would be another."""
    _, key, sums = (change.after or "").partition("\nsums:")
    return (change.before or "").endswith(key + sums)


def _ask(due: Sequence[Change], asked: Asked, again: Callable[[str], str]) -> None:
    """A month that is there is neither doubled nor overwritten unless someone says so."""
    there = [each.file for each in due if each.before is not None]
    if there and not asked.replaces:
        raise CannotImport(
            f"\nThese months are there with other sums: {', '.join(there)}. Nothing was written.\n"
            "If this sheet holds all of the month, it can take their place:\n"
            f"    {again('--replace')}"
        )
