# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Frictionless judges the text rows: types, constraints, uniqueness, references. The only file that imports it.

What Frictionless takes too kindly (` 1 ` or `1_0` as a number, `2026-1-2` as a day) is refused here as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from porchlight.model.schema import Field
from porchlight.reading.doubtful import doubtful
from porchlight.reading.exact import MATCHED_AT_MOST, is_exact
from porchlight.reading.tables import Table

if TYPE_CHECKING:
    from frictionless import Error

_CONSTRAINT = re.compile(r'constraint "(\w+)"')


@dataclass(frozen=True, slots=True)
class Verdict:
    """One cell that is not as it should be. `kind` is `type`, `primaryKey`, `foreignKey` or a constraint's name."""

    table: str
    row: int
    field: str
    kind: str


def judge(tables: list[Table], *, thorough: bool = False) -> list[Verdict]:
    """Every verdict on every table, each cell's first reason only.

    Frictionless sees the rows that are in doubt; all of them where it shall be `thorough`, with the same outcome.
    """
    strict = {(v.table, v.row, v.field): v for table in tables for v in _inexact(table)}
    asked = [(table, tuple(range(len(table.rows)))) for table in tables] if thorough else doubtful(tables)
    numbers = {table.name: rows for table, rows in asked}
    for table, row, error in _errors([table for table, _ in asked]):
        for verdict in _verdicts(table, row, error):
            verdict = replace(verdict, row=numbers[table.name][row])
            strict.setdefault((verdict.table, verdict.row, verdict.field), verdict)
    return list(strict.values())


def _inexact(table: Table) -> Iterator[Verdict]:
    for index, field in enumerate(table.fields):
        for number, row in enumerate(table.rows):
            cell = row.cells[index]
            if cell is not None and not is_exact(field.type, cell):
                yield Verdict(table.name, number, field.name, "type")
            elif cell is not None and "pattern" in field.constraints and len(cell) > MATCHED_AT_MOST:
                yield Verdict(table.name, number, field.name, "pattern")


def _errors(tables: list[Table]) -> Iterator[tuple[Table, int, Error]]:
    """Frictionless' errors, each with its table and row."""
    batches = _batches(tables)
    if not any(table.rows for batch in batches.values() for table in batch):
        return
    from frictionless import Package, Resource, Schema  # takes a quarter of a second

    names = set(batches)
    resources = [
        Resource(name=name, data=_feed(batch), schema=Schema.from_descriptor(_descriptor(batch[0], names)))
        for name, batch in batches.items()
    ]
    for task in Package(resources=resources).validate(limit_errors=0).tasks:
        for error in task.errors:
            yield *_row_of(batches[task.name], error), error


def _batches(tables: list[Table]) -> dict[str, list[Table]]:
    """The tables that Frictionless must see, child tables of one shape as one: it takes 25 ms for each, however short.

    A main table stands alone, because its ids are its own; an empty one is kept where others refer to it.
    """
    referred = {field.reference for table in tables for field in table.fields if table.rows}
    batches: dict[str, list[Table]] = {}
    by_shape: dict[str, str] = {}
    for table in tables:
        if table.holder is None and (table.rows or table.name in referred):
            batches[table.name] = [table]
        elif table.rows:
            name = by_shape.setdefault(repr(_descriptor(table, set())), table.name)
            batches.setdefault(name, []).append(table)
    return batches


def _row_of(batch: list[Table], error: Error) -> tuple[Table, int]:
    """The table and the row that the row number counts to; it counts from 1 and counts the header."""
    number: int = getattr(error, "row_number", 2) - 2
    for table in batch:
        if number < len(table.rows):
            return table, number
        number -= len(table.rows)
    raise RuntimeError(f"Frictionless names a row that is not there: {error.message}")


def _feed(batch: list[Table]) -> Callable[[], Iterator[list[Any]]]:
    """A function, because Frictionless copies lists deeply and reads a referenced table more than once."""
    longest = [MATCHED_AT_MOST if "pattern" in field.constraints else None for field in batch[0].fields]

    def rows() -> Iterator[list[Any]]:
        yield [field.name for field in batch[0].fields]
        for table in batch:
            for row in table.rows:
                yield [cell[:most] if cell else cell for cell, most in zip(row.cells, longest, strict=True)]

    return rows


def _descriptor(table: Table, names: set[str]) -> dict[str, Any]:
    fields = [_field_descriptor(field) for field in table.fields]
    keys = [
        {"fields": [field.name], "reference": {"resource": field.reference, "fields": ["id"]}}
        for field in table.fields
        if field.reference in names
    ]
    # A child row's own key and its way to its record hold by construction: they are made from the nesting.
    own = {"primaryKey": ["id"]} if table.holder is None else {}
    return {"fields": fields, "foreignKeys": keys, **own}


def _field_descriptor(field: Field) -> dict[str, Any]:
    constraints = {name: _plain(name, value) for name, value in field.constraints.items()}
    return {"name": field.name, "type": field.type, "format": field.format or "default", "constraints": constraints}


def _plain(name: str, value: Any) -> Any:
    """The constraint as Frictionless needs it: it would read `a|b` as `^a|b$` and let a last line break pass."""
    if name == "pattern":
        return rf"(?:{value})\Z"
    return list(value) if isinstance(value, tuple) else str(value) if name in ("minimum", "maximum") else value


def _verdicts(table: Table, row: int, error: Error) -> Iterator[Verdict]:
    match error.type:
        case "type-error" | "constraint-error" | "unique-error":
            yield Verdict(table.name, row, getattr(error, "field_name", ""), _kind(error))
        case "primary-key":
            if table.rows[row].raw.id:
                yield Verdict(table.name, row, "id", "primaryKey")
        case "foreign-key":
            for name in getattr(error, "field_names", ()):
                yield Verdict(table.name, row, name, "foreignKey")
        case "blank-row":
            yield from (Verdict(table.name, row, field.name, "required") for field in table.fields if field.required)
        case _:
            raise RuntimeError(f"Frictionless could not judge {table.name}: {error.message}")


def _kind(error: Error) -> str:
    found = _CONSTRAINT.search(error.note)
    return found[1] if found else "unique" if error.type == "unique-error" else "type"
