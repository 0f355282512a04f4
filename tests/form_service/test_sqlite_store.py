# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from porchlight.form_service.migrations import STEPS, StoreIsNewer
from porchlight.form_service.store import SqliteStore
from tests.form_service.support import HandClock
from tests.form_service.test_form_store import response


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "var" / "responses.sqlite"


def test_answers_from_before_a_mark_was_counted_per_poll_are_all_there_afterwards(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        for statement in STEPS[0]:
            file.execute(statement)
        file.execute("PRAGMA user_version = 1")
        file.executemany(
            "INSERT INTO response (poll, version, lang, mode, day, sid, answers) VALUES (?, 1, 'en', ?, ?, ?, ?)",
            [
                ("needs", "web", "2026-11-02", "a", '{"training_crisis":"4"}'),
                ("needs", "paper", "2026-11-03", None, '{"training_crisis":"1"}'),
            ],
        )
        file.execute("INSERT INTO quarantine SELECT * FROM response WHERE sid = 'a'")
    paper = replace(response(None, day="2026-11-03", answer="1"), mode="paper")
    with SqliteStore(path, today=HandClock().today) as store:
        given = sorted(store.responses("needs"), key=lambda found: found.day)
        assert [replace(given[0], sid="a"), replace(given[1], sid=None)] == [response("a"), paper]
        assert [found.sid for found in store.quarantined("needs")] == ["a"]
        assert store.keep(response("a")).result() is False
        assert store.keep(replace(response("a"), poll="other")).result() is True


def test_each_commit_is_synced_and_goes_through_the_log(path: Path) -> None:
    with SqliteStore(path) as store:
        assert store._connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert store._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_an_older_file_is_brought_up_to_date_and_a_newer_one_left_alone(path: Path) -> None:
    with SqliteStore(path):
        pass
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
        file.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    with pytest.raises(StoreIsNewer, match="newer Porchlight"):
        SqliteStore(path).open()


def test_tables_are_strict(path: Path) -> None:
    with SqliteStore(path), closing(sqlite3.connect(path)) as file:
        tables = file.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    assert {(name, strict) for name, strict in tables if not name.startswith("sqlite_")} == {
        ("response", 1),
        ("quarantine", 1),
        ("report", 1),
        ("report_quarantine", 1),
        ("keyed", 1),
        ("frozen", 1),
        ("kept_log", 1),
        ("released", 1),
    }
