# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight poll release`: a person decides that counts may be seen, and they become a file of the hub."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from porchlight.exchange.release_yaml import release_path, release_yaml
from porchlight.model.questionnaire import Questionnaire, Wave
from porchlight.model.released import Release
from porchlight.operating.polls import Polls, wave_named
from porchlight.polls.releasing import Held, next_release
from porchlight.polls.response import Response
from porchlight.reading.results import FOLDER


class Answers(Protocol):
    """What a release needs of a store."""

    def responses(self, poll: str) -> Iterator[Response]:
        """Each response, in no order that means anything."""


@dataclass(frozen=True, slots=True)
class Released:
    """What was written, below the hub's folder, and what there is to say; no file where nothing could be released."""

    files: tuple[str, ...]
    words: tuple[str, ...]


def release(root: Path, polls: Polls, poll: str, wave: str, store: Answers, today: date) -> Released:
    """Write the next release of a wave and the wording that it is about, or say why there is none yet.

    Raises NoSuchPoll. Nothing but counts is written; the answers stay where they are.
    """
    questionnaire = polls.named(poll)
    asked = wave_named(questionnaire, wave, today)
    before = polls.released(poll, asked.id)
    if before and before[-1].version != questionnaire.version:
        return Released((), (_other_version(before[-1], questionnaire),))
    mine = [each for each in store.responses(poll) if (each.wave, each.version) == (asked.id, questionnaire.version)]
    made = next_release(questionnaire, asked, mine, before, today)
    if isinstance(made, Held):
        return Released((), (_why(made),))
    return Released(_write(root, made), tuple(_told(made, questionnaire, asked)))


def _write(root: Path, made: Release) -> tuple[str, ...]:
    file = release_path(made)
    wording = f"{FOLDER}/{made.poll}/wording-{made.version}.yaml"
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    with (root / file).open("x", encoding="utf-8") as new:  # a release that is there is never written over
        new.write(release_yaml(made))
    if (root / wording).exists():
        return (file,)
    shutil.copyfile(root / "data" / "polls" / f"{made.poll}.yaml", root / wording)
    return (file, wording)


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


def _other_version(last: Release, questionnaire: Questionnaire) -> str:
    return (
        f"This wave was answered as version {last.version}, and the poll is version {questionnaire.version} now. "
        "Ask new words in a new wave: add one to the poll."
    )
