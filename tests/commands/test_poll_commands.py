# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A command that tells the next one tells it whole: pasted, it goes to the same hub and the same answers."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from porchlight.cli import main
from porchlight.form_service.store import SqliteStore
from porchlight.starting.making import new_hub


def test_the_line_that_an_import_shows_goes_to_the_same_hub_and_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    new_hub(tmp_path / "my hub")
    (tmp_path / "answers.csv").write_text("training_crisis\n4\n5\n", encoding="utf-8")
    where = ["--root", "my hub", "--store", "kept.sqlite3"]
    assert main(["poll", "import", "answers.csv", "--poll", "needs", *where]) == 0
    shown = shlex.split(capsys.readouterr().out.splitlines()[-1])
    assert main(shown[shown.index("poll") :]) == 0
    assert SqliteStore(tmp_path / "kept.sqlite3").count_responses("needs") == 2
