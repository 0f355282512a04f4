# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A file with words of single people must not lie where the next commit would publish it."""

from __future__ import annotations

import os
from pathlib import Path

from porchlight.reading.git import git


class WouldBePublished(Exception):
    """The file would lie where git takes it along; the message says what to do."""


def refuse_published(root: Path, file: Path) -> None:
    """WouldBePublished where the file, which is about to hold what single people answered or who they are, would be."""
    if would_be_published(root, file):
        raise WouldBePublished(f"{file} lies in the hub's folder, where git would publish it. Name another place.")


def would_be_published(root: Path, file: Path) -> bool:
    """True where git would take the file along with the hub; without git, for all of the hub's folder but `var/`."""
    root, file = root.resolve(), file.resolve()
    top = git(root, "rev-parse", "--show-toplevel")
    if top is None or top.returncode:
        return file.is_relative_to(root) and not file.is_relative_to(root / "var")
    if not file.is_relative_to(Path(os.fsdecode(top.stdout).rstrip("\n")).resolve()):
        return False
    tracked = git(root, "ls-files", "--error-unmatch", "--", str(file))
    ignored = git(root, "check-ignore", "-q", "--", str(file))
    return bool(tracked and not tracked.returncode) or bool(ignored and ignored.returncode)
