# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the pages for volunteers print: roles to pick from, and thanks."""

from __future__ import annotations

from dataclasses import dataclass

from porchlight.views.list_parts import Pick
from porchlight.views.parts import Checked, Empty, Frame, Line, Link
from porchlight.views.result_parts import FiguresTable


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
