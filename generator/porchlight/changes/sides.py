# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The hub at two times: as it stands in its folder, and as it was at a commit."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from porchlight.changes.git import Repository
from porchlight.checking.run import Checked, check_hub
from porchlight.model.hub import Hub
from porchlight.reading.files import YAML_ENDINGS, leads_out, read_bytes
from porchlight.reading.hub import read_hub
from porchlight.reading.notes import notes_in


@dataclass(frozen=True, slots=True)
class Sides:
    """What readers saw before, what they will see, which files differ, what the check says now."""

    before: Hub
    after: Hub
    files: tuple[str, ...]
    checked: Checked
    notes_gone: Mapping[str, int]
    """How many notes behind `#` are in a file no longer, by its path."""
    beside: tuple[str, ...] = ()
    """What differs in the repository outside of the hub's folder, by its path from there."""


def both_sides(root: Path, since: str, today: date) -> Sides:
    """The hub at the commit where this branch began (see Repository.since) and now; CannotCompare where git can't."""
    repository = Repository(root)
    base = repository.since(since)
    with tempfile.TemporaryDirectory() as folder:
        repository.write_out(base, Path(folder))
        before = read_hub(Path(folder)).hub
        touched = repository.touched(base)
        notes_gone = {file: gone for file in touched if (gone := _notes_gone(Path(folder), root, file))}
    checked = check_hub(root, today)
    return Sides(
        before.shown_on(today), checked.hub.shown_on(today), touched, checked, notes_gone, repository.beside(base)
    )


def _notes_gone(before: Path, after: Path, file: str) -> int:
    """How many notes the file loses. One that is taken away, or moves, tells by itself what becomes of it."""
    if not file.endswith(YAML_ENDINGS) or not all((root / file).is_file() for root in (before, after)):
        return 0
    return (Counter(_notes(before, file)) - Counter(_notes(after, file))).total()


def _notes(root: Path, file: str) -> tuple[str, ...]:
    return () if leads_out(root, file) else notes_in(read_bytes(root, file).decode("utf-8", errors="replace"))
