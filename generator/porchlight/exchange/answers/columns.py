# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which column holds the answers to which item. What is only near a name is never taken, but proposed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from porchlight.exchange.answers.asked import Asked, compared
from porchlight.exchange.answers.export import Export, Head
from porchlight.exchange.answers.left_out import ASKED, why_left_out
from porchlight.exchange.answers.perhaps import Column, nearly, perhaps_items
from porchlight.exchange.answers.proposals import Proposal
from porchlight.model.alike import alike
from porchlight.model.import_map import LEFT_OUT, ImportMap
from porchlight.model.poll_words import PollWords
from porchlight.reading.saying import shown


@dataclass(frozen=True, slots=True)
class Understood:
    """All columns, and what a person has to say before they can be used."""

    columns: tuple[Column, ...]
    proposals: tuple[Proposal, ...]

    @property
    def used(self) -> tuple[Column, ...]:
        """The columns that hold answers."""
        return tuple(column for column in self.columns if column.item)


def understand(export: Export, words: PollWords, asked: Asked, known: ImportMap) -> Understood:
    """Say of each column what becomes of it."""
    said, before = compared(asked.columns), compared(known.columns)
    columns = tuple(_column(index, head, words, said, before) for index, head in enumerate(export.heads))
    there = {alike(head.name): head.name for head in export.heads}
    unknown = tuple(_no_such_column(there, *each) for each in asked.columns.items() if alike(each[0]) not in there)
    perhaps = perhaps_items(export, columns, words, {**compared(known.values), **compared(asked.values)})
    told = tuple(replace(each, why=perhaps[each.index].told) if each.index in perhaps else each for each in columns)
    asks = [each.proposal for each in perhaps.values() if each.proposal]
    return Understood(told, (*unknown, *_twice(columns), *asks))


def _column(index: int, head: Head, words: PollWords, said: Mapping[str, str], before: Mapping[str, str]) -> Column:
    name = alike(head.name)
    item = said.get(name) or next(filter(None, map(words.item, head.cells)), "") or before.get(name, "")
    if item == LEFT_OUT:
        return Column(index, head.name, why=ASKED)
    return Column(index, head.name, item) if item else Column(index, head.name, why=why_left_out(head.name))


def _no_such_column(there: Mapping[str, str], name: str, item: str) -> Proposal:
    return Proposal(f"The file has no column “{shown(name)}”.", "--map", nearly(name, there) or "COLUMN", item)


def _twice(columns: Sequence[Column]) -> Iterator[Proposal]:
    found: dict[str, list[Column]] = defaultdict(list)
    for column in columns:
        if column.item:
            found[column.item].append(column)
    for item, several in found.items():
        for column in several[1:]:
            yield Proposal(f"Two columns hold “{item}”. Leave one of them out.", "--map", column.name, LEFT_OUT)
