# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which store is meant: a path is a file of SQLite, an address that begins with `postgresql://` is PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from porchlight.form_service.database import CannotOpen, Database
from porchlight.form_service.sqlite import SqliteDatabase
from porchlight.form_service.store import SqlStore


class DriverMissing(CannotOpen):
    """PostgreSQL is asked for, and the package that speaks to it is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "To keep answers in PostgreSQL, Porchlight needs one more package. Write:"
            " pip install 'porchlight-hub[postgres]'"
        )


def open_store(where: str, today: Callable[[], date] = date.today) -> SqlStore:
    """The store at a path or an address, to use in a `with`. Raises DriverMissing."""
    return SqlStore(database_at(where), today)


def database_at(where: str) -> Database:
    """The database at a path or an address; nobody has spoken to it yet. Raises DriverMissing."""
    if not is_postgres(where):
        return SqliteDatabase(Path(where))
    try:
        from porchlight.form_service.postgres import PostgresDatabase
    except ImportError as missing:
        raise DriverMissing from missing
    return PostgresDatabase(where)


def is_postgres(where: str) -> bool:
    """True where it is the address of a database, not the path of a file."""
    return where.startswith(("postgresql://", "postgres://"))
