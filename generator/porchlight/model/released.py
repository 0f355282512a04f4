# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was published of a poll: counts of many answers, never one person's. A release never changes once it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from porchlight.model.questionnaire import BreakdownBy

FIRST = 11
"""People without whom nothing is told."""

MORE = 10
"""New people without whom nothing changes."""

GROUP = 30
"""People in every group of a breakdown."""

SMALL = range(1, 11)
"""Counts that are not told of a group: the rule of the CMS cell suppression policy."""

PERCENT, OPTIONS = 30, 47
"""From how many people on an item is told in whole percentages, and option by option.

Below 30 a percentage looks finer than the answers are. From 47 on, the exact 95 % interval at one half is narrower than
30 points.
"""

Detail = Literal["sides", "percent", "options"]
"""How finely an item is told: counts of three classes, whole percentages of these, or counts of every option."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What is told of one item. `people` answered it; `counts` are by option code, or by class as `detail` says.

    `since` is the number of the release that they come from: an item stays as it was until enough answers are new.
    """

    item: str
    people: int
    detail: Detail
    counts: Mapping[str, int]
    since: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One group's part of an item. A count of None is hidden, since it could tell of a person."""

    by: BreakdownBy
    group: str
    item: str
    people: int
    counts: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Release:
    """One batch of results of one wave. `people` sent at least one answer; `modes` says how they came in.

    A number of people in `modes` is None where it is small. `wording` is the hash of the words that they answered
    (model/wording.py). `seal` is the hash of all the rest, and `before` that of
    the release before it: a file that was changed afterwards no longer fits.
    """

    poll: str
    version: int
    wave: str
    number: int
    made_on: date
    people: int
    modes: Mapping[str, int | None]
    languages: Mapping[str, int | None]
    figures: tuple[Figures, ...]
    breakdown: tuple[Cell, ...] = ()
    is_last: bool = False
    wording: str = ""
    before: str = ""
    seal: str = ""


def detail_for(people: int) -> Detail:
    """How finely an item may be told that so many people answered."""
    return "options" if people >= OPTIONS else "percent" if people >= PERCENT else "sides"
