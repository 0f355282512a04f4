# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""No command writes what single people answered to where others could read it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from porchlight.cli import main
from porchlight.form_service.operator.export import csv_lines
from porchlight.form_service.store import SqliteStore
from porchlight.polls.response import Response
from tests.exchange.answers.support import hub_with_the_poll, poll

ANSWER = Response("rides", 1, "en", "web", "2026-11-01", {"rides_bus": "5"}, "one", "first")


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    hub = hub_with_the_poll(tmp_path / "hub")
    with SqliteStore(hub / "var" / "responses.sqlite3") as store:
        store.keep(ANSWER).result()
    return hub


@pytest.mark.parametrize("words", [["backup"], ["copy"], ["export", "rides"]])
def test_no_copy_of_the_answers_is_written_where_git_takes_it(
    words: list[str], hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inside, outside = hub / "data" / "copy", tmp_path / "copy"
    assert main(["poll", *words, str(inside), "--root", str(hub)]) != 0
    assert "where git would publish it" in "".join(capsys.readouterr())
    assert not inside.exists()
    assert main(["poll", *words, str(outside), "--root", str(hub)]) == 0
    assert outside.stat().st_size > 0


def test_an_export_is_for_its_owner_alone_and_takes_no_others_place(
    hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answers.csv"
    command = ["poll", "export", "rides", str(file), "--root", str(hub)]
    assert main(command) == 0
    assert file.stat().st_mode & 0o077 == 0
    file.write_text("mine")
    file.chmod(0o644)
    assert main(command) != 0
    assert "already" in "".join(capsys.readouterr())
    assert file.read_text() == "mine"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_no_cell_of_an_export_is_a_formula(sign: str) -> None:
    _, line = csv_lines(poll(), [replace(ANSWER, wave=f"{sign}1", answers={"rides_bus": f"{sign}2"})])
    assert f"'{sign}1" in line
    assert f"'{sign}2" in line
