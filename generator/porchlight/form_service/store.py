# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where responses and reports are kept: what the service asks of a store, and the one that needs nothing but a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from porchlight.form_service.database import Database
from porchlight.form_service.desk import Desk, sweep_aside
from porchlight.form_service.rows import Kept, Row, row
from porchlight.form_service.sqlite import SqliteDatabase
from porchlight.form_service.writer import GroupWriter
from porchlight.polls.response import Response


class Store(Protocol):
    """What the form service needs. Futures are answered only once the row would survive a loss of power."""

    @property
    def is_ready(self) -> bool:
        """True where a response that is handed over now will most likely be stored."""

    def when_answered(self, then: Callable[[], None]) -> None:
        """Have `then` called after each commit, once all of its futures are answered, in the thread that wrote."""

    def keep(self, kept: Kept) -> Future[bool]:
        """Store it; False where one with its sid was there, which then says the same. StoreIsBusy where it can't be."""

    def set_aside(self, kept: Kept) -> Future[bool]:
        """Store it apart from the rest, for an operator to look at within 30 days."""

    def count_responses(self, poll: str) -> int:
        """How many responses there are."""

    def responses(self, poll: str) -> Iterator[Response]:
        """Each response, in no order that means anything."""

    def freeze(self, poll: str, version: int, wording: str) -> str:
        """Keep a questionnaire as it is asked, unless there is one of this version; says which one is kept."""


class SqlStore(Desk):
    """What people sent, in a database. Use it in a `with`, or `open` and `close` it."""

    def __init__(self, database: Database, today: Callable[[], date]) -> None:
        super().__init__(database, today)
        self._swept = date.min
        self._then: Callable[[], None] = _nothing

    def open(self) -> None:
        """Make the tables or bring them up to date, and begin to write."""
        self._connection = self._database.connect()
        try:
            self._connection.migrate()
            with self._connection.transaction():
                sweep_aside(self._connection, self._today())
        except BaseException:
            self._connection.close()
            raise
        self._writer = GroupWriter(self._commit, self._tell)
        self._writer.start()

    def close(self) -> None:
        """Write what is still waiting, and let go of the database."""
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

    def when_answered(self, then: Callable[[], None]) -> None:
        """Have `then` called after each commit, once all of its futures are answered, in the thread that wrote."""
        self._then = then

    def keep(self, kept: Kept) -> Future[bool]:
        """Store it; False where one with its sid was there, which then says the same. StoreIsBusy where it can't be."""
        return self._writer.put(row(kept, aside=False))

    def set_aside(self, kept: Kept) -> Future[bool]:
        """Store it apart from the rest, for an operator to look at within 30 days."""
        return self._writer.put(row(kept, aside=True))

    def _tell(self) -> None:
        self._then()

    def _commit(self, rows: Sequence[Row]) -> Sequence[bool]:
        if self._connection.is_lost:
            self._connection = self._database.connect()
        today = self._today()
        with self._connection.transaction():
            if today != self._swept:
                sweep_aside(self._connection, today)
            were_new = self._put(rows)
        self._swept = today
        return were_new

    def _put(self, rows: Sequence[Row]) -> Sequence[bool]:
        inserts = [(row.shape.insert(row.table), row.values) for row in rows]
        were_new = [count == 1 for count in self._connection.execute_each(inserts)]
        # Who changes an answer and sends again means the last one. The same answers again change nothing.
        again = [row for row, was_new in zip(rows, were_new, strict=True) if not was_new]
        self._connection.execute_each([(row.shape.update(row.table), row.values) for row in again])
        return were_new


def _nothing() -> None:
    """Nobody waits in an event loop."""


class SqliteStore(SqlStore):
    """What people sent, in one SQLite file, made where there is none."""

    def __init__(self, path: Path, today: Callable[[], date] = date.today) -> None:
        super().__init__(SqliteDatabase(path), today)
