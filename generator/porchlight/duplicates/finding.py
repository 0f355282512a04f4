# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""All pairs of a hub that look like one thing, except those that a person has settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from porchlight.duplicates.blocking import candidates
from porchlight.duplicates.judging import Judgment, judged_alike
from porchlight.duplicates.sides import Side


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Two records that a person should look at, and why."""

    one: Side
    other: Side
    judgment: Judgment

    @property
    def between_hubs(self) -> bool:
        """True where the two stand in different hubs; their keys then begin with the hub's name and a colon."""
        return ":" in self.one.key or ":" in self.other.key


def look_alikes(sides: Sequence[Side]) -> list[LookAlike]:
    """The pairs, those first that look most alike; `not_duplicate_of` in either record settles it."""
    pairs = ((sides[one], sides[other]) for one, other in candidates(sides))
    alike = [
        LookAlike(*_in_order(one, other), judgment)
        for one, other in pairs
        if not _settled(one, other) and (judgment := judged_alike(one, other))
    ]
    return sorted(alike, key=lambda pair: (-pair.judgment.score, pair.one.key, pair.other.key))


def _in_order(one: Side, other: Side) -> tuple[Side, Side]:
    return (one, other) if one.key <= other.key else (other, one)


def _settled(one: Side, other: Side) -> bool:
    return one.key == other.key or other.key in one.not_same or one.key in other.not_same
