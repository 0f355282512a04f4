# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people answered never enters git: counts do, after a person released them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from porchlight.model.poll_words import PollWords
from porchlight.model.questionnaire import Questionnaire
from porchlight.problems import Place, Problem
from porchlight.reading.loose_files import LooseFile, Rows, loose_files

ITEMS = 3
"""So many items of one poll in one file are no chance."""
_HEAD_WITHIN = 5


def raw_answers(root: Path, polls: Sequence[Questionnaire]) -> Iterator[Problem]:
    """No file in the folders that are published holds one record for each person who answered a poll."""
    tells = [(PollWords(poll), _pairs(poll), min(ITEMS, len(list(poll.items())))) for poll in polls]
    for loose in loose_files(root) if tells else ():
        lines = (_line(loose, *each) for each in tells)
        if line := next(filter(None, lines), 0):
            yield _problem(loose.file, line)


def _line(loose: LooseFile, words: PollWords, pairs: re.Pattern[str], needed: int) -> int:
    """The line on which the names of items stand above answers, or beside them; 0 where there are none."""
    if loose.text:
        found = list(pairs.finditer(loose.text))
        named = {match[1].casefold() for match in found}
        return loose.text.count("\n", 0, found[0].start()) + 1 if len(named) >= needed else 0
    return next((line for rows in loose.tables if (line := _head_line(rows, words, needed))), 0)


def _head_line(rows: Rows, words: PollWords, needed: int) -> int:
    for line, row in enumerate(rows[:_HEAD_WITHIN], start=1):
        columns = {index: item for index, cell in enumerate(row) if (item := words.item(cell))}
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
