# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Work that falls into equal parts, one for each language, done on as many cores."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")
"""What a part makes: plain data, since it is handed from process to process."""


def side_by_side(parts: Sequence[Callable[[], Made]]) -> list[Made]:
    """What each part makes, in order, each in a process of its own where that is safe.

    So this process stays without what the parts leave running, as Typst does its threads. A process that fails tells
    nothing: its part is done once more here, where a fault comes up as it always does.
    """
    if len(parts) < 2 or not _may_fork():
        return [part() for part in parts]
    started = [_start(part) for part in parts]
    try:
        return [_made(process, end, part) for (process, end), part in zip(started, parts, strict=True)]
    finally:
        for process, end in started:
            process.kill()
            process.join()
            end.close()


def _may_fork() -> bool:
    """Linux alone copies a process soundly, and only one without further threads: the copy would wait for them."""
    return sys.platform == "linux" and len([*Path("/proc/self/task").iterdir()]) == 1


def _start(part: Callable[[], Made]) -> tuple[ForkProcess, Connection]:
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_send, args=(part, theirs))
    process.start()
    theirs.close()
    return process, ours


def _send(part: Callable[[], object], end: Connection) -> None:
    threading.Thread(target=_end_with_who_asked, daemon=True).start()
    with suppress(Exception, KeyboardInterrupt), end:
        end.send(part())


def _end_with_who_asked() -> None:
    """A build that is killed leaves none of its processes at work, which would keep the next build waiting."""
    if who := multiprocessing.parent_process():
        wait([who.sentinel])
        os._exit(1)


def _made(process: ForkProcess, end: Connection, part: Callable[[], Made]) -> Made:
    try:
        made: Made = end.recv()
    except (EOFError, OSError):  # it ended before it sent, or while it did
        return part()
    process.join()
    return made
