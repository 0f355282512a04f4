# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One row of a sheet → one draft of a record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from porchlight.exchange.sheets.addresses import split_address
from porchlight.exchange.sheets.columns import EXTENSION, Column, Target, field_asked
from porchlight.exchange.sheets.draft import Draft, Ground, Rest
from porchlight.exchange.sheets.placing import place, source_row
from porchlight.exchange.sheets.sheet import CannotImport, Row
from porchlight.exchange.sheets.web import web_addresses
from porchlight.model.schema import Field
from porchlight.reading.saying import did_you_mean, shown

CODES_LISTED = 60


@dataclass(frozen=True, slots=True)
class Recipe:
    """How rows become records: columns, values for what a row leaves empty, and the page that all of it comes from."""

    columns: tuple[Column, ...]
    sets: tuple[tuple[Target, str], ...] = ()
    source: str = ""


def draft_of(ground: Ground, recipe: Recipe, row: Row) -> Draft:
    """The row as a draft: every text is in a field or in its rests, except in columns that were to be left out."""
    draft = Draft()
    late = [column for column in recipe.columns if _is_late(column)]
    for column in recipe.columns:
        if column not in late:
            _fill(ground, draft, column, row.cells[column.index])
    draft.split = split_address(ground, draft)
    for target, text in recipe.sets:
        if target.field.name not in draft.values:
            place(ground, draft, target, text)
    for column in late:
        _fill(ground, draft, column, row.cells[column.index])
    sources = next((field for field in ground.schema.fields if field.part == "sources"), None)
    if recipe.source and sources:
        draft.add(sources.name, source_row(ground, recipe.source))
    return draft


def sets_asked(asked: Iterable[str], ground: Ground) -> tuple[tuple[Target, str], ...]:
    """Each FIELD=VALUE, tried once; CannotImport says which value its field can't take."""
    found = []
    for each in asked:
        name, _, text = each.partition("=")
        target, draft = Target(field_asked(name.strip(), ground.schema)), Draft()
        if not text.strip() or place(ground, draft, target, text.strip())[0] or draft.guesses:
            raise CannotImport(_refusal(ground, target.field, text.strip()))
        found.append((target, text.strip()))
    return tuple(found)


def _refusal(ground: Ground, field: Field, text: str) -> str:
    if not field.vocabulary:
        return f"“{field.name}” can't take “{shown(text)}”. {field.description}"
    codes = list(ground.codes[field.vocabulary].labels)
    near = did_you_mean(text, codes) or f"Its codes: {', '.join(codes[:CODES_LISTED])}"
    return f"“{shown(text)}” is no code of “{field.name}”. {near}"


def source_asked(url: str) -> str:
    """The page's address as it will be written; CannotImport where it is none."""
    found = web_addresses(url)
    if url and len(found) != 1:
        raise CannotImport(f"“{shown(url)}” is no web address. Write the page that the sheet comes from: https://…")
    return found[0] if found else ""


def _is_late(column: Column) -> bool:
    """ZIP codes need the state that another column gives, extensions their number."""
    target = column.target
    return target is not None and (target.field.hsds == "postal_code" or target.kind == EXTENSION)


def _fill(ground: Ground, draft: Draft, column: Column, text: str) -> None:
    if not text or column.how == "left out":
        return
    if column.target is None:
        draft.rests.append(Rest(column.name, text))
        return
    rest, why = place(ground, draft, column.target, text)
    if rest:
        draft.rests.append(Rest(column.name, rest, why))
