# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.form_service.support import Service, own_service

if TYPE_CHECKING:
    from tests.form_service.postgres import Server


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """A calm service with an empty store: no limit is ever reached."""
    with own_service(tmp_path) as running:
        yield running


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server of this test run's own."""
    from tests.form_service.postgres import own_server, programs

    found = programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed here (tools/postgres.sh installs it)")
    with own_server(found) as server:
        yield server


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty store can be opened: a path, then an address. A test that takes it runs on both."""
    if request.param == "sqlite":
        return str(tmp_path / "var" / "responses.sqlite3")
    server: Server = request.getfixturevalue("postgres")
    return server.new_database()
