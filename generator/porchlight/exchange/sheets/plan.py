# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything that an import would write, before a byte of it is written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from porchlight.exchange.sheets.columns import Column
from porchlight.exchange.sheets.draft import Draft, Ground, Rest
from porchlight.exchange.sheets.ids import Ids, slug
from porchlight.exchange.sheets.making import Recipe, draft_of
from porchlight.exchange.sheets.notes import LeftOver, note, note_field
from porchlight.exchange.sheets.sheet import Row, Sheet
from porchlight.exchange.yaml_out import Value
from porchlight.model.schema import Schema

Step = Callable[[int, int], None]
"""Told after each row: how many are done, of how many."""


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record that can be written, with the row that it comes from; its values stand in the schema's order."""

    id: str
    row: int
    values: dict[str, Value]


@dataclass(slots=True)
class Plan:
    """What would be written, and all that a person should know before.

    `unplaced` counts, by column and reason, the texts that have a column but no place; `guesses` the words that were
    close to a code's label, by field. `same` holds rows that say what a record says already, `nameless` rows without a
    name, `renamed` counts ids that are not just the name.
    """

    sheet: Sheet
    schema: Schema
    columns: tuple[Column, ...]
    records: list[NewRecord] = field(default_factory=list)
    left_overs: list[LeftOver] = field(default_factory=list)
    unplaced: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    guesses: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    same: list[int] = field(default_factory=list)
    nameless: list[int] = field(default_factory=list)
    renamed: int = 0
    split: int = 0

    @property
    def has_names(self) -> bool:
        """False where no column gives records their name, so that none can be made."""
        return any(column.target and column.target.field.role == "name" for column in self.columns)


def plan_import(sheet: Sheet, ground: Ground, recipe: Recipe, ids: Ids, pointer: str, step: Step) -> Plan:
    """Make a record of every row. `pointer` is the note's last line where the note can't hold all."""
    plan = Plan(sheet, ground.schema, recipe.columns)
    for done, row in enumerate(sheet.rows, start=1):
        _take(plan, draft_of(ground, recipe, row), row, ids, pointer)
        step(done, len(sheet.rows))
    return plan


def _take(plan: Plan, draft: Draft, row: Row, ids: Ids, pointer: str) -> None:
    _count(plan, draft)
    name, city = (_text(plan.schema, draft, role) for role in ("name", "city"))
    if not name:
        plan.nameless.append(row.number)
        cells = zip(plan.sheet.columns, row.cells, strict=True)
        plan.left_overs += [LeftOver(row.number, "", column, text) for column, text in cells if text]
        return
    wanted = str(draft.values.pop("id", ""))
    over = _add_note(plan.schema, draft, pointer)
    id_, is_new = ids.give(wanted, name, city, draft.values)
    if not is_new:
        plan.same.append(row.number)
        return
    plan.renamed += id_ != slug(wanted or name)
    plan.left_overs += [LeftOver(row.number, id_, rest.column, rest.text) for rest in over]
    plan.records.append(NewRecord(id_, row.number, _in_order(plan.schema, {"id": id_, **draft.values})))


def _count(plan: Plan, draft: Draft) -> None:
    plan.split += draft.split
    plan.guesses.update(draft.guesses)
    for rest in draft.rests:
        if rest.why:
            plan.unplaced[rest.column, rest.why][rest.text] += 1


def _text(schema: Schema, draft: Draft, role: str) -> str:
    named = schema.field_for(role)
    return str(draft.values.get(named.name, "")) if named else ""


def _add_note(schema: Schema, draft: Draft, pointer: str) -> list[Rest]:
    """Write the rests into the note; what it can't hold comes back."""
    private = note_field(schema)
    if private is None:
        return draft.rests
    text, over = note(draft.rests, private.constraints.get("maxLength", 1000), pointer)
    if text:
        draft.values[private.name] = text
    return over


def _in_order(schema: Schema, values: dict[str, Value]) -> dict[str, Value]:
    return {each.name: values[each.name] for each in schema.fields if each.name in values}
