# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Rows of an export → responses. Nothing of a row is kept but its answers, its language and its version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from porchlight.exchange.answers.columns import Column
from porchlight.exchange.answers.export import Export
from porchlight.exchange.answers.marks import Marks, marks_in
from porchlight.exchange.answers.values import Values
from porchlight.model.questionnaire import Questionnaire
from porchlight.polls.response import Response

NO_ANSWER = "without an answer to any item"
REPEATED_NAMES = "that repeat the names of the columns"


@dataclass(frozen=True, slots=True)
class Reading:
    """How the cells of an export are to be understood."""

    columns: Sequence[Column]
    values: Values
    marks: Marks


@dataclass(frozen=True, slots=True)
class Where:
    """Where the responses belong: their wave, the day of the import, and the key that hides what a row said."""

    wave: str
    day: date
    key: bytes


def responses_of(
    export: Export, columns: Sequence[Column], values: Values, questionnaire: Questionnaire, where: Where
) -> tuple[tuple[Response, ...], Counter[str]]:
    """A response for each row in which a person answered; the other rows are counted by reason."""
    reading = Reading(columns, values, marks_in(export.heads))
    dropped = Counter({REPEATED_NAMES: export.repeats} if export.repeats else {})
    met: Counter[tuple[str, ...]] = Counter()
    kept: list[Response] = []
    for _, cells in export.rows:
        met[cells] += 1
        why = reading.marks.why_dropped(cells)
        response = None if why else _response(reading, cells, questionnaire, where, met[cells])
        if response:
            kept.append(response)
        else:
            dropped[why or NO_ANSWER] += 1
    return tuple(kept), dropped


def _response(
    reading: Reading, cells: tuple[str, ...], questionnaire: Questionnaire, where: Where, time: int
) -> Response | None:
    said = {
        column.item: said
        for column in reading.columns
        if column.index < len(cells) and (said := reading.values.said(cells[column.index]))
    }
    if not said:
        return None
    spoken = Counter(each.language for each in said.values() if each.language)
    told = reading.marks.language(cells, questionnaire) or next((code for code, _ in spoken.most_common(1)), "")
    return Response(
        poll=questionnaire.id,
        version=reading.marks.version(cells, questionnaire),
        language=told or questionnaire.languages[0],
        mode="import",
        day=where.day.isoformat(),
        answers={item.id: said[item.id].code for item in questionnaire.items() if item.id in said},
        sid=_sid(where.key, questionnaire.id, cells, time),
        wave=where.wave,
    )


def _sid(key: bytes, poll: str, cells: tuple[str, ...], time: int) -> str:
    """The same for the same row, in any order of the file; rows that say the same are told apart by counting them."""
    said = repr((poll, cells, time)).encode("utf-8", "surrogatepass")
    return f"import-{blake2b(said, key=key, digest_size=16).hexdigest()}"
