# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One build at a time works on an output folder."""

from __future__ import annotations

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from porchlight.putting import in_words

log = logging.getLogger("porchlight")


@contextmanager
def alone_in(output: Path) -> Iterator[None]:
    """Hold the output folder for one build, from its first look at the hub on: who comes later reads later.

    Another build waits until this one has ended, however it ends: the system keeps the hold, on the folder itself, and
    no file is left behind that could tell of a build that was killed. A folder in which nothing was written goes again.
    Raises NotWritten where there can be no such folder.
    """
    with in_words(output):
        made = not output.exists()
        handle = _held(output)
    try:
        yield
    finally:
        if made:
            with suppress(OSError):
                output.rmdir()
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_UN)  # closing is not enough while a process begun meanwhile has it too
        os.close(handle)


def _held(output: Path) -> int:
    while True:
        output.mkdir(parents=True, exist_ok=True)
        handle = os.open(output, os.O_RDONLY | os.O_DIRECTORY)
        _wait(handle, output)
        if output.exists() and os.path.samestat(os.fstat(handle), output.stat()):
            return handle
        os.close(handle)  # while we waited, the folder was taken away, and perhaps another one put there


def _wait(handle: int, output: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        log.info("Another build is at work in %s. This one begins when that one has ended.", output)
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        log.debug("Some disks on a network know no such hold. A build goes on without.")
