# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Columns that nobody has named an item of, but that look like one: by their head, or since they hold its answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from porchlight.exchange.answers.export import Export, Head
from porchlight.exchange.answers.left_out import ASKED, NO_ITEM_IS_FREE, who
from porchlight.exchange.answers.marks import marks_in
from porchlight.exchange.answers.proposals import Proposal
from porchlight.model.alike import alike
from porchlight.model.import_map import LEFT_OUT
from porchlight.model.poll_words import PollWords, readings

NEAR = 85
"""Of 100: as alike as two spellings of one label are."""
IN_COMMON = 75
"""Of 100, word by word, whatever else only one of the two says."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file: the `item` that it answers, or `why` it is left out."""

    index: int
    name: str
    item: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Perhaps:
    """What a column may be, told in the list of columns; without a `proposal` there is nothing to ask."""

    told: str
    proposal: Proposal | None = None


def perhaps_items(
    export: Export, columns: tuple[Column, ...], words: PollWords, said: Mapping[str, str]
) -> dict[int, Perhaps]:
    """By position, the columns without an item that may have one; `said` are texts that stand for options, too."""
    taken = {each.item for each in columns}
    marked = {index for indexes in marks_in(export.heads).columns.values() for index in indexes}
    free = {name: item for name, item in words.items.items() if item and item not in taken}
    found: dict[int, Perhaps] = {}
    for column, head in zip(columns, export.heads, strict=True):
        if column.item or column.why == ASKED or column.index in marked:
            continue
        holds = _holds_answers(export, column, words, said)
        if free and (near := _near(head, free, holds)):
            found[column.index] = _asked(column.name, near, holds)
        elif holds:
            found[column.index] = _asked(column.name, "ITEM", holds) if free else Perhaps(NO_ITEM_IS_FREE)
    return found


def nearly(text: str, known: Mapping[str, str]) -> str:
    """What the known text means that differs from this one by its spelling only, or ""."""
    found = process.extractOne(alike(text), known.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
    return known[found[0]] if found else ""


def _asked(name: str, item: str, holds: bool) -> Perhaps:
    why = (
        "This column holds answers, but no item has its name."
        if holds
        else ("This column may be an item that is called otherwise.")
    )
    told = f"not brought in yet: perhaps {item}" if item != "ITEM" else "not brought in yet: which item is it?"
    return Perhaps(told, Proposal(f"{why} Say which it is, or “-” to leave it out.", "--map", name, item))


def _near(head: Head, free: Mapping[str, str], holds: bool) -> str:
    """The one item that the head may mean; "" where none is near, or two are."""
    texts = [text for cell in head.cells for text in readings(cell)]
    if spelled := next(filter(None, (nearly(text, free) for text in texts)), ""):
        return spelled
    meant = _like if holds else _shortened
    return next(filter(None, (meant(text, free) for text in texts)), "")


def _shortened(text: str, free: Mapping[str, str]) -> str:
    """The one item whose label holds each word of the head. One word alone says too little."""
    said = set(alike(text).split())
    found = {item for name, item in free.items() if said < set(name.split())} if len(said) > 1 else set()
    return found.pop() if len(found) == 1 else ""


def _like(text: str, free: Mapping[str, str]) -> str:
    """The one item that has most words in common with the head of a column that holds answers."""
    found = process.extract(alike(text), free.keys(), scorer=fuzz.token_set_ratio, score_cutoff=IN_COMMON, limit=None)
    best = {free[name] for name, score, _ in found if score == found[0][1]}
    return best.pop() if len(best) == 1 else ""


def _holds_answers(export: Export, column: Column, words: PollWords, said: Mapping[str, str]) -> bool:
    """True where at least half of the different texts are options.

    Numbers alone are no sign where the head speaks of something else that is counted, such as an age.
    """
    texts = {alike(cells[column.index]) for _, cells in export.rows if column.index < len(cells)} - {""}
    options = {text for text in texts if words.option(text) or said.get(text, LEFT_OUT) != LEFT_OUT}
    if len(options) * 2 < len(texts) or not options:
        return False
    return not who(column.name) or any(not text.replace(".", "").isdigit() for text in options)
