# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is wrong in a hub, where, and what to do next: the one shape that every part of the check speaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

Weight = Literal["problem", "care"]

SAYS = "It says “{says}”."
"""What stands there now, as a sentence."""


class Place(NamedTuple):
    """A spot in a file of the hub: `file` is a POSIX path below the hub's folder, line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, told to the person who wrote the line.

    `message` is one plain sentence, `says` quotes what stands there now (may be empty), `hint` is the next step and
    `paste` the exact lines to write (may be empty). A `problem` stops the build; `care` is work for someone to do
    (a check that has grown old), which never does.
    """

    place: Place
    code: str
    message: str
    says: str = ""
    hint: str = ""
    paste: str = ""
    weight: Weight = "problem"

    def sentence(self, quoting: str = SAYS) -> str:
        """All of it except the place, ready to print: sentences on one line, then the lines to paste, indented.

        `quoting` is the sentence that tells what stands there, in the language of the others.
        """
        says = quoting.replace("{says}", self.says) if self.says else ""
        first = "  ".join(part for part in (f"{self.message} {says}".strip(), self.hint) if part)
        pasted = "".join(f"\n    {line}" for line in self.paste.splitlines())
        return first + pasted

    def __str__(self) -> str:
        return f"{self.place}  {self.sentence()}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems sorted by place, then code, then words, each one once."""
    return tuple(sorted(set(problems), key=lambda p: (p.place, p.code, p.message, p.says)))


class HubHasProblems(Exception):
    """The data needs a change before anything can be built; `problems` holds every one of them, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))
