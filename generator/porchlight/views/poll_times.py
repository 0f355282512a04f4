# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""When a poll is asked and who was asked: days, and what the hub says of the day on which it is shown."""

from __future__ import annotations

from datetime import date, timedelta

from porchlight.model.hub import PollWave
from porchlight.model.questionnaire import Questionnaire, Wave
from porchlight.views.edition import Edition
from porchlight.views.poll_parts import Day, PollTimes, WaveTerm

_ONE = timedelta(days=1)


def poll_times(edition: Edition, questionnaire: Questionnaire) -> PollTimes:
    """The waves that are still to be told of, and the days before and after which the form is not shown."""
    coming = [wave for wave in questionnaire.waves if not _is(wave, questionnaire, edition.hub.past)]
    waves = coming or questionnaire.waves
    opens = [None if _is(wave, questionnaire, edition.hub.begun) else wave.opens for wave in waves]
    closes = [wave.closes for wave in waves]
    first = min((day for day in opens if day), default=None) if all(opens) else None
    last = max((day for day in closes if day), default=None) if all(closes) else None
    return PollTimes(
        waves=tuple(_term(edition, questionnaire, wave) for wave in waves if _tells(wave)),
        opens=_day(edition, first),
        eve=(first - _ONE).isoformat() if first else "",
        closes=_day(edition, last),
        morrow=(last + _ONE).isoformat() if last else "",
        is_over=not coming,
    )


def _is(wave: Wave, questionnaire: Questionnaire, among: frozenset[PollWave]) -> bool:
    return (questionnaire.id, wave.id) in among


def _tells(wave: Wave) -> bool:
    return bool(wave.opens or wave.closes or wave.invited)


def _term(edition: Edition, questionnaire: Questionnaire, wave: Wave) -> WaveTerm:
    invited = questionnaire.said(wave.invited, edition.language)
    begun = _is(wave, questionnaire, edition.hub.begun)
    return WaveTerm(_day(edition, wave.opens), _day(edition, wave.closes), invited, has_begun=begun)


def _day(edition: Edition, day: date | None) -> Day | None:
    return Day(day.isoformat(), edition.day(day)) if day else None
