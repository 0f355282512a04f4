# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight import`: read the file, understand it, tell what would be written, and write it if asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from porchlight.exchange.sheets.columns import Column, understand
from porchlight.exchange.sheets.csv_file import read_csv
from porchlight.exchange.sheets.draft import ground_for
from porchlight.exchange.sheets.ids import Ids
from porchlight.exchange.sheets.left_to_do import left_to_do
from porchlight.exchange.sheets.making import Recipe, sets_asked, source_asked
from porchlight.exchange.sheets.plan import Plan, plan_import
from porchlight.exchange.sheets.present import by_name, records_of
from porchlight.exchange.sheets.saying import Say, counted, once_a_second, paragraph
from porchlight.exchange.sheets.sheet import CannotImport, Sheet
from porchlight.exchange.sheets.telling import NO_NAMES, tell_plan
from porchlight.exchange.sheets.writing import LEFT_OVERS, left_over_file, write_plan
from porchlight.exchange.sheets.xlsx_file import read_xlsx
from porchlight.model.schema import Package, Schema
from porchlight.problems import HubHasProblems
from porchlight.reading.package import read_package
from porchlight.reading.saying import did_you_mean, listed, shown

SIZE_CAP = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: the file, the resource, each COLUMN=FIELD and FIELD=VALUE as typed, the source's page.

    `read_on` is the day on which a person read the sources: only who read them can say.
    """

    file: Path
    kind: Literal["csv", "xlsx"]
    resource: str
    maps: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    source: str = ""
    read_on: date | None = None


def import_sheet(root: Path, asked: Asked, write: bool, say: Say, then: str = "porchlight check") -> None:
    """Say what the sheet would become; with `write`, make the files and say what comes next (`then`, a command).

    CannotImport tells what in the file or in what was asked stands in the way; then nothing was written.
    """
    plan = plan_of(root, asked, say)
    left_overs = left_over_file(asked.file)
    if not write:
        say(tell_plan(plan, asked.file.name, left_overs))
        say("\nNothing was written. Look at a few records of the sheet, then run the same with --write.")
        return
    if not plan.has_names:
        raise CannotImport(f"{NO_NAMES} Nothing was written.")
    written = write_plan(root, plan, left_overs, once_a_second("Written", say))
    say(f"Wrote {counted(len(plan.records), 'record')} to {plan.schema.folder}/.")
    for sentence in _after(plan, written):
        say(paragraph(sentence))
    say(f"Next:\n    {then}")


def plan_of(root: Path, asked: Asked, say: Say) -> Plan:
    """Everything that would be written, and nothing written yet."""
    package = _package(root)
    schema = _schema(package, asked.resource)
    sheet = _sheet(asked)
    found = records_of(root, package, {schema.resource, *(field.reference for field in schema.fields)})
    ground = ground_for(package, schema, {name: by_name(records) for name, records in found.items()}, asked.read_on)
    columns = understand(sheet.columns, schema, dict(map(_column_and_field, asked.maps)))
    _ask_for_day(asked, columns)
    recipe = Recipe(columns, sets_asked(asked.sets, ground), source_asked(asked.source))
    pointer = f"More of this row: {LEFT_OVERS}/, in the left-overs of {asked.file.name}."
    return plan_import(sheet, ground, recipe, Ids(found[schema.resource]), pointer, once_a_second("Read", say))


def _ask_for_day(asked: Asked, columns: Sequence[Column]) -> None:
    """A source without the day on which it was read is none."""
    sourced = asked.source or any(column.target and column.target.field.part == "sources" for column in columns)
    if sourced and not asked.read_on:
        raise CannotImport(
            "Each record will name its source, and pages tell on which day it was read. "
            "Say when you read it: --read-on YYYY-MM-DD"
        )


def _package(root: Path) -> Package:
    package, problems = read_package(root)
    if problems:
        raise HubHasProblems(problems)
    return package


def _schema(package: Package, resource: str) -> Schema:
    names = [schema.resource for schema in package.schemas]
    if resource in names:
        return package.schema_of(resource)
    raise CannotImport(
        f"This hub has no resource “{shown(resource)}”. {did_you_mean(resource, names)} It has {listed(names, 'and')}."
    )


def _sheet(asked: Asked) -> Sheet:
    if not asked.file.is_file():
        raise CannotImport(f"There is no file {asked.file}.")
    size = asked.file.stat().st_size
    if size > SIZE_CAP:
        raise CannotImport(f"{asked.file.name} has {size / 1024**2:.0f} MB; 50 MB is the most. Split it into parts.")
    sheet = read_csv(asked.file.read_bytes()) if asked.kind == "csv" else read_xlsx(asked.file)
    if not sheet.rows:
        raise CannotImport(f"{asked.file.name} names columns ({', '.join(sheet.columns)}), but has no row below them.")
    return sheet


def _column_and_field(asked: str) -> tuple[str, str]:
    column, sign, field = asked.rpartition("=")
    if not sign:
        raise CannotImport(f'--map needs COLUMN=FIELD, like --map "Tel.=phones". It says “{shown(asked)}”.')
    return column.strip(), field.strip()


def _after(plan: Plan, left_overs: str) -> list[str]:
    found = [f"Left-overs that no note could hold are in {left_overs}."] if left_overs else []
    if plan.same:
        found.append(f"{counted(len(plan.same), 'row')} said what the hub has already.")
    return found + left_to_do(plan)
