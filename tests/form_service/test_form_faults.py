# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What goes wrong below the service: a disk that is full or read-only, a server that goes away, a clock that jumps."""

from __future__ import annotations

import subprocess
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from porchlight.form_service.opening import database_at, is_postgres, open_store
from porchlight.form_service.writer import StoreFailed
from tests.conftest import SMALL
from tests.form_service.support import SID, HandClock, Page, Service, serving_forms

if TYPE_CHECKING:
    from tests.form_service.postgres import Server


def assert_handed_back(service: Service, status: int, words: str) -> None:
    """A post is refused with that status, and its page carries the answers and a mark for the next try."""
    reply = service.send(training_crisis="4", training_toolkits="na", _lang="es")
    assert (reply.status_code, bool(reply.headers["retry-after"])) == (status, True)
    page = Page(reply.text)
    assert words in page.text
    assert (page.hidden["training_crisis"], page.hidden["training_toolkits"]) == ("4", "na")
    assert len(page.hidden["_sid"]) >= 16
    assert service.client.get("/f/health").status_code == 503


def test_a_full_disk_is_said_and_there_is_room_again_once_something_is_deleted(small_disk: Path) -> None:
    ballast = small_disk / "something-else"
    ballast.write_bytes(bytes(SMALL // 3))
    stored = 0
    with open_store(str(small_disk / "responses.sqlite3")) as store, serving_forms(store) as service:
        while (reply := service.send(training_crisis="4", _sid=f"{SID}-{stored}")).status_code == 303:
            stored += 1
        assert reply.status_code == 507
        assert_handed_back(service, 507, "Ahora no tenemos espacio")
        assert service.count() == stored
        ballast.unlink()
        assert service.send(training_crisis="4", _sid=f"{SID}-{stored}").status_code == 303
        assert service.client.get("/f/health").status_code == 200
        assert service.count() == stored + 1


def test_a_disk_that_became_read_only_stops_the_service_from_starting_and_says_so(small_disk: Path) -> None:
    where = str(small_disk / "responses.sqlite3")
    with open_store(where):
        pass
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(StoreFailed):
        open_store(where).open()


def test_a_full_disk_of_the_server_is_said_too(postgres: Server) -> None:
    where = postgres.new_database()
    with open_store(where) as store, serving_forms(store) as service:
        with closing(database_at(where).connect()) as connection:
            connection.execute(
                "CREATE FUNCTION full_up() RETURNS trigger LANGUAGE plpgsql AS"
                " $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'disk_full'; END $$"
            )
            connection.execute("CREATE TRIGGER f BEFORE INSERT ON response EXECUTE FUNCTION full_up()")
            assert_handed_back(service, 507, "Ahora no tenemos espacio")
            connection.execute("DROP TRIGGER f ON response")
        assert service.send(training_crisis="4").status_code == 303


def test_a_store_that_may_only_be_read_hands_the_answers_back(where: str) -> None:
    with open_store(where) as store, serving_forms(store) as service:
        only, also = (
            ("SET default_transaction_read_only = on", "SET default_transaction_read_only = off")
            if is_postgres(where)
            else ("PRAGMA query_only = on", "PRAGMA query_only = off")
        )
        store._connection.execute(only)
        assert_handed_back(service, 503, "Siguen aquí.")
        store._connection.execute(also)
        assert service.send(training_crisis="4").status_code == 303
        assert service.count() == 1


def test_a_store_that_another_program_holds_for_too_long_hands_the_answers_back(where: str) -> None:
    with open_store(where) as store, serving_forms(store) as service:
        at_once = "SET lock_timeout = 1" if is_postgres(where) else "PRAGMA busy_timeout = 1"
        store._connection.execute(at_once)
        with closing(database_at(where).connect()) as other, other.transaction():
            if is_postgres(where):
                other.execute("LOCK TABLE response IN EXCLUSIVE MODE")
            assert_handed_back(service, 503, "Siguen aquí.")
        assert service.send(training_crisis="4").status_code == 303
        assert service.count() == 1


def test_a_server_that_went_away_is_found_again_and_nothing_is_lost() -> None:
    pytest.importorskip("psycopg")
    from tests.form_service.postgres import own_server, programs

    found = programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed here (tools/postgres.sh installs it)")
    with own_server(found) as server, open_store(server.new_database()) as store, serving_forms(store) as service:
        assert service.send(training_crisis="5").status_code == 303
        server.stop()
        for _ in range(2):
            assert_handed_back(service, 503, "Siguen aquí.")
        server.start()
        assert service.send(training_crisis="4").status_code == 303
        assert service.client.get("/f/health").status_code == 200
        assert service.count() == 2


@pytest.mark.parametrize("days", [366, -366])
def test_a_clock_that_jumps_a_year_loses_nothing_and_counts_nothing_twice(where: str, days: int) -> None:
    time = HandClock()
    with open_store(where, today=time.today) as store, serving_forms(store, time=time) as service:
        for jump in (0, days, -days):
            time.wait_days(jump)
            assert service.send(training_crisis="4", _sid=SID).status_code == 303
            assert service.send(training_crisis="5", _sid=f"{SID}-{jump}").status_code == 303
        assert service.count() == 4
        jumped = (time.day + timedelta(days=days)).isoformat()
        assert sorted(found.day for found in store.responses("needs")) == sorted([*["2026-11-02"] * 3, jumped])
