# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The store's tables, as the numbered steps that lead to them. A step that was released never changes again."""

from __future__ import annotations

import sqlite3

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
)


class StoreIsNewer(Exception):
    """The file was written by a later version of Porchlight than this one."""


def migrate(connection: sqlite3.Connection) -> None:
    """Take every step that the file has not taken yet, each wholly or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in STEPS[_steps_taken(connection) :]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _steps_taken(connection: sqlite3.Connection) -> int:
    taken = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if taken > len(STEPS):
        raise StoreIsNewer("These answers were stored by a newer Porchlight. Install that one to open them.")
    return taken
