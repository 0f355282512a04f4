# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Released results fit each other and their polls, and tell of many people: a file is not believed as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from porchlight.checking.context import Context
from porchlight.model.hub import Hub
from porchlight.model.questionnaire import SIDES, Questionnaire
from porchlight.model.released import FIRST, GROUP, MORE, SMALL, Cell, Figures, Release, detail_for
from porchlight.model.wording import wording_hash
from porchlight.problems import Place, Problem
from porchlight.reading.results import FOLDER

MODES = ("web", "paper", "import")
"""The ways in which answers come in."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,8})?")
_BACK = "Take the files in this folder back from git."


def result_of_nothing(context: Context) -> Iterator[Problem]:
    """Results belong to a poll, a wave and items that are there, in the words that people answered."""
    for release in _sound(context):
        asked = context.hub.as_answered(release)
        if asked is None:
            message = "No poll of this hub has these results' id and version."
            hint = f"Put back the poll, or the file {FOLDER}/{release.poll}/wording-{release.version}.yaml."
            yield Problem(_place(release), "result-of-nothing", message, f"{release.poll} {release.version}", hint)
        else:
            yield from _strange_parts(context.hub, release, asked)


def _strange_parts(hub: Hub, release: Release, asked: Questionnaire) -> Iterator[Problem]:
    if wording_hash(asked) != release.wording:
        message = "The words of this poll are not those that people answered."
        hint = "Put the old words back, or ask the new ones as a new version."
        yield Problem(_place(release), "poll-wording-changed", message, hint=hint)
    polls = [poll for poll in (*hub.questionnaires, asked) if poll.id == release.poll]
    if not any(poll.wave(release.wave) for poll in polls):
        message, hint = "The poll has no wave with this id.", "Put the wave back into the poll."
        yield Problem(_place(release), "result-of-nothing", message, release.wave, hint)
    items = {item.id for item in asked.items()}
    for figures in release.figures:
        if figures.item not in items:
            yield Problem(_place(release), "result-of-nothing", "The poll has no such item.", figures.item, _BACK)


def result_impossible(context: Context) -> Iterator[Problem]:
    """Figures are what the program itself would have told of so many people, whoever made the file."""
    for release in _sound(context):
        asked = context.hub.as_answered(release)
        if asked and not _could_be(release, asked):
            message = "These figures can't be what so many people answered."
            yield Problem(_place(release), "result-impossible", message, hint=_BACK)


def _could_be(release: Release, asked: Questionnaire) -> bool:
    items = [each.item for each in release.figures]
    return (
        len(set(items)) == len(items)
        and all(_figures_could_be(each, release, asked) for each in release.figures)
        and all(_cell_could_be(cell, release, items) for cell in release.breakdown)
        and len({cell.by for cell in release.breakdown}) <= 1
        and set(release.modes) <= set(MODES)
        and all(map(_LANGUAGE.fullmatch, release.languages))
        and all(_adds_up(groups, release.people) for groups in (release.modes, release.languages))
    )


def _figures_could_be(figures: Figures, release: Release, asked: Questionnaire) -> bool:
    keys = [option.code for option in asked.options] if figures.detail == "options" else list(SIDES)
    told = list(figures.counts.values())
    whole = range(98, 103) if figures.detail == "percent" else (figures.people,)
    return (
        figures.detail == detail_for(figures.people)
        and sorted(figures.counts) == sorted(keys)
        and min(told) >= 0
        and sum(told) in whole
        and figures.people <= release.people
        and 1 <= figures.since <= release.number
    )


def _cell_could_be(cell: Cell, release: Release, items: Sequence[str]) -> bool:
    groups = release.modes if cell.by == "mode" else release.languages
    told = [count for count in cell.counts.values() if count is not None]
    fits = sum(told) == cell.people if None not in cell.counts.values() else sum(told) < cell.people
    known = cell.item in items and cell.group in groups and sorted(cell.counts) == sorted(SIDES)
    return release.is_last and known and fits and min(told, default=0) >= 0


def _adds_up(groups: Mapping[str, int | None], people: int) -> bool:
    told = [count for count in groups.values() if count is not None]
    return sum(told) == people if len(told) == len(groups) else not told


def result_order(context: Context) -> Iterator[Problem]:
    """The releases of a wave are numbered from 1, and each names the seal of the one before."""
    for wave in _waves(context.hub.releases):
        for position, release in enumerate(wave, start=1):
            before = wave[position - 2].seal if position > 1 else ""
            if (release.number, release.before, release.version) != (position, before, wave[0].version):
                message = "A release before this one is missing, or was changed."
                yield Problem(_place(release), "result-order", message, hint=_BACK)


def result_tells_of_few(context: Context) -> Iterator[Problem]:
    """No figure tells of fewer than 11 people, and no two of an item differ by fewer than 10."""
    for wave in _waves(context.hub.releases):
        for release in wave:
            if _tells_of_few(release):
                message = "These results tell of so few people that one of them could be known."
                yield Problem(_place(release), "result-few", message, hint=_BACK)
        for before, after in pairwise(wave):
            if _differ_by_few(before, after):
                message = "Between these results and those before, too few people are new: one of them could be known."
                yield Problem(_place(after), "result-few", message, hint=_BACK)


def _tells_of_few(release: Release) -> bool:
    few = release.people < FIRST or any(each.people < FIRST for each in release.figures)
    groups = any(cell.people < GROUP or set(cell.counts.values()) & set(SMALL) for cell in release.breakdown)
    return few or groups or any(count in SMALL for count in (*release.modes.values(), *release.languages.values()))


def _differ_by_few(before: Release, after: Release) -> bool:
    old = {each.item: each for each in before.figures}
    changed = [each for each in after.figures if each.item in old and each != old[each.item]]
    grown = (each.people - old[each.item].people for each in changed)
    return after.people - before.people < MORE or any(more < MORE for more in grown)


def _waves(releases: Sequence[Release]) -> Iterator[list[Release]]:
    for _, wave in groupby(releases, key=lambda release: (release.poll, release.wave)):
        yield list(wave)


def _sound(context: Context) -> Iterator[Release]:
    """Releases whose poll could be read: where it could not, that is one mistake and not two."""
    polls = {name.rpartition("/")[2] for name in context.unsound if name.startswith("data/polls/")}
    yield from (release for release in context.hub.releases if release.poll not in polls)


def _place(release: Release) -> Place:
    return Place(f"{FOLDER}/{release.poll}/{release.wave}-{release.number}.yaml")
