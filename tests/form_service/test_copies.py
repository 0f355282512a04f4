# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from porchlight.form_service.copies import CopyRefused, backup, copy, restore
from porchlight.form_service.migrations import StoreIsNewer
from porchlight.form_service.opening import database_at, is_postgres, open_store
from porchlight.form_service.rows import TABLES
from porchlight.model.report import Report
from tests.form_service.support import HandClock
from tests.form_service.test_desk import sheet
from tests.form_service.test_form_store import response

if TYPE_CHECKING:
    from tests.form_service.postgres import Server

FULL = {
    "response": 600,
    "quarantine": 1,
    "report": 1,
    "report_quarantine": 1,
    "keyed": 1,
    "frozen": 1,
    "released": 1,
    "kept_log": 1,
}
SIDS = ("Z", "a", "é", "ñ", "_", "-", *map(str, range(594)))
"""Sorted in another way by every language, and by bytes in one way only."""


def fill(where: str) -> None:
    """Put something into every table."""
    with open_store(where, today=HandClock().today) as store:
        store.keep(response(day="2026-10-01")).result()
        store.purge("needs", date(2026, 10, 2))
        for kept in [store.keep(replace(response(sid), wave="2026-fall")) for sid in SIDS]:
            kept.result()
        store.set_aside(response("robot")).result()
        store.keep(Report("housing/maple", "closed", "“No” 🏠", "es", "2026-11-02", "s" * 16)).result()
        store.set_aside(Report("housing/oak", "", "buy", "en", "2026-11-02", "t" * 16)).result()
        store.key_in(sheet(1, 1))
        store.freeze("needs", 1, "abc")
        store.log_release("needs", "2026-fall", 1, "def")


def rows(where: str) -> dict[str, list[object]]:
    with closing(database_at(where).connect()) as connection:
        return {table: list(connection.execute(shape.select(table))) for table, shape in TABLES.items()}


@pytest.fixture(params=["sqlite", "postgres"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a second store can be opened."""
    if request.param == "sqlite":
        return str(tmp_path / "elsewhere" / "responses.sqlite3")
    server: Server = request.getfixturevalue("postgres")
    return server.new_database()


def test_a_copy_holds_the_same_and_a_second_one_doubles_nothing(where: str, elsewhere: str) -> None:
    fill(where)
    assert [copy(where, elsewhere) for _ in range(2)] == [FULL, FULL]
    assert rows(elsewhere) == rows(where)
    assert copy(elsewhere, where) == FULL


def test_a_backup_fills_an_empty_store_again_and_is_not_changed_by_it(
    where: str, elsewhere: str, tmp_path: Path
) -> None:
    kept = tmp_path / "copies" / "kept.sqlite3"
    fill(where)
    assert backup(where, kept) == FULL
    before = kept.read_bytes()
    assert restore(kept, elsewhere) == FULL
    assert rows(elsewhere) == rows(where)
    assert kept.read_bytes() == before
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_nothing_is_written_over(where: str, tmp_path: Path) -> None:
    fill(where)
    kept = tmp_path / "kept.sqlite3"
    backup(where, kept)
    with pytest.raises(CopyRefused, match="there already"):
        backup(where, kept)
    before = rows(where)
    with pytest.raises(CopyRefused, match="answers in this store already"):
        restore(kept, where)
    assert rows(where) == before


@pytest.mark.parametrize("change", ["UPDATE response SET answers = '{}' WHERE sid = 'a'", "DELETE FROM frozen"])
def test_a_copy_never_changes_what_stands_in_the_other_store(where: str, elsewhere: str, change: str) -> None:
    fill(where)
    copy(where, elsewhere)
    with open_store(elsewhere, today=HandClock().today) as store, closing(database_at(where).connect()) as connection:
        store.freeze("needs", 2, "def")
        connection.execute(change)
    before = rows(elsewhere)
    with pytest.raises(CopyRefused, match="Choose an empty one"):
        copy(where, elsewhere)
    assert rows(elsewhere) == before


def test_a_store_of_a_newer_program_is_neither_read_nor_filled(where: str, elsewhere: str, tmp_path: Path) -> None:
    fill(where)
    with closing(database_at(where).connect()) as connection:
        newer = "UPDATE porchlight_steps SET taken = 99" if is_postgres(where) else "PRAGMA user_version = 99"
        connection.execute(newer)
    with pytest.raises(StoreIsNewer):
        copy(where, elsewhere)
    with pytest.raises(StoreIsNewer):
        backup(where, tmp_path / "kept.sqlite3")
    with pytest.raises(StoreIsNewer):
        open_store(where).open()
    fill(elsewhere)
    with pytest.raises(StoreIsNewer):
        copy(elsewhere, where)


def test_a_backup_made_while_answers_come_in_is_whole(where: str, tmp_path: Path) -> None:
    enough, over = Event(), Event()
    with open_store(where) as store:

        def send() -> None:
            for number in range(100_000):
                store.keep(response(f"sid-{number:06}")).result()
                if number == 50:
                    enough.set()
                if over.is_set():
                    return

        sender = Thread(target=send)
        sender.start()
        enough.wait()
        counts = backup(where, tmp_path / "kept.sqlite3")
        over.set()
        sender.join()
    with closing(sqlite3.connect(tmp_path / "kept.sqlite3")) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        sids = [sid for (sid,) in file.execute("SELECT sid FROM response ORDER BY sid")]
    assert sids == [f"sid-{number:06}" for number in range(counts["response"])]
    assert len(sids) > 50


def test_what_is_not_there_can_not_be_copied_and_is_not_made(tmp_path: Path) -> None:
    missing = tmp_path / "missing.sqlite3"
    with pytest.raises(CopyRefused, match="no answers at"):
        copy(str(missing), str(tmp_path / "b"))
    with pytest.raises(CopyRefused, match="no answers at"):
        backup(str(missing), tmp_path / "b")
    with pytest.raises(CopyRefused, match="no answers at"):
        restore(missing, str(tmp_path / "b"))
    assert list(tmp_path.iterdir()) == []
