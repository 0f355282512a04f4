# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which files of a hub leave this machine with it: what git takes along, and where there is no git, nearly all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from porchlight.reading.git import git

AT_MOST = 100_000
"""Files of a hub that are looked at; one with more is no hub."""

_TAKEN = ("ls-files", "-z", "--cached", "--others", "--exclude-standard")
_LINK = b"120000 "


def published(root: Path) -> Iterator[str]:
    """The paths below the hub of the files that git tracks or would take with the next commit, sorted.

    Without git, of all its files but those in `var/` and in hidden folders. A path may be a link, or gone by now.
    """
    return islice(_names(root), AT_MOST)


def tracked(root: Path) -> Iterator[tuple[str, bool]]:
    """The paths below the hub of the files that git tracks, each with True where it is a link; none without git."""
    listed = git(root, "ls-files", "-z", "--stage")
    for line in listed.stdout.split(b"\0")[:-1] if listed and not listed.returncode else ():
        about, _, name = line.partition(b"\t")
        yield os.fsdecode(name), about.startswith(_LINK)


def _names(root: Path) -> Iterator[str]:
    listed = git(root, *_TAKEN)
    if listed is None or listed.returncode:
        yield from _below(root)
    else:
        yield from sorted({os.fsdecode(name) for name in listed.stdout.split(b"\0") if name})


def _below(root: Path) -> Iterator[str]:
    for path, folders, names in os.walk(root):
        here = Path(path).relative_to(root)
        folders[:] = sorted(each for each in folders if each[0] != "." and here / each != Path("var"))
        yield from ((here / name).as_posix() for name in sorted(names))
