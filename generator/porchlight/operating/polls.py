# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The polls of a hub, read without its records: what every command of `porchlight poll` begins with."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from porchlight.model.form_services import FormService
from porchlight.model.questionnaire import Questionnaire, Wave
from porchlight.model.released import Release
from porchlight.problems import HubHasProblems, Place
from porchlight.reading.form_services import read_form_services
from porchlight.reading.poll_files import read_polls
from porchlight.reading.questionnaires import read_questionnaire
from porchlight.reading.results import read_results
from porchlight.reading.saying import did_you_mean, listed, shown


class NoSuchPoll(Exception):
    """The hub has no poll or wave of that name; the message says which it has."""


class Remembers(Protocol):
    """A store that keeps each questionnaire as it was when the first answer came."""

    def wordings(self) -> Sequence[str]:
        """Every questionnaire as it was first answered, as JSON, by poll and version."""


@dataclass(frozen=True, slots=True)
class Polls:
    """The questionnaires as they are asked and as they were answered, what was released of them, and form services."""

    asked: tuple[Questionnaire, ...]
    former: tuple[Questionnaire, ...]
    releases: tuple[Release, ...]
    services: Mapping[str, FormService] = field(default_factory=dict)

    @property
    def on_paper(self) -> tuple[Questionnaire, ...]:
        """Every questionnaire whose sheets may still come in: as it is asked now, and as it was asked before."""
        now = {(each.id, each.version) for each in self.asked}
        return (*self.asked, *(each for each in self.former if (each.id, each.version) not in now))

    def named(self, poll: str) -> Questionnaire:
        """The poll with that id; NoSuchPoll where there is none."""
        found = next((each for each in self.asked if each.id == poll), None)
        if found is None:
            raise NoSuchPoll(f"This hub has no poll “{shown(poll)}”. {_known(poll, [each.id for each in self.asked])}")
        return found

    def with_answered(self, store: Remembers) -> Polls:
        """The same with what only the store knows: questionnaires that people answered and nothing was released of."""
        known = {(each.id, each.version) for each in self.former}
        answered = (each for each in map(_thawed, store.wordings()) if each)
        return replace(
            self, former=(*self.former, *(each for each in answered if (each.id, each.version) not in known))
        )

    def as_answered(self, poll: str, version: int) -> Questionnaire | None:
        """The poll in the words of that version: as people answered it, else as it is asked now."""
        of_poll = (each for each in (*self.former, *self.asked) if each.id == poll)
        return next((each for each in of_poll if each.version == version), None)

    def released(self, poll: str, wave: str) -> tuple[Release, ...]:
        """The releases of a wave, oldest first."""
        return tuple(each for each in self.releases if (each.poll, each.wave) == (poll, wave))


def read_all_polls(root: Path) -> Polls:
    """Every poll of the hub; HubHasProblems where one of their files has to be mended first."""
    services, problems = read_form_services(root)
    results, more = read_results(root)
    asked, most = read_polls(root, services, results.former)
    stopping = [each for each in (*problems, *more, *most) if each.weight == "problem"]
    if stopping:
        raise HubHasProblems(stopping)
    return Polls(asked, results.former, results.releases, services)


def wave_named(questionnaire: Questionnaire, wave: str, today: date) -> Wave:
    """The wave that was asked for, else the one that is open, else the only one; NoSuchPoll where that is none."""
    only = questionnaire.waves[0] if len(questionnaire.waves) == 1 else None
    found = questionnaire.wave(wave) if wave else questionnaire.wave_on(today) or only
    if found is None:
        named = f"“{questionnaire.id}” has no wave “{shown(wave)}”." if wave else "No wave is open today."
        raise NoSuchPoll(f"{named} Say which: {listed(f'--wave {each.id}' for each in questionnaire.waves)}.")
    return found


def _thawed(text: str) -> Questionnaire | None:
    questionnaire, _ = read_questionnaire(json.loads(text), lambda _: Place("var"))
    return questionnaire


def _known(poll: str, ids: Sequence[str]) -> str:
    return did_you_mean(poll, ids) or (f"It has {listed(ids, 'and')}." if ids else "It has none.")
