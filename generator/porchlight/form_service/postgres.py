# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""PostgreSQL as the stores use it: the same statements, each commit on disk before it is answered. Needs psycopg."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from functools import cache

import psycopg
from psycopg.errors import DiskFull

from porchlight.form_service.database import Connection, Cursor, Statement, Values
from porchlight.form_service.postgres_tables import migrate
from porchlight.form_service.writer import StoreFailed, StoreIsFull

_PATIENCE = 5
"""Seconds after which a server that says nothing counts as gone: posts wait for it meanwhile."""


class PostgresDatabase:
    """One database of a server. `url` is `postgresql://name:password@host/database`."""

    def __init__(self, url: str) -> None:
        self._url = url

    def connect(self) -> PostgresConnection:
        """A new connection. Raises StoreFailed where the server does not answer."""
        try:
            return PostgresConnection(
                psycopg.connect(
                    self._url,
                    autocommit=True,  # transactions are ours to begin and end
                    connect_timeout=_PATIENCE,
                    tcp_user_timeout=_PATIENCE * 1000,
                )
            )
        except psycopg.Error as fault:
            raise StoreFailed(f"PostgreSQL does not let us in: {fault}") from fault


class PostgresConnection(Connection):
    """A connection on which each commit waits for the disk, whatever the server's own setting is."""

    to_write = "BEGIN"
    to_read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"

    def __init__(self, raw: psycopg.Connection) -> None:
        self._raw = raw
        self._raw.execute("SET synchronous_commit = on")
        self._raw.execute(f"SET lock_timeout = '{_PATIENCE}s'")

    def execute(self, statement: str, values: Values | None = None) -> Cursor:
        """Run one statement."""
        return self._raw.execute(_named(statement), values)

    def execute_each(self, statements: Sequence[Statement]) -> list[int]:
        """Run them in order, all on their way before the first is answered; tells how many rows each changed."""
        with self._raw.pipeline():
            cursors = [self._raw.execute(_named(statement), values) for statement, values in statements]
        return [cursor.rowcount for cursor in cursors]

    def migrate(self) -> None:
        """Bring the tables up to date. Raises StoreIsNewer where a later version made them."""
        with self.transaction():
            migrate(self._raw)

    def scrub(self) -> None:
        """Nothing: PostgreSQL clears away what was deleted when it comes to it."""

    def failure(self, fault: BaseException) -> StoreFailed | None:
        """What a fault of PostgreSQL is for us; None where it is none of PostgreSQL's."""
        if not isinstance(fault, psycopg.Error):
            return None
        # Only its name: what the server says may quote the row that it did not take.
        return (StoreIsFull if isinstance(fault, DiskFull) else StoreFailed)(type(fault).__name__)

    def roll_back(self) -> None:
        """Undo what the transaction did; a server that is gone does so by itself."""
        with suppress(psycopg.Error):
            self._raw.execute("ROLLBACK")

    @property
    def is_lost(self) -> bool:
        """True where the server went away."""
        return self._raw.closed

    def close(self) -> None:
        """Let go of the server."""
        self._raw.close()


@cache
def _named(statement: str) -> str:
    """The statement with its values named the way that psycopg wants it."""
    return re.sub(r":(\w+)", r"%(\1)s", statement)
