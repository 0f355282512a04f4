# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Deleting answers whose time is over: so many months after the wave that they belong to has closed."""

from __future__ import annotations

import logging
from calendar import monthrange
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Protocol

from porchlight.model.questionnaire import Questionnaire, Wave
from porchlight.polls.privacy import Keeping

log = logging.getLogger("porchlight")


TRUSTED = timedelta(days=40)
"""Between two looks. A clock that jumps further is not believed at once, since what is deleted can't come back."""


class Purging(Protocol):
    """A store that can forget."""

    def look(self, today: date) -> date | None:
        """Write down that somebody looked today what is over; says when that was last, None where never."""

    def sweep(self) -> None:
        """Delete what has been set aside for too long, and log it."""

    def forget(self, poll: str, waves: Collection[str], before: date) -> int:
        """Delete all answers of these waves from before a day and log it; says how many there were."""


def enforce(store: Purging, questionnaires: Iterable[Questionnaire], keeping: Keeping, today: date) -> int:
    """Delete what is over today, and say in the log how much that was, never whose; gives how many answers it was.

    What was set aside goes as well: a store sweeps when it writes, but to a poll that is over nobody writes. Where the
    last look is too far from today, a clock may be wrong: nothing is deleted before it has told the same twice.
    """
    last = store.look(today)
    if last is None or not timedelta() <= today - last <= TRUSTED:
        return 0
    store.sweep()
    return sum(_enforce(store, questionnaire, keeping, today) for questionnaire in questionnaires)


def overdue(questionnaire: Questionnaire, keeping: Keeping, today: date) -> tuple[str, ...]:
    """The waves that have been closed for as long as answers are kept, by id."""
    return tuple(wave.id for wave in questionnaire.waves if _is_over(wave, keeping, today))


def _enforce(store: Purging, questionnaire: Questionnaire, keeping: Keeping, today: date) -> int:
    # No answer goes sooner after its own day: a slip in a wave's last day must not delete what came in last week.
    before = _months_after(today, -keeping.months)
    gone = store.forget(questionnaire.id, overdue(questionnaire, keeping, today), before)
    if gone:
        log.info("%s: %d answers to “%s” are deleted, since their time is over.", today, gone, questionnaire.id)
    return gone


def _is_over(wave: Wave, keeping: Keeping, today: date) -> bool:
    return wave.closes is not None and _months_after(wave.closes, keeping.months) < today


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
