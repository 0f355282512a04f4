# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The hub at two times: as it stands in its folder, and as it was at a commit."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from porchlight.changes.git import Repository
from porchlight.checking.run import Checked, check_hub
from porchlight.model.hub import Hub
from porchlight.reading.hub import read_hub


@dataclass(frozen=True, slots=True)
class Sides:
    """What readers saw before, what they will see, which files differ, and what the check says now."""

    before: Hub
    after: Hub
    files: tuple[str, ...]
    checked: Checked


def both_sides(root: Path, since: str, today: date) -> Sides:
    """The hub at the commit where this branch began (see Repository.since) and now; CannotCompare where git can't."""
    repository = Repository(root)
    base = repository.since(since)
    with tempfile.TemporaryDirectory() as folder:
        repository.write_out(base, Path(folder))
        before = read_hub(Path(folder)).hub
    checked = check_hub(root, today)
    return Sides(before.shown_on(today), checked.hub.shown_on(today), repository.touched(base), checked)
