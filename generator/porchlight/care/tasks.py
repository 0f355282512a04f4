# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What there is to look at again: one task for one helper, with what it asks and the harm that it keeps away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Harm = Literal["crisis", "phone", "vacancy", "registry", "medication", "consent", "policy", "law", "page"]
HARMS: tuple[Harm, ...] = get_args(Harm)
"""What goes wrong if nobody looks, the worst first: a life in danger, a stranger who answers, a way for nothing …"""

What = Literal[
    "number",
    "written",
    "no_number",
    "answer",
    "beds",
    "field",
    "record",
    "review",
    "report",
    "over",
    "withdrawn",
    "consent",
    "gone",
    "silent",
    "moved",
]
"""What is asked: a number, one that is read about and never tried, a number that was wrong, an answer, free beds, a
newer day than that of another field, the record as a whole, a law past its day, what a reader reported, something whose
last day has passed, a story that was taken back, one whose consent ends or has ended, an address that is gone, does not
open or has moved."""

Who = Literal["phone", "visit", "web", "law", "keeper"]
"""Who can do it: anyone with a phone, someone who may go there, anyone with a browser, someone who reads law, whoever
keeps these records."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to find out. `name` says which: the one of `phones` from 1, a question, a field, a report.
    `value` is what is proposed to stand there, "" where nothing is.

    `known` is the day on which it was last found to be so, None where nobody has asked. `due` is the day since which it
    waits: the first after its shelf life, or the day on which it was published without a check.
    """

    what: What
    name: str
    harm: Harm
    due: date
    known: date | None = None
    value: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """What one helper can settle at one go about the record with the key: the worst first."""

    record: str
    who: Who
    asks: tuple[Ask, ...]

    @property
    def harm(self) -> Harm:
        """The worst that it keeps away."""
        return self.asks[0].harm

    @property
    def due(self) -> date:
        """Since when the worst of it waits."""
        return self.asks[0].due


@dataclass(frozen=True, slots=True)
class Due:
    """The whole queue of a hub on a day."""

    day: date
    tasks: tuple[Task, ...]


def urgency(ask: Ask) -> tuple[int, date]:
    """What comes first: the worse harm, then what waits longer."""
    return HARMS.index(ask.harm), ask.due
