# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight poll release`: a person decides that counts may be seen, and they become a file of the hub."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from porchlight.exchange.release_yaml import release_path, release_yaml, wording_path, wording_yaml
from porchlight.model.questionnaire import Questionnaire, Wave
from porchlight.model.released import Release
from porchlight.operating.polls import Polls, Remembers, wave_named
from porchlight.polls.releasing import Held, next_release
from porchlight.polls.response import Response
from porchlight.putting import refuse_link


class Answers(Remembers, Protocol):
    """What a release needs of a store."""

    def responses(self, poll: str) -> Iterator[Response]:
        """Each response, in no order that means anything."""

    def last_release(self, poll: str, wave: str) -> str:
        """The seal of the last release that was made of these answers; "" where none was."""

    def log_release(self, poll: str, wave: str, number: int, seal: str) -> None:
        """Remember that a release was made."""


@dataclass(frozen=True, slots=True)
class Released:
    """What was written, below the hub's folder, and what there is to say; no file where nothing could be released."""

    files: tuple[str, ...]
    words: tuple[str, ...]


def release(root: Path, polls: Polls, poll: str, wave: str, store: Answers, today: date) -> Released:
    """Write the next release of a wave and the wording that it is about, or say why there is none yet.

    It is told in the words that people answered, whatever the poll says now. Raises NoSuchPoll and LeadsOut. Nothing
    but counts is written; the answers stay where they are.
    """
    asked_now = polls.named(poll)
    of_wave = wave_named(asked_now, wave, today)
    before = polls.released(poll, of_wave.id)
    made_last = store.last_release(poll, of_wave.id)
    if made_last and made_last not in {each.seal for each in before}:
        return Released((), (_MISSING,))
    all_of_wave = [each for each in store.responses(poll) if each.wave == of_wave.id]
    version = _version(asked_now, before, all_of_wave)
    answered = polls.with_answered(store).as_answered(poll, version)
    if answered is None:
        return Released((), (f"The words of version {version} are known nowhere, so its answers can't be told.",))
    mine = [each for each in all_of_wave if each.version == version]
    made = next_release(answered, of_wave, mine, before, today)
    others = _others(version, len(all_of_wave) - len(mine))
    if isinstance(made, Held):
        return Released((), (_why(made), *others))
    files = _write(root, made, answered)
    store.log_release(poll, of_wave.id, made.number, made.seal)
    return Released(files, (*_told(made, answered, of_wave), *others))


_MISSING = (
    "The last release of these answers is not in data/results, and without it the next one could tell of one person. "
    "Take its file back from git, then release again."
)


def _version(asked_now: Questionnaire, before: Sequence[Release], of_wave: Sequence[Response]) -> int:
    """A wave is told in one version: that of its releases, else the first that people answered."""
    return before[-1].version if before else min((each.version for each in of_wave), default=asked_now.version)


def _others(version: int, count: int) -> tuple[str, ...]:
    if not count:
        return ()
    return (
        f"This wave was answered as version {version}. Answers to another are in it, too: ask new words in a new wave.",
    )


def _write(root: Path, made: Release, answered: Questionnaire) -> tuple[str, ...]:
    file, wording = release_path(made), wording_path(answered)
    for path in (file, wording):
        refuse_link(root, path)
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    written = []
    if not (root / wording).exists():
        (root / wording).write_text(wording_yaml(answered), encoding="utf-8")
        written.append(wording)
    with (root / file).open("x", encoding="utf-8") as new:  # a release that is there is never written over
        new.write(release_yaml(made))
    return (file, *written)


def _told(made: Release, questionnaire: Questionnaire, wave: Wave) -> Iterator[str]:
    items = len(list(questionnaire.items()))
    yield f"Release {made.number} of the wave “{wave.id}”: {made.people} people, {len(made.figures)} of {items} items."
    old = sum(figures.since != made.number for figures in made.figures)
    if old:
        yield f"{old} items stay as they were, since too few of the new people answered them."
    if items > len(made.figures):
        yield "The other items were answered by too few people and are not told."
    if not made.is_last:
        yield "The wave goes on. The next release needs 10 more people and another day."


def _why(held: Held) -> str:
    match held.why:
        case "too-few":
            return "Fewer than 11 people have answered, so nothing can be released yet: one of them could be known."
        case "too-few-new":
            return "Fewer than 10 people are new since the last release, so nothing new can be released yet."
        case "too-soon":
            return f"The last release is of today. The next one can be made on {held.not_before}."
        case "was-last":
            return "The last release of this wave has been made. What came after it is counted nowhere."
