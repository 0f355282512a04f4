# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The store's tables, as the numbered steps that lead to them. A step that was released never changes again."""

from __future__ import annotations

import sqlite3


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
)


class StoreIsNewer(Exception):
    """The file was written by a later version of Porchlight than this one."""


def migrate(connection: sqlite3.Connection) -> None:
    """Take every step that the file has not taken yet, each wholly or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in STEPS[steps_taken(connection) :]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def steps_taken(connection: sqlite3.Connection) -> int:
    """How many steps the file has taken. Raises StoreIsNewer where that is more than there are."""
    taken = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if taken > len(STEPS):
        raise StoreIsNewer("These answers were stored by a newer Porchlight. Install that one to open them.")
    return taken
