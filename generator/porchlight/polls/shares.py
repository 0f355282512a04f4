# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A release as shares: how many of a hundred agree, and which order of the items the answers carry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from porchlight.model.questionnaire import SIDES, Questionnaire, Side
from porchlight.model.released import Detail, Figures, Release
from porchlight.polls.counting import by_side, percent


@dataclass(frozen=True, slots=True)
class Share:
    """One item: whole percentages of the people who answered it; rounded, they may not add up to 100.

    `counts` are by option code or by side, as `detail` says, and empty where only percentages are told. `first` and
    `last` are the places that the item may have: they differ where the answers don't tell it from others.
    """

    item: str
    people: int
    detail: Detail
    agree: int
    neutral: int
    disagree: int
    counts: Mapping[str, int]
    first: int
    last: int
    since: int

    def of(self, side: Side) -> int:
        """The whole percentage of one side."""
        return {"agree": self.agree, "neutral": self.neutral, "disagree": self.disagree}[side]


def shares(release: Release, questionnaire: Questionnaire) -> tuple[Share, ...]:
    """Every item that is told, most agreement first; items with equal shares stand as the poll asks them.

    `questionnaire` is the version that was answered. An item's first place is one more than the items that are clearly
    above it, its last place leaves room for those clearly below it: no place is finer than the answers are.
    """
    told = {figures.item: figures for figures in release.figures if figures.people > 0}
    sides = {item.id: _sides(told[item.id], questionnaire) for item in questionnaire.items() if item.id in told}
    agree = {item: (each["agree"], told[item].people) for item, each in sides.items()}
    return tuple(
        Share(
            item=item,
            people=told[item].people,
            detail=told[item].detail,
            agree=sides[item]["agree"],
            neutral=sides[item]["neutral"],
            disagree=sides[item]["disagree"],
            counts={} if told[item].detail == "percent" else told[item].counts,
            first=1 + sum(is_clearly_more(other, mine) for other in agree.values()),
            last=len(agree) - sum(is_clearly_more(mine, other) for other in agree.values()),
            since=told[item].since,
        )
        for item, mine in sorted(agree.items(), key=lambda each: -each[1][0])
    )


def is_clearly_more(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """True where a share (whole percent, people) is above another by more than two steps of chance.

    A step is √(p(1−p)(1/n₁+1/n₂)), p being both groups taken together: by that much two such shares often differ where
    people think alike. Whole numbers only, so that it comes out the same everywhere.
    """
    (more, n1), (less, n2) = one, other
    both, people = more * n1 + less * n2, n1 + n2
    return more > less and (more - less) ** 2 * n1 * n2 * people > 4 * both * (100 * people - both)


def _sides(figures: Figures, questionnaire: Questionnaire) -> dict[str, int]:
    if figures.detail == "percent":
        return _each(figures.counts)
    counts = by_side(questionnaire, figures.counts) if figures.detail == "options" else _each(figures.counts)
    return {side: percent(count, figures.people) for side, count in counts.items()}


def _each(counts: Mapping[str, int]) -> dict[str, int]:
    return {side: counts.get(side, 0) for side in SIDES}


def newest_of_each_wave(releases: Iterable[Release], questionnaire: Questionnaire) -> tuple[Release, ...]:
    """The last release of each wave, in the order in which the poll names its waves."""
    newest = {release.wave: release for release in sorted(releases, key=lambda each: each.number)}
    order = [wave.id for wave in questionnaire.waves]
    return tuple(
        sorted(newest.values(), key=lambda each: (order.index(each.wave) if each.wave in order else -1, each.made_on))
    )
