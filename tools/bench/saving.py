# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a person waits for who saves a file while `porchlight serve` runs: from the save to the page."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tools.bench.measuring import LIMIT, Cost, Stopped, TooLong
from tools.bench.records import AGAIN

SETTLED = 1
"""Seconds after which a server that has told its address watches the files."""


def saved(hub: Path, output: Path, number: int, log: Path) -> Cost:
    """The clock from a record's save to its page in the output; the work is not told. Raises Stopped."""
    record = sorted((hub / "data" / "housing").glob("*.yaml"))[number]
    page = output / "housing" / record.stem / "index.html"
    command = (sys.executable, "-u", "-m", "porchlight", "serve", "--root", hub, "--output", output)
    with log.open("wb") as told, subprocess.Popen(command, stdout=told, stderr=subprocess.STDOUT) as server:
        try:
            _wait(lambda: b"\nOpen http" in log.read_bytes(), server)
            time.sleep(SETTLED)
            before = _stamp(page)
            change(record)
            began = time.monotonic()
            _wait(lambda: _stamp(page) != before, server)
            return Cost(time.monotonic() - began, 0, 0)
        finally:
            server.kill()


def change(record: Path) -> None:
    """A longer summary in the record's file, put there as an editor does: the whole file at once."""
    text = record.read_text(encoding="utf-8").replace("\nsummary: ", f"\nsummary: {AGAIN}", 1)
    fresh = record.with_name(f".{record.name}")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(record)


def _wait(is_so: Callable[[], bool], server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + LIMIT
    while not is_so():
        if server.poll() is not None:
            raise Stopped(f"ended with {server.returncode}")
        if time.monotonic() > until:
            raise TooLong(f"was stopped: it took longer than {LIMIT} seconds")
        time.sleep(0.01)


def _stamp(page: Path) -> tuple[int, int]:
    seen = page.stat()
    return seen.st_mtime_ns, seen.st_ino
