# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Builds as processes of their own, to which something happens at one of the moments that Python tells of.

Python tells of each file that is opened, made, renamed or taken away, before it happens (“audit events”), and of much
else: so a moment is a number, the same on a slow machine and on a fast one.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from porchlight.cli import main
from porchlight.site.writing import STAGE, publish_files

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["porchlight.cli", "porchlight.build", "tests.site.killing"])

KILLED = -signal.SIGKILL


def in_process(task: Callable[..., None], *words: object) -> int:
    """Run the task in a process of its own, and give how it ended: 0, an exit status, or KILLED."""
    process = _FORKS.Process(target=task, args=words)
    process.start()
    process.join()
    assert process.exitcode is not None
    return process.exitcode


def count_moments(hub: Path, output: Path, into: Path) -> None:
    """Build, and note at which moment it begins to write, and at which all is written."""
    seen, noted = 0, list[int]()

    def count(event: str, words: tuple[object, ...]) -> None:
        nonlocal seen
        seen += 1
        if event in ("os.mkdir", "shutil.rmtree") and str(words[0]).endswith(STAGE):
            noted.append(seen)

    sys.addaudithook(count)
    assert main(["build", "--root", str(hub), "--output", str(output)]) == 0
    into.write_text(" ".join(map(str, noted)))


def build_until(moment: int, hub: Path, output: Path) -> None:
    """`porchlight build`, killed at that moment as by `kill -9`."""
    _die_at(moment, "")
    sys.exit(main(["build", "--root", str(hub), "--output", str(output)]))


def publish_until(moment: int, output: Path, files: Mapping[str, bytes]) -> None:
    """Write the files, killed as the output folder or its list is touched for that time."""
    _die_at(moment, str(output.parent))
    publish_files(output, files)


def build_while(file: Path, change: bytes, moment: int, hub: Path, output: Path) -> None:
    """`porchlight build`; as it opens the file for that time, someone has saved the change. Exit 9: never so often."""
    opened = 0

    def save(event: str, words: tuple[object, ...]) -> None:
        nonlocal opened
        if event == "open" and str(words[0]) == str(file) and words[1] != "wb":
            opened += 1
            if opened == moment:
                file.write_bytes(change)

    sys.addaudithook(save)
    status = main(["build", "--root", str(hub), "--output", str(output)])
    sys.exit(status if opened >= moment else 9)


def _die_at(moment: int, below: str) -> None:
    """Count what this process does; those that it starts for a part of its work go on (site/side_by_side.py)."""
    seen, this = 0, os.getpid()

    def count(_event: str, words: tuple[object, ...]) -> None:
        nonlocal seen
        if os.getpid() != this:
            return
        seen += not below or any(isinstance(word, str | Path) and str(word).startswith(below) for word in words)
        if seen == moment:
            signal.raise_signal(signal.SIGKILL)

    sys.addaudithook(count)
