# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight template`: what it lists, what it writes and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.cli import main
from tests.conftest import ROOT


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def template(*words: str) -> int:
    return main(["template", *words, "--root", str(ROOT)])


def test_without_a_name_it_lists_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert template() == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 12
    assert any(line.startswith("outreach-plan  Outreach plan. One page") for line in lines)


def test_it_writes_the_file_and_says_what_the_hub_filled_in_and_what_is_blank(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert template("visit-log", "met=7", "visit_day=2026-12-01", "--to", "md") == 0
    told = capsys.readouterr().out
    assert told.startswith(
        "The document is in visit-log.md.\nFilled in by the hub, so please read it again:\n  hub  Our"
    )
    assert "Still blank:\n  place  Place that we visited\n" in told
    assert "| Day | December 1, 2026 |" in Path("visit-log.md").read_text(encoding="utf-8")


def test_the_form_is_word_s_where_none_is_named_and_the_file_where_one_wants_it() -> None:
    assert template("visit-log", "--out", "log.docx") == 0
    assert Path("log.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["visit-lag"], "Did you mean “visit-log”?"),
        (["visit-log", "met"], "Write a field, “=” and its words, without spaces between: field=words. It says “met”."),
        (["visit-log", "--language", "fr"], "Take en or es."),
        (["visit-log", "who=🏠", "--to", "pdf"], "The fonts for paper do not have “🏠”."),
    ],
)
def test_what_it_can_t_do_it_says(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert template(*words) == 1
    assert told in capsys.readouterr().out
