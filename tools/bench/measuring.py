# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a command costs, what it ran on, and how a page of the handbook gets the new figures."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from porchlight.site.kept import kept_beside

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "benchmarks.md"
MADE_UP = ROOT / "tools" / "made_up_records.py"

LIMIT = 600
"""Seconds after which a command is stopped."""

Command = Sequence[str | Path]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds on the clock, seconds of work on all cores, the most that one process held."""

    wall: float
    cpu: float
    megabytes: float

    def __add__(self, then: Cost) -> Cost:
        return Cost(self.wall + then.wall, self.cpu + then.cpu, max(self.megabytes, then.megabytes))


class Stopped(Exception):
    """A command took too long or failed; the message says which."""


class TooLong(Stopped):
    """A command was stopped because its time was up."""


def measured(command: Command, log: Path, folder: Path | None = None, limit: float | None = None) -> Cost:
    """Run the command in the folder to its end, children included; what it says goes to `log`.

    Raises TooLong after so many seconds (`LIMIT` where none is given), Stopped where it fails.
    """
    limit = limit or LIMIT
    began = time.monotonic()
    with log.open("wb") as told:
        process = subprocess.Popen(command, stdout=told, stderr=subprocess.STDOUT, start_new_session=True, cwd=folder)
        alarm = threading.Timer(limit, os.killpg, (process.pid, signal.SIGKILL))
        alarm.start()
        _, status, used = os.wait4(process.pid, 0)
        alarm.cancel()
    wall = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if wall >= limit:
        raise TooLong(f"was stopped: it took longer than {limit} seconds")
    if process.returncode:
        lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
        raise Stopped("\n    ".join([f"ended with {process.returncode}:", *lines[-8:]]))
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024))


def empty(output: Path) -> None:
    """Take away what a build wrote, and what it kept beside that for the next one."""
    for folder in (output, kept_beside(output)):
        shutil.rmtree(folder, ignore_errors=True)


def least(costs: Iterable[Cost]) -> Cost:
    """The least of each figure: what the work takes where nothing else is in its way."""
    walls, cpus, sizes = zip(*((cost.wall, cost.cpu, cost.megabytes) for cost in costs), strict=True)
    return Cost(min(walls), min(cpus), min(sizes))


def machine() -> str:
    """What it ran on, and how busy that was."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    return f"{os.cpu_count()} cores, {memory:.0f} GB of memory, {os.getloadavg()[0]:.1f} programs at work at once"


def put_between(page: str, name: str, made: str) -> str:
    """The page with `made` between the comments `<!-- NAME -->` and `<!-- end of NAME -->`; it must hold both."""
    start, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, found, rest = page.partition(start)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"The page has no “{start}” with “{end}” below it.")
    return f"{before}{start}\n\n{made.strip()}\n\n{end}{after}"
