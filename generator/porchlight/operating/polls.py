# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The polls of a hub, read without its records: what every command of `porchlight poll` begins with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from porchlight.model.questionnaire import Questionnaire, Wave
from porchlight.model.released import Release
from porchlight.problems import HubHasProblems
from porchlight.reading.form_services import read_form_services
from porchlight.reading.poll_files import read_polls
from porchlight.reading.results import read_results
from porchlight.reading.saying import did_you_mean, listed, shown


class NoSuchPoll(Exception):
    """The hub has no poll or wave of that name; the message says which it has."""


@dataclass(frozen=True, slots=True)
class Polls:
    """The questionnaires as they are asked now, as they were answered, and what was released of them."""

    asked: tuple[Questionnaire, ...]
    former: tuple[Questionnaire, ...]
    releases: tuple[Release, ...]

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
    return Polls(asked, results.former, results.releases)


def wave_named(questionnaire: Questionnaire, wave: str, today: date) -> Wave:
    """The wave that was asked for, else the one that is open, else the only one; NoSuchPoll where that is none."""
    only = questionnaire.waves[0] if len(questionnaire.waves) == 1 else None
    found = questionnaire.wave(wave) if wave else questionnaire.wave_on(today) or only
    if found is None:
        ids = [each.id for each in questionnaire.waves]
        raise NoSuchPoll(f"Say which wave of “{questionnaire.id}” you mean: --wave {' or --wave '.join(ids)}.")
    return found


def _known(poll: str, ids: Sequence[str]) -> str:
    return did_you_mean(poll, ids) or (f"It has {listed(ids, 'and')}." if ids else "It has none.")
