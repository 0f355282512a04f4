# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Real-looking records, spoiled at random: the check never raises, and says each thing in a sentence with a place."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from porchlight.checking.codes import CODES
from porchlight.checking.report import report
from porchlight.checking.run import Checked, check_hub
from porchlight.checking.translating import words_in
from tests.checking.hubs import HUBS, TODAY, descriptions, small_hub

SPOILED = 150
SCRAPS: tuple[str, ...] = (
    "",
    " ",
    "  ",
    "\t",
    ":",
    ": ",
    "-",
    "- ",
    "#",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "&a",
    "*a",
    "!x",
    "|",
    ">",
    "?",
    "%",
    "@",
)
SCRAPS += (
    "null",
    "~",
    "yes",
    "no",
    "0",
    "-1",
    "1e3",
    "2026-13-01",
    "17:00",
    "é",
    "\u200b",
    "\x00",
    "x" * 900,
    "---",
    "<<: ",
)


def spoiled(text: str, luck: random.Random) -> str:
    """The text with one to four scraps put in, or pieces taken out or doubled."""
    for _ in range(luck.randint(1, 4)):
        start = luck.randrange(len(text))
        end = min(len(text), start + luck.choice((0, 0, 1, 3, 20)))
        text = text[:start] + luck.choice((*SCRAPS, text[start:end] * 2)) + text[end:]
    return text


@pytest.mark.parametrize("seed", range(3))
def test_no_spoiled_record_raises(seed: int, tmp_path: Path) -> None:
    luck = random.Random(seed)
    sound = (HUBS / "minimal/data/housing/maple-house.yaml").read_text(encoding="utf-8")
    root = small_hub(tmp_path)
    for number in range(SPOILED):
        (root / f"data/housing/case-{number}.yaml").write_text(spoiled(sound, luck), encoding="utf-8")

    checked = check_hub(root, TODAY)

    assert {problem.code for problem in checked.problems} <= set(CODES)
    assert all(problem.message.endswith((".", "…")) and problem.place.line >= 1 for problem in checked.problems)
    assert all(report(checked, form) for form in ("text", "json", "github", "sarif"))
    _same_in_spanish(checked)


def _same_in_spanish(checked: Checked) -> None:
    """All is told in Spanish but the words of a schema; nothing else than sentences differs."""
    words, kept = words_in("es"), descriptions(checked.hub.package) | {""}
    for problem in checked.problems:
        told = words.problem(problem)
        assert replace(told, message=problem.message, hint=problem.hint) == problem
        assert told.message != problem.message
        assert told.hint != problem.hint or problem.hint in kept
