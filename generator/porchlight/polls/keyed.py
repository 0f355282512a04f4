# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What one of two people read on one sheet of paper: the shape in which it waits for the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Hand = Literal[1, 2]
"""Which of the two people."""


@dataclass(frozen=True, slots=True)
class KeyedSheet:
    """`batch` is the letter of the pile and the code of the poll, like `B7K3Q`; `day` is an ISO date, never a time."""

    poll: str
    version: int
    wave: str
    batch: str
    number: int
    hand: Hand
    day: str
    answers: Mapping[str, str]

    def sid(self) -> str:
        """Marks the sheet within its poll. Piles begin anew in each wave, so the wave is part of it.

        It holds a sign that no word from the web may hold, or a post could take the place of a sheet.
        """
        return f"paper:{self.wave}:{self.batch}:{self.number}"


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of the sheets on which both people agree: `counted` now; `again` were counted before, the same way.

    `other` were counted before with other marks, so these may be other sheets with the same number; they were let go.
    """

    counted: int
    again: int = 0
    other: tuple[str, ...] = ()
