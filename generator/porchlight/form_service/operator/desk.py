# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the operator's pages need of others: a store, and the tools that read paper and make results."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from porchlight.polls.response import Response

Hand = Literal[1, 2]
"""Which of the two people who key in a sheet."""


class Purged(Protocol):
    """On one day, so many rows of one kind were deleted."""

    @property
    def day(self) -> str:
        """The ISO date."""

    @property
    def what(self) -> str:
        """What kind of rows, never whose."""

    @property
    def count(self) -> int:
        """How many."""


class OperatorStore(Protocol):
    """The stored answers, to be read and changed beside a service that may be writing more."""

    def counts(self, poll: str) -> Mapping[tuple[str, int], int]:
        """How many responses there are per wave and version."""

    def responses(self, poll: str) -> Iterator[Response]:
        """Each response, in no order that means anything."""

    def quarantined(self, poll: str) -> Sequence[Response]:
        """What was set aside."""

    def release_from_quarantine(self, poll: str, sids: Sequence[str]) -> int:
        """Count these after all; says how many there were."""

    def delete_from_quarantine(self, poll: str, sids: Sequence[str]) -> int:
        """Delete these; says how many there were."""

    def purge(self, poll: str, before: date) -> int:
        """Delete all answers from before a day and log it; says how many there were."""

    def purges(self) -> Sequence[Purged]:
        """What was deleted when, oldest first."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a tool has to say; `done` where nothing of what was typed is needed any more."""

    lines: tuple[str, ...]
    done: bool


KeyIn = Callable[[str, Hand, str, str], Told]
"""Takes pasted lines, the hand, the poll and the wave."""

Release = Callable[[str, str], Told]
"""Takes the poll and the wave."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What stands on the pages besides the store's own: a tool that is None has no page."""

    key_in: KeyIn | None = None
    release: Release | None = None
