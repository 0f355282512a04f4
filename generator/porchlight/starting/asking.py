# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The five questions that a new hub begins with; each may be left empty and filled in later, in data/hub.yaml."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Answers:
    """What the hub is called, which place it is for, its languages (codes, first one first), and how to reach it."""

    name: str = ""
    place: str = ""
    languages: str = ""
    contact: str = ""
    repository: str = ""


QUESTIONS = {
    "name": "What is your hub called?  Such as: Our county hub",
    "place": "Which county, city or state is it for?  Such as: Franklin County, Ohio",
    "languages": "Which languages, the first one first?  en, es or both: en es",
    "contact": "How can people write to you?  An email address, or the address of a page: help@example.org",
    "repository": "Where will its files be kept?  Such as: https://github.com/your-name/your-hub",
}
"""Each question, by the name of what it fills."""


def ask(answer: Callable[[str], str], wrong: Callable[[str, str], str]) -> Answers:
    """Ask all five, each until its answer can stand.

    `answer` shows a question and gives what was typed; `wrong` says why an answer to the one of that name can't stand,
    "" where it can.
    """
    print("Five questions. Press Enter where you don't know yet: all of it can be changed later.\n")
    return Answers(**{each.name: _asked(each.name, answer, wrong) for each in fields(Answers)})


def _asked(name: str, answer: Callable[[str], str], wrong: Callable[[str, str], str]) -> str:
    given = answer(f"{QUESTIONS[name]}\n> ").strip()
    while why := wrong(name, given):
        print(why)
        given = answer(f"{QUESTIONS[name]}\n> ").strip()
    return given
