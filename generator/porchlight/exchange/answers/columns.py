# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which column holds the answers to which item. What is only near a name is never taken, but proposed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from porchlight.exchange.answers.asked import Asked, compared
from porchlight.exchange.answers.export import Export, Head
from porchlight.exchange.answers.left_out import ASKED, who, why_left_out
from porchlight.exchange.answers.proposals import Proposal
from porchlight.model.alike import alike
from porchlight.model.import_map import LEFT_OUT, ImportMap
from porchlight.model.poll_words import PollWords, readings
from porchlight.reading.saying import shown

NEAR = 85
"""Of 100: as alike as two spellings of one label are."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file: the `item` that it answers, or `why` it is left out."""

    index: int
    name: str
    item: str = ""
    why: str = ""


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
    return Understood(columns, (*unknown, *_twice(columns), *_perhaps(export, columns, words)))


def _column(index: int, head: Head, words: PollWords, said: Mapping[str, str], before: Mapping[str, str]) -> Column:
    name = alike(head.name)
    item = said.get(name) or next(filter(None, map(words.item, head.cells)), "") or before.get(name, "")
    if item == LEFT_OUT:
        return Column(index, head.name, why=ASKED)
    return Column(index, head.name, item) if item else Column(index, head.name, why=why_left_out(head.name))


def _no_such_column(there: Mapping[str, str], name: str, item: str) -> Proposal:
    return Proposal(f"The file has no column “{shown(name)}”.", "--map", _nearest(name, there) or "COLUMN", item)


def _twice(columns: Sequence[Column]) -> Iterator[Proposal]:
    found: dict[str, list[Column]] = defaultdict(list)
    for column in columns:
        if column.item:
            found[column.item].append(column)
    for item, several in found.items():
        for column in several[1:]:
            yield Proposal(f"Two columns hold “{item}”. Leave one of them out.", "--map", column.name, LEFT_OUT)


def _perhaps(export: Export, columns: Sequence[Column], words: PollWords) -> Iterator[Proposal]:
    """Columns that may hold answers to an item that no other column has."""
    free = {name: item for name, item in words.items.items() if item and item not in {each.item for each in columns}}
    for column, head in zip(columns, export.heads, strict=True) if free else ():
        if column.item or column.why == ASKED:
            continue
        near = next(filter(None, (_nearest(text, free) for cell in head.cells for text in readings(cell))), "")
        if near:
            yield Proposal("This column may be an item that is spelled otherwise.", "--map", column.name, near)
        elif not who(head.name) and _holds_answers(export, column, words):
            yield Proposal("This column holds answers, but no item has its name.", "--map", column.name, "ITEM")


def _nearest(text: str, known: Mapping[str, str]) -> str:
    found = process.extractOne(alike(text), known.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
    return known[found[0]] if found else ""


def _holds_answers(export: Export, column: Column, words: PollWords) -> bool:
    texts = {cells[column.index] for _, cells in export.rows if column.index < len(cells) and cells[column.index]}
    return bool(texts) and all(map(words.option, texts))
