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
    "contact": "How can people write to you?  An email address",
    "repository": "Where will its files be kept?  Such as: https://github.com/your-name/your-hub",
}
"""Each question, by the name of what it fills."""


def ask(answer: Callable[[str], str]) -> Answers:
    """Ask all five; `answer` shows a question and gives what was typed."""
    print("Five questions. Press Enter where you don't know yet: all of it can be changed later.\n")
    return Answers(
        **{name: answer(f"{QUESTIONS[name]}\n> ").strip() for name in (each.name for each in fields(Answers))}
    )
