# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the pages for people who want to help print: the calendar, kits, slides, roles."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from porchlight.views.list_parts import OfPlace, Pick
from porchlight.views.parts import Checked, Empty, Frame, Line, Link, Text
from porchlight.views.result_parts import FiguresTable


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


@dataclass(frozen=True, slots=True)
class KitPart:
    """One part of a kit, with its `papers`."""

    page: Link
    papers: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """How to write to the hub's keepers about the page: a `letter` in the reader's mail; without one, other `doors`."""

    title: str
    words: str
    letter: Link | None
    doors: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FactOnSlide:
    """A fact on a slide; after `until` (ISO, "" for never) it is told no more. `there` is the path of its page.

    `again` says by when it is looked at again.
    """

    words: Text
    source: Text
    caveat: Text | None
    there: str
    until: str
    again: str


@dataclass(frozen=True, slots=True)
class SlidePart:
    """Either words or a fact with its `page`; with neither, a fact stood there that is being looked at again.

    `source` is where to look for now.
    """

    words: Markup | None = None
    fact: FactOnSlide | None = None
    page: str = ""
    source: Link | None = None


@dataclass(frozen=True, slots=True)
class StateByState:
    """Every state of which facts are told; `lacking` names those of which none is, "" where there is no such state."""

    states: tuple[OfPlace[SlidePart], ...]
    lacking: str


@dataclass(frozen=True, slots=True)
class SlideView:
    """One slide; `mark` is its address on the page."""

    mark: str
    title: str
    parts: tuple[SlidePart, ...]
    notes: Markup | None


@dataclass(frozen=True, slots=True)
class SlidesView:
    """Slides on one page; `papers` are the same as files, `doors` the kits that hold them."""

    frame: Frame
    title: str
    lead: str
    lang: str
    papers: tuple[Link, ...]
    slides: tuple[SlideView, ...]
    doors: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A way to help. `fits` are the picks that it suits, as the address tells them; any of a kind that is not there.

    `ends` is the last day on which it is shown, "" where it has none.
    """

    page: Link
    lines: tuple[Line, ...]
    checked: Checked
    fits: str
    ends: str = ""


@dataclass(frozen=True, slots=True)
class RoleGroup:
    """The roles that ask for one skill."""

    title: str
    fits: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class MatchView:
    """Every open role by skill, and what a script lets people pick.

    `letter` offers help to the hub's coordinator, by mail where `takes_picks`; None where the hub has no contact.
    `start` leads to a volunteer's first steps.
    """

    frame: Frame
    title: str
    lead: str
    picks: tuple[Pick, ...]
    groups: tuple[RoleGroup, ...]
    letter: Link | None
    takes_picks: bool
    everything: Link
    start: Link | None = None


@dataclass(frozen=True, slots=True)
class ThanksView:
    """What volunteers gave, in sums; `empty` stands there instead where nothing is counted yet."""

    frame: Frame
    title: str
    lead: str
    months: FiguresTable | None
    roles: FiguresTable | None
    empty: Empty | None
    doors: tuple[Link, ...]
