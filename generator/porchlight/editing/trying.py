# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Changes tried beside the hub, so that what the check refuses stands in none of its files, not for a moment."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

READ = ("data", "content")
"""What the check reads of a hub, and editing changes."""


@contextmanager
def beside(root: Path) -> Iterator[Path]:
    """A folder with the hub's files as they are now; it goes when all is done.

    Files are shared with the hub where the disk can do that, so one in it is replaced (put_file), never written into.
    """
    with TemporaryDirectory(prefix="porchlight-") as folder:
        for part in READ:
            for below, _, names in os.walk(root / part):
                there = Path(folder) / Path(below).relative_to(root)
                there.mkdir(parents=True)
                for path in (Path(below, name) for name in names):
                    if path.is_file() and not path.is_symlink():
                        _share(path, there / path.name)
        yield Path(folder)


def _share(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # another disk, or one that knows no such thing
        shutil.copy2(source, target)
