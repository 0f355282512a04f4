# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""When a place is open, as rules that are worked out day by day. Days of the week count from Monday, 0."""

from __future__ import annotations

from dataclasses import dataclass

DAY = 24 * 60
"""Minutes of a day."""

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)

Span = tuple[int, int]
"""From one minute of a day to another; past `DAY` it is the day after."""

DateRange = tuple[int, int]
"""First and last day, as month and day (1224) in every year, or with the year (20261224)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """On some days a place is open at these times; no times mean closed. `appointment`: only for who calls first.

    A rule is for days of the week and public holidays, or for dates.
    """

    weekdays: tuple[int, ...] = ()
    holidays: bool = False
    dates: tuple[DateRange, ...] = ()
    spans: tuple[Span, ...] = ()
    appointment: bool = False


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """A place's hours: of the rules for a day the last one counts, for the whole day.

    Rules for days of the week come first, then those for holidays, then those for dates.
    """

    rules: tuple[Rule, ...]

    @property
    def always(self) -> bool:
        """True where the place never closes and nobody needs to call first."""
        return self.rules == (Rule(EVERY_DAY, spans=((0, DAY),)),)

    @property
    def weekly(self) -> tuple[Rule, ...]:
        """The rule of each day of the week, Monday first; an empty rule where none is for it."""
        return tuple(next((rule for rule in reversed(self.rules) if day in rule.weekdays), Rule()) for day in EVERY_DAY)
