# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A real PostgreSQL for one test run: Debian's, in a temporary folder, on a free port of the loopback."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg

_NOBODY = 65534 if os.geteuid() == 0 else None
"""PostgreSQL refuses to run as root; None where nobody is root."""


def programs() -> Path | None:
    """Where PostgreSQL's programs are, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("postgres")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@dataclass
class Server:
    """The server; it can be killed and started again, and hands out empty databases."""

    programs: Path
    folder: Path
    port: int
    numbers: Iterator[int] = field(default_factory=count)
    process: subprocess.Popen[bytes] | None = None

    def make(self) -> None:
        """Write the server's files."""
        options = ["--auth=trust", "--username=porchlight", "--encoding=UTF8", "--locale=C.UTF-8"]
        command: list[str | Path] = [self.programs / "initdb", f"--pgdata={self.folder / 'data'}", *options]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, user=_NOBODY)

    def start(self) -> None:
        """Run the server, and return once it answers."""
        options: list[str | Path] = ["-D", self.folder / "data", "-p", str(self.port), "-h", "127.0.0.1", "-k", ""]
        command = [self.programs / "postgres", *options, "-c", "logging_collector=off"]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, user=_NOBODY)
        ready: list[str | Path] = [self.programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        while subprocess.run(ready, check=False).returncode:
            assert self.process.poll() is None, (self.folder / "log").read_text(encoding="utf-8")

    def stop(self) -> None:
        """End the server at once, as a crash would, except that it is told."""
        assert self.process
        self.process.send_signal(3)  # SIGQUIT: its children end too
        self.process.wait()

    def new_database(self) -> str:
        """The address of an empty database."""
        name = f"hub_{next(self.numbers)}"
        with closing(psycopg.connect(self._url("postgres"), autocommit=True)) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self._url(name)

    def _url(self, database: str) -> str:
        return f"postgresql://porchlight@127.0.0.1:{self.port}/{database}"


@contextmanager
def own_server(programs: Path) -> Iterator[Server]:
    """A server that nobody else uses, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="porchlight-postgres-") as folder:
        if _NOBODY is not None:
            os.chown(folder, _NOBODY, -1)
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            port = free.getsockname()[1]
        server = Server(programs, Path(folder), port)
        server.make()
        server.start()
        try:
            yield server
        finally:
            server.stop()
