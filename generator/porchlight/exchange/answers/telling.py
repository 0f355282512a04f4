# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An import told: what becomes of each column and each row, with counts so rough that they tell of nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from porchlight.exchange.answers.proposals import told
from porchlight.exchange.answers.run import Imported
from porchlight.exchange.sheets.saying import counted, paragraph
from porchlight.model.questionnaire import Questionnaire
from porchlight.polls.response import NO_LANGUAGE
from porchlight.reading.saying import shown

FEW = 10
NAME_AT_MOST = 60


def tell_import(found: Imported, questionnaire: Questionnaire, file: str) -> str:
    """All that a person should see before anything is kept."""
    sections = [_about_file(found, file), _about_columns(found)]
    sections += [iter([told(found.problems)])] if found.problems else [_about_items(found, questionnaire)]
    sections += [] if found.problems else [_about_rows(found)]
    return "\n\n".join("\n".join(lines) for section in sections if (lines := list(section)))


def band(count: int) -> str:
    """How many, so roughly that the number tells of nobody."""
    return "none" if not count else f"1 to {FEW}" if count <= FEW else f"{FEW + 1} or more"


def _about_file(found: Imported, file: str) -> Iterator[str]:
    export = found.export
    rows, columns = counted(len(export.rows), "row"), counted(len(export.heads), "column")
    yield f"{file}: {rows}, {columns}, {export.form}. Read as an export of: {found.mapping.service}."
    yield from map(paragraph, export.notes)


def _about_columns(found: Imported) -> Iterator[str]:
    room = min(NAME_AT_MOST, max(len(column.name) for column in found.columns))
    yield "Columns, and what becomes of them:"
    for column in found.columns:
        yield f"  {_short(column.name):<{room}}  {f'→ {column.item}' if column.item else column.why}"


def _short(text: str) -> str:
    """The end of the text: with a long question in front, the name of the item stands there."""
    tidy = " ".join(text.split())
    return shown(tidy) if len(tidy) <= NAME_AT_MOST else "…" + shown(tidy[1 - NAME_AT_MOST :])


def _about_items(found: Imported, questionnaire: Questionnaire) -> Iterator[str]:
    answered = Counter(item for response in found.responses for item in response.answers)
    used = {column.item for column in found.columns}
    yield "Answers to each item:"
    for item in questionnaire.items():
        yield f"  {item.id}: {band(answered[item.id]) if item.id in used else 'no column of this file'}"
    if missing := [item.id for item in questionnaire.items() if item.id not in used]:
        yield paragraph(f'Is there a column for one of the others after all? Say so: --map "COLUMN={missing[0]}"')


def _about_rows(found: Imported) -> Iterator[str]:
    yield f"Responses: {band(len(found.responses))}."
    for why, count in found.dropped.items():
        yield f"Left out: {counted(count, 'row')} {why}."
    if unknown := sum(each.language == NO_LANGUAGE for each in found.responses):
        yield f"Language not known: {band(unknown)}. No column and no words tell it."
    if not found.tells_apart:
        yield paragraph(
            "This file has no number and no time for each person. So bring in all answers in one file each time: rows "
            "of two files that say the same count once."
        )
