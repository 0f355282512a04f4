# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Rows of an export → responses. Nothing of a row is kept but its answers, its language and its version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from porchlight.exchange.answers.export import Export
from porchlight.exchange.answers.marks import Marks
from porchlight.exchange.answers.perhaps import Column
from porchlight.exchange.answers.sids import Apart, Sids
from porchlight.exchange.answers.values import Values
from porchlight.model.questionnaire import Questionnaire
from porchlight.polls.response import NO_LANGUAGE, Response

NO_ANSWER = "without an answer to any item"
REPEATED_NAMES = "that repeat the names of the columns"
SAME_NUMBER = "with the number of one above"


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


@dataclass(frozen=True, slots=True)
class Rows:
    """The responses; `dropped` counts other rows by reason, `formerly` are other sids that a response may have had.

    `unlike` are sids of rows that have one number and say different things: then the number is none.
    """

    responses: tuple[Response, ...]
    dropped: Mapping[str, int]
    formerly: Mapping[str, tuple[str, ...]]
    unlike: frozenset[str] = frozenset()


def responses_of(export: Export, reading: Reading, questionnaire: Questionnaire, where: Where, apart: Apart) -> Rows:
    """A response for each row in which a person answered."""
    dropped = Counter({REPEATED_NAMES: export.repeats} if export.repeats else {})
    sids = Sids(where.key, questionnaire.id, apart)
    kept: dict[str, Response] = {}
    formerly: dict[str, tuple[str, ...]] = {}
    unlike: set[str] = set()
    for _, cells in export.rows:
        sids.pass_by(cells)
        why = reading.marks.why_dropped(cells)
        response = None if why else _response(reading, cells, questionnaire, where)
        if response is None:
            dropped[why or NO_ANSWER] += 1
            continue
        sid, *others = sids.of(cells, response.answers)
        if sid in kept:
            dropped[SAME_NUMBER] += 1
            unlike |= {sid} if kept[sid].answers != response.answers else set()
            continue
        kept[sid], formerly[sid] = replace(response, sid=sid), tuple(others)
    return Rows(tuple(kept.values()), dropped, formerly, frozenset(unlike))


def _response(reading: Reading, cells: tuple[str, ...], questionnaire: Questionnaire, where: Where) -> Response | None:
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
        language=told or NO_LANGUAGE,
        mode="import",
        day=where.day.isoformat(),
        answers={item.id: said[item.id].code for item in questionnaire.items() if item.id in said},
        wave=where.wave,
    )
