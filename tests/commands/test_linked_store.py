# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Answers are never kept in a place that a link leads to: a pull request can make `var` a link to the site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from porchlight.cli import main
from porchlight.form_service.opening import open_store
from porchlight.form_service.sqlite import StoreIsLink
from tests.exchange.answers.support import hub_with_the_poll

CONFIGURATION = Path(__file__).parents[2] / "starter" / "pelicanconf.py"
EXPORT = "Timestamp,rides_bus\n2026/11/01 10:00:00,5\n"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    hub = hub_with_the_poll(tmp_path / "hub")
    shutil.copy(CONFIGURATION, hub)
    (hub / "content").mkdir(exist_ok=True)
    (hub / "output").mkdir()
    (hub / "var").symlink_to("output")
    (tmp_path / "export.csv").write_text(EXPORT, encoding="utf-8")
    return hub


@pytest.mark.parametrize(
    "words",
    [
        ["operate"],
        ["inbox"],
        ["reports"],
        ["care"],
        ["poll", "count"],
        ["poll", "backup", "../copy"],
        ["poll", "import", "../export.csv", "--poll", "rides", "--wave", "first", "--write"],
    ],
)
def test_no_command_keeps_or_reads_answers_through_a_link(
    words: list[str], hub: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(hub)
    assert main(words) == 1
    assert "link" in capsys.readouterr().out
    assert list((hub / "output").iterdir()) == []


@pytest.mark.parametrize("command", ["serve", "forms"])
def test_no_service_starts_with_a_store_behind_a_link(
    command: str, hub: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "--root", str(hub), "--port", "8461"]) == 1
    assert "link" in capsys.readouterr().out
    assert not list(hub.glob("output/*.sqlite3*"))


def test_a_store_whose_file_is_a_link_is_not_opened_and_a_folder_above_may_be_one(tmp_path: Path) -> None:
    (tmp_path / "true" / "below").mkdir(parents=True)
    (tmp_path / "link").symlink_to("true")
    (tmp_path / "file.sqlite3").symlink_to("true/x.sqlite3")
    with pytest.raises(StoreIsLink, match=r"file\.sqlite3 is a link to something else"):
        open_store(str(tmp_path / "file.sqlite3")).open()
    with open_store(str(tmp_path / "link" / "below" / "x.sqlite3")) as store:
        assert store.count_responses("needs") == 0
    assert not (tmp_path / "true" / "x.sqlite3").exists()
