# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which rows a judge must look at: all but those that are certainly fine.

It never says what is wrong. What it does not know, a type, a format, a constraint, is in doubt, and Frictionless has
the word. So nearly every run does without Frictionless, its start and its work. The verdicts are the same with and
without this: tested.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from porchlight.model.schema import Field
from porchlight.reading.exact import MATCHED_AT_MOST, is_exact
from porchlight.reading.tables import Table

Fine = Callable[[str], bool]

_EMAIL = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*@[a-z0-9]{2,}(?:[.-][a-z0-9]{2,})*\.[a-z]{2,6}", re.ASCII)
_LENGTHS = frozenset(("required", "unique", "enum", "pattern", "minLength", "maxLength"))
_BOUNDS = frozenset(("required", "minimum", "maximum"))
_VALUES: Mapping[str, Callable[[str], Any]] = {
    "integer": int,
    "year": int,
    "number": Decimal,
    "date": date.fromisoformat,
}


def doubtful(tables: list[Table]) -> list[tuple[Table, tuple[int, ...]]]:
    """Each table with only the rows to judge, and the number of each in the whole table.

    With a row come those that it shares a key with, and those that it points at, so that the same is said of it as
    if the whole had been judged.
    """
    ids = {table.name: frozenset(table.column("id")) for table in tables if table.holder is None}
    asked = {table.name: set(_in_doubt(table, ids)) for table in tables}
    while _add_targets(tables, asked):
        pass
    return [
        (replace(table, rows=tuple(table.rows[number] for number in numbers)), numbers)
        for table in tables
        for numbers in [tuple(sorted(asked[table.name]))]
    ]


def _in_doubt(table: Table, ids: Mapping[str, Collection[str | None]]) -> Iterator[int]:
    for index, field in enumerate(table.fields):
        cells = [row.cells[index] for row in table.rows]
        if field.required:
            yield from (number for number, cell in enumerate(cells) if not cell)
        fine = fine_for(field)
        if fine is not None:
            yield from (number for number, cell in enumerate(cells) if cell and not fine(cell))
        if (known := ids.get(field.reference)) is not None:
            yield from (number for number, cell in enumerate(cells) if cell and cell not in known)
        if field.constraints.get("unique") or (field.name == "id" and table.holder is None):
            often = Counter(cells)
            yield from (number for number, cell in enumerate(cells) if often[cell] > 1)
    yield from (number for number, row in enumerate(table.rows) if not any(row.cells) or "" in row.cells)


def _add_targets(tables: list[Table], asked: dict[str, set[int]]) -> bool:
    """Ask for what the asked rows point at; False where nothing was missing."""
    before = sum(map(len, asked.values()))
    wanted: dict[str, set[str | None]] = {}
    for table in tables:
        for index, field in enumerate(table.fields):
            if field.reference:
                cells = (table.rows[number].cells[index] for number in asked[table.name])
                wanted.setdefault(field.reference, set()).update(cells)
    for table in tables:
        if table.holder is None and (names := wanted.get(table.name)):
            asked[table.name] |= {number for number, cell in enumerate(table.column("id")) if cell in names}
    return sum(map(len, asked.values())) > before


def fine_for(field: Field) -> Fine | None:
    """What says of a filled cell that it is certainly as it should be; None where any text is."""
    if field.type == "string" and field.constraints.keys() <= _LENGTHS:
        return _text(field)
    plain = field.format in ("", "default") and field.constraints.keys() <= _BOUNDS
    return _bounded(field) if field.type in _VALUES and plain else _never


def _never(_: str) -> bool:
    return False


def _text(field: Field) -> Fine | None:
    tests: list[Fine] = []
    if field.format not in ("", "default"):
        tests.append(_is_email if field.format == "email" else _never)
    if "enum" in field.constraints:
        tests.append(frozenset(map(str, field.constraints["enum"])).__contains__)
    if "pattern" in field.constraints:
        tests.append(_matches(field.constraints["pattern"]))
    if "minLength" in field.constraints or "maxLength" in field.constraints:
        tests.append(_measures(field.constraints))
    if not tests:
        return None
    return tests[0] if len(tests) == 1 else lambda text: all(test(text) for test in tests)


def _is_email(text: str) -> bool:
    return len(text) <= 60 and bool(_EMAIL.fullmatch(text))


def _matches(pattern: str) -> Fine:
    try:
        match = re.compile(rf"(?:{pattern})\Z").match
    except re.error:
        return _never
    return lambda text: len(text) <= MATCHED_AT_MOST and bool(match(text))


def _measures(constraints: Mapping[str, Any]) -> Fine:
    least, most = constraints.get("minLength", 0), constraints.get("maxLength", float("inf"))
    return lambda text: least <= len(text) <= most


def _bounded(field: Field) -> Fine:
    value = _VALUES[field.type]
    try:
        bounds = [
            (name == "minimum", value(str(bound))) for name, bound in field.constraints.items() if name != "required"
        ]
    except (ValueError, ArithmeticError):
        return _never

    def fine(text: str) -> bool:
        if not is_exact(field.type, text):
            return False
        held = value(text)
        return all(held >= bound if is_least else held <= bound for is_least, bound in bounds)

    return fine
