# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A store for the operator's pages that holds a few answers in memory and does with them what the real one does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from porchlight.polls.response import Response


@dataclass(frozen=True, slots=True)
class Purge:
    day: str
    what: str
    count: int


@dataclass
class SmallStore:
    kept: list[Response] = field(default_factory=list)
    aside: list[Response] = field(default_factory=list)
    log: list[Purge] = field(default_factory=list)

    def counts(self, poll: str) -> Mapping[tuple[str, int], int]:
        return Counter((each.wave, each.version) for each in self.kept if each.poll == poll)

    def responses(self, poll: str) -> Iterator[Response]:
        return (each for each in self.kept if each.poll == poll)

    def quarantined(self, poll: str) -> Sequence[Response]:
        return [each for each in self.aside if each.poll == poll]

    def release_from_quarantine(self, poll: str, sids: Sequence[str]) -> int:
        found = [each for each in self.quarantined(poll) if each.sid in sids]
        self.kept += found
        return self.delete_from_quarantine(poll, sids)

    def delete_from_quarantine(self, poll: str, sids: Sequence[str]) -> int:
        gone = [each for each in self.quarantined(poll) if each.sid in sids]
        self.aside = [each for each in self.aside if each not in gone]
        return len(gone)

    def purge(self, poll: str, before: date) -> int:
        gone = [each for each in self.responses(poll) if each.day < before.isoformat()]
        self.kept = [each for each in self.kept if each not in gone]
        if gone:
            self.log.append(Purge("2026-11-30", f"response of {poll}", len(gone)))
        return len(gone)

    def purges(self) -> Sequence[Purge]:
        return self.log
