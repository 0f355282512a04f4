# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""SQLite as the stores use it: one file, a log that is synced at each commit, what is deleted is overwritten."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from porchlight.form_service.database import CannotOpen, Connection, Cursor, Statement, Values
from porchlight.form_service.migrations import migrate
from porchlight.form_service.writer import StoreFailed, StoreIsFull

_PATIENCE = 5
"""Seconds to wait for another process that writes into the same file."""


class StoreIsLink(CannotOpen):
    """Answers are kept and read in true folders only: a link may lead to where they are published."""

    def __init__(self, link: Path) -> None:
        super().__init__(
            f"{link} is a link to something else. Answers are kept in no such place, since it may be a public one.\n"
            "Take the link away, or name the place that it leads to, if nobody else can read there."
        )


def refuse_link(path: Path) -> None:
    """Raise StoreIsLink where the file or its folder is a link. Folders above it may be: some machines make them so."""
    for each in (path, path.parent):
        if each.is_symlink():
            raise StoreIsLink(each)


class SqliteDatabase:
    """One file, made where there is none, for its owner's eyes only."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def connect(self) -> SqliteConnection:
        """A new connection. Raises StoreIsLink, and StoreFailed where the file can't be opened."""
        refuse_link(self._path)
        try:
            if not self._path.exists():
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._path.touch(mode=0o600)
            return SqliteConnection(self._path)
        except (OSError, sqlite3.Error) as fault:
            raise StoreFailed(f"{self._path} can't be opened: {fault}") from fault


class SqliteConnection(Connection):
    """Transactions are ours to begin and end."""

    to_write = "BEGIN IMMEDIATE"
    to_read = "BEGIN"
    is_lost = False  # a file does not go away

    def __init__(self, path: Path) -> None:
        # Opened by one thread and used by another, never by two at once.
        self._raw = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        self._raw.execute("PRAGMA journal_mode = WAL")
        self._raw.execute("PRAGMA synchronous = FULL")  # the default of a build is not to be trusted
        self._raw.execute("PRAGMA secure_delete = ON")

    def execute(self, statement: str, values: Values | None = None) -> Cursor:
        """Run one statement."""
        return self._raw.execute(statement, values or {})

    def execute_each(self, statements: Sequence[Statement]) -> list[int]:
        """Run them in order; tells of each how many rows it changed."""
        return [self._raw.execute(statement, values).rowcount for statement, values in statements]

    def migrate(self) -> None:
        """Bring the tables up to date. Raises StoreIsNewer where a later version made them."""
        with self.transaction():
            migrate(self._raw)

    def scrub(self) -> None:
        """Empty the log, in which pages stand as they were before."""
        self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def failure(self, fault: BaseException) -> StoreFailed | None:
        """What a fault of SQLite is for us; None where it is none of SQLite's."""
        if not isinstance(fault, sqlite3.Error):
            return None
        name = getattr(fault, "sqlite_errorname", type(fault).__name__)  # the module's own faults have none
        return (StoreIsFull if name == "SQLITE_FULL" else StoreFailed)(name)

    def roll_back(self) -> None:
        """Undo what the transaction did; a full disk makes SQLite do so by itself."""
        if self._raw.in_transaction:
            self._raw.execute("ROLLBACK")

    def close(self) -> None:
        """Let go of the file."""
        self._raw.close()
