# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the pages of papers print."""

from __future__ import annotations

from dataclasses import dataclass

from porchlight.views.list_parts import Group
from porchlight.views.parts import Empty, Frame, Link


@dataclass(frozen=True, slots=True)
class PapersView:
    """All papers, in the order in which to get them."""

    frame: Frame
    title: str
    intro: str
    steps: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PaperView:
    """One paper: what comes `first`, who gives it, the papers that it `opens`, and what else it `helps` to get."""

    frame: Frame
    title: str
    intro: str
    first: tuple[Link, ...]
    groups: tuple[Group, ...]
    empty: Empty | None
    opens: tuple[Link, ...]
    helps: tuple[Link, ...]
