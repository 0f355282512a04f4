# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The store's tables, as the numbered steps that lead to them. A step that was released never changes again."""

from __future__ import annotations

import sqlite3

from porchlight.form_service.database import CannotOpen


def _sid_within_poll(table: str) -> tuple[str, ...]:
    columns = "id, poll, version, lang, mode, day, sid, answers"
    return (
        f"""
        CREATE TABLE {table}_2 (
            id INTEGER PRIMARY KEY,
            poll TEXT NOT NULL,
            version INTEGER NOT NULL,
            lang TEXT NOT NULL,
            mode TEXT NOT NULL CHECK (mode IN ('web', 'paper')),
            day TEXT NOT NULL,
            sid TEXT,
            answers TEXT NOT NULL,
            UNIQUE (poll, sid)
        ) STRICT
        """,
        f"INSERT INTO {table}_2 ({columns}) SELECT {columns} FROM {table}",
        f"DROP TABLE {table}",
        f"ALTER TABLE {table}_2 RENAME TO {table}",
    )


def _report_table(table: str) -> str:
    # Without a number of its own, a row doesn't tell which came before it.
    return f"""
        CREATE TABLE {table} (
            record TEXT NOT NULL,
            what TEXT NOT NULL,
            words TEXT NOT NULL,
            lang TEXT NOT NULL,
            day TEXT NOT NULL,
            sid TEXT NOT NULL,
            PRIMARY KEY (sid, record)
        ) STRICT, WITHOUT ROWID
        """


def _sid_for_all(table: str) -> tuple[str, ...]:
    # With a sid each, sheets of paper included, a row can be told from its copy.
    # Without a number of its own, it doesn't tell which came before it.
    columns = "poll, version, lang, mode, day, answers"
    return (
        f"""
        CREATE TABLE {table}_3 (
            poll TEXT NOT NULL,
            version INTEGER NOT NULL,
            wave TEXT NOT NULL DEFAULT 'first',
            lang TEXT NOT NULL,
            mode TEXT NOT NULL CHECK (mode IN ('web', 'paper', 'import')),
            day TEXT NOT NULL,
            sid TEXT NOT NULL,
            answers TEXT NOT NULL,
            PRIMARY KEY (poll, sid)
        ) STRICT, WITHOUT ROWID
        """,
        f"INSERT INTO {table}_3 ({columns}, sid)"
        f" SELECT {columns}, coalesce(sid, lower(hex(randomblob(16)))) FROM {table}",
        f"DROP TABLE {table}",
        f"ALTER TABLE {table}_3 RENAME TO {table}",
    )


STEPS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE response (
            id INTEGER PRIMARY KEY,
            poll TEXT NOT NULL,
            version INTEGER NOT NULL,
            lang TEXT NOT NULL,
            mode TEXT NOT NULL CHECK (mode IN ('web', 'paper')),
            day TEXT NOT NULL,
            sid TEXT UNIQUE,
            answers TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX response_poll ON response (poll)",
        """
        CREATE TABLE quarantine (
            id INTEGER PRIMARY KEY,
            poll TEXT NOT NULL,
            version INTEGER NOT NULL,
            lang TEXT NOT NULL,
            mode TEXT NOT NULL CHECK (mode IN ('web', 'paper')),
            day TEXT NOT NULL,
            sid TEXT UNIQUE,
            answers TEXT NOT NULL
        ) STRICT
        """,
    ),
    (
        # A sid tells sendings of one poll apart; sent to another poll, it is another sending.
        *_sid_within_poll("response"),
        *_sid_within_poll("quarantine"),
        _report_table("report"),
        _report_table("report_quarantine"),
    ),
    (
        *_sid_for_all("response"),
        *_sid_for_all("quarantine"),
        """
        CREATE TABLE keyed (
            poll TEXT NOT NULL,
            version INTEGER NOT NULL,
            wave TEXT NOT NULL,
            batch TEXT NOT NULL,
            sheet INTEGER NOT NULL,
            hand INTEGER NOT NULL CHECK (hand IN (1, 2)),
            day TEXT NOT NULL,
            answers TEXT NOT NULL,
            PRIMARY KEY (poll, version, wave, batch, sheet, hand)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE frozen (
            poll TEXT NOT NULL,
            version INTEGER NOT NULL,
            wording TEXT NOT NULL,
            PRIMARY KEY (poll, version)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE released (
            poll TEXT NOT NULL,
            wave TEXT NOT NULL,
            number INTEGER NOT NULL,
            seal TEXT NOT NULL,
            PRIMARY KEY (poll, wave, number)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE kept_log (
            day TEXT NOT NULL,
            what TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (day, what)
        ) STRICT, WITHOUT ROWID
        """,
        # PostgreSQL holds no such sign, and nobody types it.
        "UPDATE report SET words = replace(words, char(0), char(65533))",
        "UPDATE report_quarantine SET words = replace(words, char(0), char(65533))",
    ),
    tuple(
        f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''"
        for table in ("report", "report_quarantine")
        for column in ("line", "value")
    ),
)


class StoreIsNewer(CannotOpen):
    """The store was written by a later version of Porchlight than this one."""

    def __init__(self) -> None:
        super().__init__("These answers were stored by a newer Porchlight. Install that one to open them.")


def migrate(connection: sqlite3.Connection) -> None:
    """Take every step that the file has not taken yet, within the transaction of the caller."""
    for step in STEPS[steps_taken(connection) :]:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {len(STEPS)}")


def steps_taken(connection: sqlite3.Connection) -> int:
    """How many steps the file has taken. Raises StoreIsNewer where that is more than there are."""
    taken = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if taken > len(STEPS):
        raise StoreIsNewer
    return taken
