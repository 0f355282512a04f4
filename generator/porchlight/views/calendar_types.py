# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the calendar prints."""

from __future__ import annotations

from dataclasses import dataclass

from porchlight.views.parts import Frame, Link, Text


@dataclass(frozen=True, slots=True)
class Happening:
    """Something on a day; after `until` (ISO) it is over and shown no more. `file` is for the reader's own calendar.

    `caveat` is what nobody is sure of, `source` the first page that tells of the day.
    """

    page: Link
    when: str
    words: Text
    caveat: Text | None
    source: Link | None
    file: Link
    until: str


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    """What begins in one month, the soonest first."""

    title: str
    happenings: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class CalendarView:
    """What comes next. `feed` is one file with all of it, `subscribe` the address to follow it by, "" where none is.

    `doors` lead to what can be done on such a day.
    """

    frame: Frame
    title: str
    lead: str
    feed: Link | None
    subscribe: str
    months: tuple[CalendarMonth, ...]
    doors: tuple[Link, ...]
