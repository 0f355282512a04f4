# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from porchlight.form_service.opening import DriverMissing, open_store
from porchlight.form_service.writer import StoreFailed
from tests.form_service.test_form_store import response


def test_without_its_driver_a_database_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.delitem(sys.modules, "porchlight.form_service.postgres", raising=False)
    with pytest.raises(DriverMissing, match=r"pip install 'porchlight-hub\[postgres\]'"):
        open_store("postgresql://hub@localhost/hub")


def test_a_server_that_does_not_answer_is_said_without_the_password() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(StoreFailed, match="does not let us in") as failed:
        open_store("postgresql://hub:secret@127.0.0.1:1/hub").open()
    assert "secret" not in str(failed.value)


def test_a_folder_can_not_be_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreFailed, match="can't be opened"):
        open_store(str(tmp_path)).open()


def test_only_its_owner_may_read_the_file(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "responses.sqlite3")) as store:
        store.keep(response()).result()
        assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def test_services_that_begin_in_the_same_moment_make_one_store(where: str) -> None:
    def begin_and_keep(number: int) -> None:
        with open_store(where) as store:
            store.keep(response(f"sid-{number}")).result()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(begin_and_keep, range(8)))
    with open_store(where) as store:
        assert store.count_responses("needs") == 8
