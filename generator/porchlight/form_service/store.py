# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where responses and reports are kept: what the service asks of a store, and the one that needs nothing but a file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from porchlight.form_service.migrations import migrate
from porchlight.form_service.rows import Kept, Row, row
from porchlight.form_service.writer import GroupWriter
from porchlight.polls.response import Response

_QUARANTINE_DAYS = 30


class Store(Protocol):
    """What the form service needs. Futures are answered only once the row would survive a loss of power."""

    @property
    def is_ready(self) -> bool:
        """True where a response that is handed over now will most likely be stored."""

    def keep(self, kept: Kept) -> Future[bool]:
        """Store it; False where one with its sid was there, which then says the same. StoreIsBusy where it can't be."""

    def set_aside(self, kept: Kept) -> Future[bool]:
        """Store it apart from the rest, for an operator to look at within 30 days."""

    def count_responses(self, poll: str) -> int:
        """How many responses there are."""

    def responses(self, poll: str) -> Iterator[Response]:
        """Each response, in no order that means anything."""


class SqliteStore:
    """What people sent, in one SQLite file, made where there is none. Use it in a `with`, or `open` and `close` it."""

    def __init__(self, path: Path, today: Callable[[], date] = date.today) -> None:
        self._path = path
        self._today = today
        self._swept = date.min

    def open(self) -> None:
        """Make the file or bring it up to date, and begin to write."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = _connect(self._path)
        migrate(self._connection)
        self._sweep()
        self._writer = GroupWriter(self._commit)
        self._writer.start()

    def close(self) -> None:
        """Write what is still waiting, and let go of the file."""
        self._writer.stop()
        self._connection.close()

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def is_ready(self) -> bool:
        """True where a response that is handed over now will most likely be stored."""
        return self._writer.is_ready

    def keep(self, kept: Kept) -> Future[bool]:
        """Store it; False where one with its sid was there, which then says the same. StoreIsBusy where it can't be."""
        return self._writer.put(row(kept, aside=False))

    def set_aside(self, kept: Kept) -> Future[bool]:
        """Store it apart from the rest, for an operator to look at within 30 days."""
        return self._writer.put(row(kept, aside=True))

    def count_responses(self, poll: str) -> int:
        """How many responses there are."""
        with closing(_connect(self._path)) as connection:
            return int(connection.execute("SELECT count(*) FROM response WHERE poll = ?", (poll,)).fetchone()[0])

    def responses(self, poll: str) -> Iterator[Response]:
        """Each response, in the order of its random sid, so that who came after whom can't be seen."""
        with closing(_connect(self._path)) as connection:
            yield from map(_response, connection.execute(_SELECT, (poll,)))

    def _commit(self, rows: Sequence[Row]) -> Sequence[bool]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._sweep()
            were_new = [self._put(row) for row in rows]
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # a full disk makes SQLite roll back by itself
                self._connection.execute("ROLLBACK")
            raise
        return were_new

    def _put(self, row: Row) -> bool:
        if self._connection.execute(row.shape.insert(row.table), row.values).rowcount == 1:
            return True
        # Who changes an answer and sends again means the last one. The same answers again change nothing.
        self._connection.execute(row.shape.update(row.table), row.values)
        return False

    def _sweep(self) -> None:
        """Once a day, delete what has been set aside for too long."""
        today = self._today()
        if today != self._swept:
            oldest = today - timedelta(days=_QUARANTINE_DAYS)
            for table in ("quarantine", "report_quarantine"):
                self._connection.execute(f"DELETE FROM {table} WHERE day < ?", (oldest.isoformat(),))
            self._swept = today


_SELECT = "SELECT poll, version, lang, mode, day, answers, sid FROM response WHERE poll = ? ORDER BY sid"


def _connect(path: Path) -> sqlite3.Connection:
    # Opened by one thread and used by another, never by two at once. Transactions are ours to begin and end.
    connection = sqlite3.connect(path, timeout=5, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # the default of a build is not to be trusted
    return connection


def _response(row: tuple[str, int, str, str, str, str, str | None]) -> Response:
    poll, version, language, mode, day, answers, sid = row
    return Response(poll, version, language, "paper" if mode == "paper" else "web", day, json.loads(answers), sid)
