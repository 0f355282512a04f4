# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which reports are on a branch already, so that each is taken up once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from porchlight.model.report import Report
from porchlight.putting import put_file
from porchlight.reading.files import leads_out

TAKEN = "var/told-by-readers.txt"
"""Beside the store, where git never looks: a random word for each report, and nothing of what was said."""


def not_taken(root: Path, reports: Iterable[Report]) -> list[Report]:
    """The reports that are on no branch yet."""
    taken = _taken(root)
    return [report for report in reports if report.sid not in taken]


def take(root: Path, reports: Iterable[Report]) -> None:
    """Remember that these are on a branch now."""
    if not leads_out(root, TAKEN):
        sids = sorted(_taken(root) | {each.sid for each in reports})
        put_file(root / TAKEN, "".join(f"{sid}\n" for sid in sids).encode())


def _taken(root: Path) -> set[str]:
    file = root / TAKEN
    return set(file.read_text(encoding="utf-8").split()) if file.is_file() else set()
