# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words that change after the first answer are found, and the way out is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.cli import main
from porchlight.form_service.store import SqliteStore
from porchlight.operating.polls import read_all_polls
from porchlight.starting.making import new_hub
from tests.form_service.support import serving_forms


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    new_hub(tmp_path / "hub")
    return tmp_path / "hub"


def answered(hub: Path) -> None:
    polls = read_all_polls(hub).asked
    with SqliteStore(hub / "var" / "responses.sqlite3") as store, serving_forms(store, questionnaires=polls) as service:
        assert service.send(training_crisis="4").status_code == 303


def change(hub: Path, old: str, new: str) -> None:
    file = hub / "data" / "polls" / "needs.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_word_that_changes_after_the_first_answer_stops_the_check(
    hub: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answered(hub)
    assert main(["check", "--root", str(hub)]) == 0
    change(hub, "Crisis responder training", "Training for a crisis")
    assert main(["check", "--root", str(hub)]) == 1
    assert "data/polls/needs.yaml:1:1  People have answered version 1 in other words." in capsys.readouterr().out


def test_new_words_as_a_new_version_are_fine(hub: Path) -> None:
    answered(hub)
    change(hub, "Crisis responder training", "Training for a crisis")
    change(hub, "version: 1", "version: 2")
    assert main(["check", "--root", str(hub)]) == 0


def test_words_may_change_as_long_as_nobody_has_answered(hub: Path) -> None:
    change(hub, "Crisis responder training", "Training for a crisis")
    assert main(["check", "--root", str(hub)]) == 0
