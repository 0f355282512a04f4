# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An import told before it happens: how columns were understood, what would be written, what found no place."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator

from porchlight.exchange.sheets.columns import Column
from porchlight.exchange.sheets.left_to_do import left_to_do
from porchlight.exchange.sheets.plan import Plan
from porchlight.exchange.sheets.saying import FIRST_FEW, counted, paragraph, rows_that
from porchlight.exchange.yaml_out import record_yaml
from porchlight.reading.saying import shown

TEXTS_LISTED = 40
"""Different texts of one column that are named one by one; where there are more, the commonest dozen is."""
NO_NAMES = 'No column gives records their name. Say which one does: --map "COLUMN=name".'
NAME_AT_MOST, EXAMPLE_AT_MOST = 32, 44


def tell_plan(plan: Plan, file: str, left_overs: str) -> str:
    """All that a person should see before anything is written. `left_overs` is the file for what no note can hold."""
    sections = [_about_file(plan, file), _about_columns(plan)]
    if plan.has_names:
        sections += [_about_records(plan), _about_first(plan), _about_texts(plan)]
        sections += [_about_notes(plan, left_overs), _about_rest(plan)]
    else:
        sections.append(iter([NO_NAMES]))
    return "\n\n".join("\n".join(lines) for section in sections if (lines := list(section)))


def _about_file(plan: Plan, file: str) -> Iterator[str]:
    rows, columns = counted(len(plan.sheet.rows), "row"), counted(len(plan.columns), "column")
    yield f"{file}: {rows}, {columns}, {plan.sheet.form}."
    yield from map(paragraph, plan.sheet.notes)


def _about_columns(plan: Plan) -> Iterator[str]:
    room = min(NAME_AT_MOST, max((len(column.name) for column in plan.columns), default=0))
    yield "Columns, where they go, and an example:"
    for column in plan.columns:
        yield f"  {_short(column.name, room):<{room}}  {_goes_to(column):<36}  {_example(plan, column)}".rstrip()


def _goes_to(column: Column) -> str:
    if column.how == "left out":
        return "left out, as you asked"
    if column.target is None:
        return "→ private note" + (f" (perhaps {column.near}?)" if column.near else "")
    kind = column.target.kind
    place = column.target.field.name + (f", {kind}" if kind and kind != "voice" else "")
    return f"→ {place}" + (" (a guess)" if column.how == "guess" else "")


def _example(plan: Plan, column: Column) -> str:
    cells = (row.cells[column.index] for row in plan.sheet.rows)
    return _short(next(filter(None, cells), ""), EXAMPLE_AT_MOST)


def _short(text: str, most: int) -> str:
    tidy = shown(" ".join(text.split()))
    return tidy if len(tidy) <= most else tidy[: most - 1].rstrip() + "…"


def _about_records(plan: Plan) -> Iterator[str]:
    yield f"{counted(len(plan.records), 'record')} for {plan.schema.folder}/."
    if plan.same:
        yield paragraph(
            f"{rows_that(plan.same, 'says', 'say')} what a record says already, and will not be written again."
        )
    if plan.nameless:
        yield paragraph(f"{rows_that(plan.nameless, 'has no name', 'have no name')}, so no record can be made of that.")
    if plan.renamed:
        records = counted(plan.renamed, "record shares its", "records share their")
        yield f"{records} name with another one: the city or a number was added to the id."
    if plan.split:
        ends = counted(plan.split, "address that ends", "addresses that end")
        yield f"State and ZIP code were taken from {ends} in them, the city where a comma sets it apart."


def _about_first(plan: Plan) -> Iterator[str]:
    if plan.records:
        yield "The first of them:"
        yield textwrap.indent(record_yaml(plan.records[0].values), "    ").rstrip()


def _about_texts(plan: Plan) -> Iterator[str]:
    if plan.guesses:
        yield "Words that were only close to a code:"
    for (field, text, code), count in plan.guesses.most_common():
        yield f"  {field}: “{shown(text)}” ×{count:,} was taken as {code}"
    if plan.unplaced:
        yield "Texts that fit no field; they go into the private note:"
    for (column, why), texts in plan.unplaced.items():
        yield f"  {shown(column)}: {counted(texts.total(), 'text')} ({why})"
        yield paragraph(_listed(texts), "      ")


def _listed(texts: Counter[str]) -> str:
    few = texts.most_common(None if len(texts) <= TEXTS_LISTED else FIRST_FEW)
    more = len(texts) - len(few)
    named = [f"“{shown(text)}”" + (f" ×{count:,}" if count > 1 else "") for text, count in few]
    return ", ".join(named) + (f" and {more:,} more" if more else "")


def _about_notes(plan: Plan, left_overs: str) -> Iterator[str]:
    unknown = [column for column in plan.columns if column.target is None and column.how != "left out"]
    if unknown:
        name, field = shown(unknown[0].name), unknown[0].near or "FIELD"
        yield "What has no field goes into the record's private note, which no page and no download shows."
        yield f'To place a column yourself: --map "{name}={field}". To leave it out: --map "{name}=-".'
    if plan.left_overs:
        texts = counted(len(plan.left_overs), "text goes", "texts go")
        yield paragraph(f"{texts} to {left_overs}, with row and column, because no record or note has room for that.")


def _about_rest(plan: Plan) -> Iterator[str]:
    rest = left_to_do(plan)
    if rest:
        yield "Left to a person:"
    yield from (paragraph(sentence, "  ") for sentence in rest)
