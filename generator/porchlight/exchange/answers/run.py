# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Other people's answers: an export of a form service → responses, or all that a person has to say first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from porchlight.exchange.answers.asked import Asked, asked_of, compared, remembered
from porchlight.exchange.answers.columns import understand
from porchlight.exchange.answers.export import Export, Names, read_export
from porchlight.exchange.answers.marks import marks_in
from porchlight.exchange.answers.perhaps import Column
from porchlight.exchange.answers.proposals import Proposal
from porchlight.exchange.answers.rows import Reading, Where, responses_of
from porchlight.exchange.answers.services import service_of
from porchlight.exchange.answers.sids import Apart, apart_in
from porchlight.exchange.answers.values import understand_values
from porchlight.exchange.sheets.sheet import CannotImport
from porchlight.model.alike import alike
from porchlight.model.form_services import FormService
from porchlight.model.import_map import LEFT_OUT, ImportMap
from porchlight.model.poll_words import PollWords
from porchlight.model.questionnaire import Questionnaire
from porchlight.polls.response import Response


@dataclass(frozen=True, slots=True)
class Imported:
    """What an export holds. With `problems` it can't be used yet, and there are no `responses`.

    `mapping` is what to remember of it, `dropped` counts rows by the reason why they are no response, `formerly` are
    sids by which a response may have been stored before. `tells_apart` says whether rows have a number or a time.
    """

    export: Export
    columns: tuple[Column, ...]
    mapping: ImportMap
    responses: tuple[Response, ...] = ()
    dropped: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Proposal, ...] = ()
    formerly: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tells_apart: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """What was said on the command line, as typed, and what is remembered from other times."""

    maps: Sequence[str] = ()
    values: Sequence[str] = ()
    known: Sequence[ImportMap] = ()


def read_answers(
    file: Path, questionnaire: Questionnaire, said: Said, where: Where, services: Mapping[str, FormService]
) -> Imported:
    """Everything of the file that is an answer to the poll; CannotImport where it is no such file at all."""
    words = PollWords(questionnaire)
    asked = asked_of(said.maps, said.values, questionnaire)
    named = {*compared(asked.columns), *(alike(name) for each in said.known for name in each.columns)}
    names = Names(lambda cell: bool(words.item(cell)) or alike(cell) in named, lambda cell: bool(words.option(cell)))
    export = read_export(file, names)
    return imported(export, questionnaire, asked, said.known, where, services)


def imported(
    export: Export,
    questionnaire: Questionnaire,
    asked: Asked,
    known: Sequence[ImportMap],
    where: Where,
    services: Mapping[str, FormService],
) -> Imported:
    """What the rows say, once every column and every text in them is understood."""
    before = remembered(known, questionnaire.id, service_of(export, questionnaire, services))
    understood = understand(export, PollWords(questionnaire), asked, before)
    values = understand_values(export, understood.used, questionnaire, asked, before)
    problems = (*understood.proposals, *values.proposals)
    if not understood.used and not problems:
        raise CannotImport(_nothing(export))
    mapping = _mapping(before, understood.columns, asked, values.remember)
    if problems:
        return Imported(export, understood.columns, mapping, problems=problems)
    apart = apart_in(export.heads, understood.columns, before.service, services)
    rows = responses_of(export, Reading(understood.used, values, marks_in(export.heads)), questionnaire, where, apart)
    if rows.unlike:
        return Imported(export, understood.columns, mapping, problems=tuple(_no_numbers(apart, understood.columns)))
    return Imported(
        export, understood.columns, mapping, rows.responses, rows.dropped, (), rows.formerly, apart.tells_apart
    )


def _no_numbers(apart: Apart, columns: Sequence[Column]) -> Iterator[Proposal]:
    """What to leave out where rows with one number say different things."""
    for index in (*apart.numbers, *apart.counts):
        why = "Rows with the same number here say different things, so it is no number of one person. Leave it out."
        yield Proposal(why, "--map", columns[index].name, LEFT_OUT)


def _mapping(before: ImportMap, columns: Sequence[Column], asked: Asked, values: Mapping[str, str]) -> ImportMap:
    """All that was known, and what is used now: columns of items, texts of options, and what was left out by hand."""
    used = {column.name: column.item for column in columns if column.item}
    return ImportMap(
        before.poll,
        before.service,
        {**before.columns, **asked.columns, **used},
        {**before.values, **asked.values, **values},
    )


def _nothing(export: Export) -> str:
    heads = ", ".join(f"“{head.name}”" for head in export.heads[:12])
    return (
        f"No column of this file is an item of this poll. Its columns are {heads}.\n"
        'Say which column holds which item: --map "COLUMN=item".'
    )
