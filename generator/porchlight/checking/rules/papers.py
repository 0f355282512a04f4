# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Papers must be within reach: nobody can get one that is asked for before it is given."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.checking.context import Context
from porchlight.model.paper_chain import PaperChain, given, needed, paper_chain
from porchlight.model.record import Record
from porchlight.problems import Place, Problem
from porchlight.reading.saying import shown


def paper_needs_itself(context: Context) -> Iterator[Problem]:
    """No record gives a paper that it also needs."""
    labels = paper_chain(context.hub).labels
    for _, record in context.records():
        papers = given(context.hub, record)
        for position, code in enumerate(needed(context.hub, record)):
            if code in papers:
                yield Problem(
                    _place(context, record, position),
                    "paper-needs-itself",
                    f"Who comes here for “{shown(labels[code]['en'])}” must bring it already.",
                    shown(code),
                    "Take it out of what they need, or out of what they get.",
                )


def paper_circle(context: Context) -> Iterator[Problem]:
    """No papers ask for each other in a circle that has no way in; silent where a giver could not be read."""
    chain = paper_chain(context.hub)
    for _, record in context.records() if chain.out_of_reach and not _unread_giver(context) else ():
        for position, code in enumerate(needed(context.hub, record) if record.is_open else ()):
            circle = _circle(chain, given(context.hub, record), code)
            if circle:
                told = " → ".join(shown(chain.labels[each]["en"]) for each in circle)
                yield Problem(
                    _place(context, record, position),
                    "paper-circle",
                    f"Nobody can get these papers, since each needs the next one first: {told}.",
                    shown(code),
                    "Name a place that gives one of them without the next, or take out this need.",
                )


def _circle(chain: PaperChain, gives: tuple[str, ...], needs: str) -> tuple[str, ...]:
    """The shortest circle that begins with a paper that is given here and goes on with the one that is needed."""
    others = [code for code in gives if code != needs and {code, needs} <= chain.out_of_reach]
    rows = [(code, *row) for code in others if (row := chain.row(needs, code))]
    return min(rows, key=len, default=())


def _unread_giver(context: Context) -> bool:
    folders = {schema.resource for schema in context.hub.package.schemas if schema.field_for("gives")}
    return any(name.partition("/")[0] in folders for name in context.unsound)


def _place(context: Context, record: Record, position: int) -> Place:
    field = context.hub.package.schema_of(record.resource).field_for("needs")
    return context.place_of(record, field.name if field else "", position)
