# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people answered never enters git: counts do, after a person released them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from porchlight.model.alike import alike
from porchlight.model.poll_words import PollWords
from porchlight.model.questionnaire import Questionnaire
from porchlight.problems import Place, Problem
from porchlight.reading.loose_files import LooseFile, Rows, loose_files

ITEMS = 3
"""So many items of one poll in one file are no chance."""


class _Telling:
    """What tells the answers to one poll from other texts."""

    def __init__(self, poll: Questionnaire) -> None:
        self.words = PollWords(poll)
        self.pairs = _pairs(poll)
        self.needed = min(ITEMS, len(list(poll.items())))

    def may_be_in(self, plain: str) -> bool:
        """False for nearly every text, and quickly: too few items are named in it. `plain` is as `alike` makes it."""
        return len({item for name, item in self.words.items.items() if item and name in plain}) >= self.needed

    def line_of(self, loose: LooseFile) -> int:
        """The line on which the names of items stand above answers, or beside them; 0 where there are none."""
        found = list(self.pairs.finditer(loose.text))
        if len({match[1].casefold() for match in found}) >= self.needed:
            return loose.text.count("\n", 0, found[0].start()) + 1
        return next((line for rows in loose.tables() if (line := _head_line(rows, self.words, self.needed))), 0)


def raw_answers(root: Path, polls: Sequence[Questionnaire]) -> Iterator[Problem]:
    """No file that is published holds one record for each person who answered a poll."""
    tellings = [_Telling(poll) for poll in polls]
    for loose in loose_files(root):
        if line := 1 if loose.is_store else _line(loose, tellings):
            yield _problem(loose.file, line)


def _line(loose: LooseFile, tellings: Sequence[_Telling]) -> int:
    plain = alike(loose.text)
    lines = (each.line_of(loose) for each in tellings if loose.sheets or each.may_be_in(plain))
    return next(filter(None, lines), 0)


def _head_line(rows: Rows, words: PollWords, needed: int) -> int:
    for line, row in enumerate(rows, start=1):
        columns = {index: item for index, cell in enumerate(row) if len(row) >= needed and (item := words.item(cell))}
        if len(set(columns.values())) >= needed and _are_answers(rows[line:], list(columns), words):
            return line
    return 0


def _are_answers(rows: Rows, columns: Sequence[int], words: PollWords) -> bool:
    """True where most cells are options: counts of many people stand in such columns, too."""
    cells = [row[index] for row in rows for index in columns if index < len(row) and row[index].strip()]
    return bool(cells) and 2 * sum(words.option(cell) is not None for cell in cells) > len(cells)


def _pairs(poll: Questionnaire) -> re.Pattern[str]:
    """An item's id or label, a colon, and an option, as JSON and YAML write them."""
    items = {name for item in poll.items() for name in (item.id, *item.label.values())}
    options = {name for each in (*poll.options, poll.no_answer) for name in (each.code, *each.label.values())}
    return re.compile(
        rf"""["']?\b({_either(items)})["']?\s*:\s*["']?({_either(options)})["']?\s*(?:[,}}\]\r\n]|\Z)""", re.IGNORECASE
    )


def _either(names: set[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


def _problem(file: str, line: int) -> Problem:
    name = shlex.quote(file)
    return Problem(
        Place(file, line),
        "raw-answers",
        "This file holds what single people answered. Only counts may be published.",
        hint="Move it out of the hub, and take it out of git. If it was ever pushed, tell who keeps the repository:",
        paste=f"mv {name} ..\ngit rm --cached {name}",
    )
