# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the page of partners by state prints."""

from __future__ import annotations

from dataclasses import dataclass

from porchlight.views.list_parts import OfPlace
from porchlight.views.parts import Call, Checked, Frame, Link, Text


@dataclass(frozen=True, slots=True)
class Partner:
    """One partner: what they do, how to reach them, and how old and how sure that is.

    `dated` says which day the page that we read gives, or that it gives none. After `until` (ISO, "" for never) all but
    the name is told no more.
    """

    page: Link
    words: Text | None
    caveat: Text | None
    calls: tuple[Call, ...]
    links: tuple[Link, ...]
    checked: Checked
    dated: str
    until: str


@dataclass(frozen=True, slots=True)
class PartnersView:
    """Partners to call by state: first the `national` doors, then the states; `lacking` names those with no partner."""

    frame: Frame
    title: str
    lead: str
    national: tuple[Partner, ...]
    states: tuple[OfPlace[Partner], ...]
    lacking: str
    doors: tuple[Link, ...]
