# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Columns that a form service adds about an answer: its language, its version, and whether it is one at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from porchlight.exchange.answers.export import Head
from porchlight.model import poll_names as names
from porchlight.model.alike import alike
from porchlight.model.questionnaire import Questionnaire

_HEADS: Mapping[str, frozenset[str]] = {
    "trap": frozenset({alike(names.TRAP), "honeypot", "honey", "botcheck", "bot field"}),
    "spam": frozenset({"spam", "is spam", "isspam"}),
    "state": frozenset({"state", "status", "response type", "distribution channel"}),
    "language": frozenset(
        {alike(names.LANGUAGE), "poll language", "language", "startlanguage", "start language", "user language"}
    ),
    "version": frozenset({alike(names.VERSION), "poll version", "version"}),
}
_YES = frozenset({"true", "yes", "1", "spam", "x", "on", "si"})
_TEST = frozenset({"test", "preview", "survey preview", "survey test", "deleted"})

ROBOT, TEST = "marked as sent by a robot", "marked as a test"


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the marks of an export stand: column positions by kind."""

    columns: Mapping[str, tuple[int, ...]]

    def why_dropped(self, cells: Sequence[str]) -> str:
        """Why the row is no answer of a person, or ""."""
        states = set(self._said("state", cells))
        if any(self._said("trap", cells)) or _YES.intersection(self._said("spam", cells)) or "spam" in states:
            return ROBOT
        return TEST if states & _TEST else ""

    def language(self, cells: Sequence[str], questionnaire: Questionnaire) -> str:
        """The language that the row was answered in, or ""."""
        told = (text.partition("-")[0] for text in self._said("language", cells))
        return next((code for code in told if code in questionnaire.languages), "")

    def version(self, cells: Sequence[str], questionnaire: Questionnaire) -> int:
        """The version of the poll that was answered; today's where the row names none that there was."""
        told = (int(text) for text in self._said("version", cells) if names.is_version(text))
        return next((version for version in told if version <= questionnaire.version), questionnaire.version)

    def _said(self, kind: str, cells: Sequence[str]) -> list[str]:
        found = (cells[index] for index in self.columns.get(kind, ()) if index < len(cells))
        return [text for text in map(alike, found) if text]


def marks_in(heads: Sequence[Head]) -> Marks:
    """The marks among the columns, known by their heads."""
    found: dict[str, tuple[int, ...]] = {}
    for index, head in enumerate(heads):
        for kind, known in _HEADS.items():
            if not known.isdisjoint(map(alike, head.cells)):
                found[kind] = (*found.get(kind, ()), index)
    return Marks(found)
