# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The release ladder: what may be told of a wave now, given what was told before.

The worst leak is not a small number but the difference between two published states, which tells what those few said
who came in between. So nothing is told of fewer than 11 people, and nothing changes for fewer than 10 new ones, item by
item; where few are new and all say the same, it waits. Small groups are told in three classes. Groups side by side are
told once, after the wave has ended.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from porchlight.model.questionnaire import BreakdownBy, Questionnaire, Wave
from porchlight.model.released import FIRST, GROUP, MORE, OPTIONS, SMALL, Cell, Detail, Figures, Release, detail_for
from porchlight.model.seal import sealed
from porchlight.model.wording import wording_hash
from porchlight.polls.counting import Counts, by_side, counts_by_item, percent
from porchlight.polls.response import Response
from porchlight.polls.small_cells import hide

APART = timedelta(days=1)
Why = Literal["too-few", "too-few-new", "too-soon", "was-last"]


@dataclass(frozen=True, slots=True)
class Held:
    """Why nothing is released now. `missing` are the answers still to come, `not_before` the first day that may be."""

    why: Why
    missing: int = 0
    not_before: date | None = None


def next_release(
    questionnaire: Questionnaire, wave: Wave, responses: Sequence[Response], before: Sequence[Release], today: date
) -> Release | Held:
    """What the next release of the wave tells, sealed; or why there is none yet.

    `responses` are all of the wave and of this version of the questionnaire, `before` its releases, oldest first.
    """
    last = before[-1] if before else None
    if held := _held(len(responses), last, today):
        return held
    ended = wave.closes is not None and wave.closes < today
    number = len(before) + 1
    counts = counts_by_item(questionnaire, responses)
    figures = tuple(_figures(questionnaire, counts, {each.item: each for each in last.figures} if last else {}, number))
    release = Release(
        poll=questionnaire.id,
        version=questionnaire.version,
        wave=wave.id,
        number=number,
        made_on=today,
        people=len(responses),
        modes=_groups(response.mode for response in responses),
        languages=_groups(response.language for response in responses),
        figures=figures,
        is_last=ended,
        wording=wording_hash(questionnaire),
        before=last.seal if last else "",
    )
    cells = tuple(_breakdown(questionnaire, responses, figures, number)) if ended else ()
    return sealed(replace(release, breakdown=cells))


def _held(people: int, last: Release | None, today: date) -> Held | None:
    if last is None:
        return Held("too-few", FIRST - people) if people < FIRST else None
    if last.is_last:
        return Held("was-last")
    if people < last.people + MORE:
        return Held("too-few-new", last.people + MORE - people)
    if today < last.made_on + APART:
        return Held("too-soon", not_before=last.made_on + APART)
    return None


def _figures(
    questionnaire: Questionnaire, counts: Mapping[str, Counts], told: Mapping[str, Figures], number: int
) -> Iterator[Figures]:
    for item in questionnaire.items():
        old, people = told.get(item.id), sum(counts[item.id].values())
        enough = people >= (old.people + MORE if old else FIRST)
        if enough and not _of_one_mind(by_side(questionnaire, counts[item.id]), _sides_told(questionnaire, old)):
            detail = detail_for(people)
            yield Figures(item.id, people, detail, _told(questionnaire, counts[item.id], detail), number)
        elif old:
            yield old


def _of_one_mind(sides: Counts, before: Counts) -> bool:
    """True where everyone who is new says the same and they are few: then the figures would tell what each one said."""
    new = {side: count - before.get(side, 0) for side, count in sides.items()}
    return sum(map(bool, new.values())) == 1 and sum(new.values()) < OPTIONS


def _sides_told(questionnaire: Questionnaire, old: Figures | None) -> Counts:
    """The classes as anyone can count them from what was told; whole percentages of so few give them away, too."""
    if old is None:
        return {}
    if old.detail == "options":
        return by_side(questionnaire, old.counts)
    if old.detail == "sides":
        return old.counts
    return {side: round(share * old.people / 100) for side, share in old.counts.items()}


def _told(questionnaire: Questionnaire, counts: Counts, detail: Detail) -> Counts:
    if detail == "options":
        return counts
    sides = by_side(questionnaire, counts)
    people = sum(sides.values())
    return sides if detail == "sides" else {side: percent(count, people) for side, count in sides.items()}


def _groups(names: Iterable[str]) -> dict[str, int | None]:
    """How many people each; no number at all where one is small, since it would follow from the others."""
    counts = Counter(names)
    any_small = any(count in SMALL for count in counts.values())
    return {name: None if any_small else counts[name] for name in sorted(counts)}


def _breakdown(
    questionnaire: Questionnaire, responses: Sequence[Response], figures: Sequence[Figures], number: int
) -> Iterator[Cell]:
    """Each item by each kind of group, where all groups are large and the item's own figures are of this release.

    Where they are older, or where one group is small, the difference would tell of few people.
    """
    fresh = [each.item for each in figures if each.since == number]
    for by in questionnaire.breakdowns:
        groups = {group: counts_by_item(questionnaire, of_group) for group, of_group in _split(by, responses)}
        for item in fresh:
            sides = {group: by_side(questionnaire, counts[item]) for group, counts in groups.items()}
            yield from _cells(by, item, sides)


def _split(by: BreakdownBy, responses: Sequence[Response]) -> Iterator[tuple[str, list[Response]]]:
    groups: dict[str, list[Response]] = {}
    for response in responses:
        groups.setdefault(getattr(response, by), []).append(response)
    yield from sorted(groups.items())


def _cells(by: BreakdownBy, item: str, sides: Mapping[str, Counts]) -> Iterator[Cell]:
    people = {group: sum(counts.values()) for group, counts in sides.items()}
    if len(sides) < 2 or min(people.values()) < GROUP:
        return
    for group, counts in (hide(sides) or {}).items():
        yield Cell(by, group, item, people[group], counts)
