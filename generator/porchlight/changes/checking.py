# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight check --changed`: the check of what this branch touches, and of what points at it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from porchlight.changes.git import Repository
from porchlight.checking.changed import Looked, check_changed


def check_since(root: Path, since: str, today: date) -> Looked:
    """The check of every file that differs from where this branch began (see Repository.since); CannotCompare."""
    repository = Repository(root)
    base = repository.since(since)
    files = repository.touched(base)
    before = repository.before(base, files)
    return check_changed(root, today, {file: before.get(file, b"") for file in files})


def looked_at(looked: Looked) -> str:
    """A sentence that says what was looked at."""
    if looked.scope is None:
        return "What was changed concerns every record, so all of them were checked."
    touched, pointing = len(looked.scope.touched), len(looked.scope.pointing)
    files = "1 file that was changed" if touched == 1 else f"{touched:,} files that were changed"
    whole = " The whole hub was read, because something leads to nothing." if looked.whole else ""
    return (
        f"This is told of {files}, and of {pointing:,} that name what is in {'it' if touched == 1 else 'them'}.{whole}"
    )
