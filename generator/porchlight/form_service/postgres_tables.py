# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tables in PostgreSQL, as the numbered steps that lead to them. A step that was released never changes again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from porchlight.form_service.migrations import StoreIsNewer

if TYPE_CHECKING:
    import psycopg

_LOCK = 7_672_448_347
"""Any number that other programs on the same database will not think of: one process at a time takes steps."""


def _text(*columns: str) -> str:
    # Sorted by bytes, like SQLite, so that two stores can be compared side by side.
    return ", ".join(f'{column} TEXT COLLATE "C" NOT NULL' for column in columns)


def _response_table(table: str) -> str:
    return f"""
        CREATE TABLE {table} (
            {_text("poll", "wave", "lang", "mode", "day", "sid", "answers")},
            version BIGINT NOT NULL,
            CHECK (mode IN ('web', 'paper', 'import')),
            PRIMARY KEY (poll, sid)
        )
        """


def _report_table(table: str) -> str:
    return f"""
        CREATE TABLE {table} ({_text("record", "what", "words", "lang", "day", "sid")}, PRIMARY KEY (sid, record))
        """


STEPS: tuple[tuple[str, ...], ...] = (
    (
        _response_table("response"),
        _response_table("quarantine"),
        _report_table("report"),
        _report_table("report_quarantine"),
        f"""
        CREATE TABLE keyed (
            {_text("poll", "wave", "batch", "day", "answers")},
            version BIGINT NOT NULL,
            sheet BIGINT NOT NULL,
            hand BIGINT NOT NULL CHECK (hand IN (1, 2)),
            PRIMARY KEY (poll, version, wave, batch, sheet, hand)
        )
        """,
        f"CREATE TABLE frozen ({_text('poll', 'wording')}, version BIGINT NOT NULL, PRIMARY KEY (poll, version))",
        f"""
        CREATE TABLE released (
            {_text("poll", "wave", "seal")},
            number BIGINT NOT NULL,
            PRIMARY KEY (poll, wave, number)
        )
        """,
        f"CREATE TABLE kept_log ({_text('day', 'what')}, count BIGINT NOT NULL, PRIMARY KEY (day, what))",
    ),
    tuple(
        f"""ALTER TABLE {table} ADD COLUMN {column} TEXT COLLATE "C" NOT NULL DEFAULT ''"""
        for table in ("report", "report_quarantine")
        for column in ("line", "value")
    ),
)


def migrate(connection: psycopg.Connection) -> None:
    """Take every step that the database has not taken yet, within the transaction of the caller."""
    connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
    connection.execute("CREATE TABLE IF NOT EXISTS porchlight_steps (taken BIGINT NOT NULL)")
    found = connection.execute("SELECT taken FROM porchlight_steps").fetchone()
    taken = int(found[0]) if found else 0
    if taken > len(STEPS):
        raise StoreIsNewer
    for step in STEPS[taken:]:
        for statement in step:
            connection.execute(statement)
    connection.execute("DELETE FROM porchlight_steps")
    connection.execute("INSERT INTO porchlight_steps VALUES (%s)", (len(STEPS),))
