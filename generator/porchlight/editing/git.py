# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Git for commands that write: it does what it is told, or says why not."""

from __future__ import annotations

from pathlib import Path

from porchlight.reading.git import MISSING
from porchlight.reading.git import git as ask


class GitCannot(Exception):
    """Git could not do it; the message says why, and what to do."""


def git(folder: Path, *words: str) -> str:
    """What git prints; raises GitCannot."""
    done = ask(folder, *words)
    if done is None:
        raise GitCannot(MISSING)
    if done.returncode:
        told = done.stderr.decode(errors="replace").strip().splitlines() or [words[0]]
        raise GitCannot(f"Git could not do it: {told[-1]}")
    return done.stdout.decode(errors="surrogateescape")


def changed_on(root: Path, file: str) -> str:
    """The day (ISO) on which the file was last committed; "" where git knows nothing of it."""
    try:
        return git(root, "log", "-1", "--format=%cs", "--", file).strip()
    except GitCannot:
        return ""
