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
    above it, its last place leaves room for those clearly below it. No place is finer than the answers are: the people
    themselves are compared, not their rounded shares, and where only shares are told, all numbers of people that they
    can mean.
    """
    told = {figures.item: figures for figures in release.figures if figures.people > 0}
    sides = {item.id: _sides(told[item.id], questionnaire) for item in questionnaire.items() if item.id in told}
    counted = {item: _counted(told[item], questionnaire, each["agree"]) for item, each in sides.items()}
    return tuple(
        Share(
            item=item,
            people=told[item].people,
            detail=told[item].detail,
            agree=each["agree"],
            neutral=each["neutral"],
            disagree=each["disagree"],
            counts={} if told[item].detail == "percent" else told[item].counts,
            first=1 + sum(other.is_clearly_above(counted[item]) for other in counted.values()),
            last=len(counted) - sum(counted[item].is_clearly_above(other) for other in counted.values()),
            since=told[item].since,
        )
        for item, each in sorted(sides.items(), key=lambda pair: -pair[1]["agree"])
    )


@dataclass(frozen=True, slots=True)
class _Counted:
    """The share of an item as it is shown, and how many of its people that is: from `least` to `most`."""

    shown: int
    least: int
    most: int
    people: int

    def is_clearly_above(self, other: _Counted) -> bool:
        """Whatever numbers of people both may mean; what is shown as equal has no order."""
        return self.shown > other.shown and is_clearly_more((self.least, self.people), (other.most, other.people))


def _counted(figures: Figures, questionnaire: Questionnaire, shown: int) -> _Counted:
    if figures.detail != "percent":
        agree = _counts(figures, questionnaire)["agree"]
        return _Counted(shown, agree, agree, figures.people)
    bounds = -(-(2 * shown - 1) * figures.people // 200), -(-(2 * shown + 1) * figures.people // 200) - 1
    return _Counted(shown, min(bounds), max(bounds), figures.people)


def is_clearly_more(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """True where the share of one (how many, of how many people) is above another by more than two steps of chance.

    A step is √(p(1−p)(1/n₁+1/n₂)), p being both groups taken together: by that much two such shares often differ where
    people think alike. Whole numbers only, so that it comes out the same everywhere.
    """
    (count1, people1), (count2, people2) = one, other
    both, people, gap = count1 + count2, people1 + people2, count1 * people2 - count2 * people1
    return gap > 0 and gap**2 * people > 4 * both * (people - both) * people1 * people2


def _sides(figures: Figures, questionnaire: Questionnaire) -> dict[str, int]:
    counts = _counts(figures, questionnaire)
    return counts if figures.detail == "percent" else {s: percent(n, figures.people) for s, n in counts.items()}


def _counts(figures: Figures, questionnaire: Questionnaire) -> dict[str, int]:
    """The three classes as they are told: of a hundred where `detail` says so, else people."""
    return by_side(questionnaire, figures.counts) if figures.detail == "options" else _each(figures.counts)


def _each(counts: Mapping[str, int]) -> dict[str, int]:
    return {side: counts.get(side, 0) for side in SIDES}


def newest_of_each_wave(releases: Iterable[Release], questionnaire: Questionnaire) -> tuple[Release, ...]:
    """The last release of each wave, in the order in which the poll names its waves."""
    newest = {release.wave: release for release in sorted(releases, key=lambda each: each.number)}
    order = [wave.id for wave in questionnaire.waves]
    return tuple(
        sorted(newest.values(), key=lambda each: (order.index(each.wave) if each.wave in order else -1, each.made_on))
    )
