# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from porchlight.cli import main
from porchlight.form_service.opening import open_store
from porchlight.form_service.store import SqliteStore
from porchlight.model.report import Report

NASTY = "first\r\nsecond \x1b[2Jgone\x07 \u202eback\u2028line \x9b31m\x00 🏠 שלום"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "hub.yaml").write_text("name: Lantern\n", encoding="utf-8")
    return tmp_path


def keep(hub: Path, *reports: Report) -> None:
    with SqliteStore(hub / "var" / "responses.sqlite3") as store:
        for report in reports:
            store.keep(report).result()


def report(words: str, day: str = "2026-11-02", what: str = "closed") -> Report:
    return Report("housing/maple-house", what, words, "es", day, f"sid-{day}-{what}-of-a-test")


def test_a_hub_without_reports_says_so_and_no_file_is_made(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reports", "--root", str(hub)]) == 0
    assert main(["reports", "--root", str(hub), "--format", "json"]) == 0
    assert capsys.readouterr().out == "No reports yet.\n[]\n"
    assert not (hub / "var").exists()


def test_reports_are_told_newest_first(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(hub, report("Older"), report("", "2026-11-04", ""), report("Two\r\nlines", "2026-11-03", "number_wrong"))
    assert main(["reports", "--root", str(hub)]) == 0
    assert capsys.readouterr().out == (
        "3 reports, newest day first.\n\n"
        "2026-11-04  housing/maple-house  Not said (es)\n\n"
        "2026-11-03  housing/maple-house  A phone number is wrong (es)\n    Two\n    lines\n\n"
        "2026-11-02  housing/maple-house  They have closed (es)\n    Older\n"
    )


def test_what_a_stranger_wrote_can_not_steer_the_terminal(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(hub, report(NASTY))
    for form in ("text", "json"):
        assert main(["reports", "--root", str(hub), "--format", form]) == 0
        told = capsys.readouterr().out
        assert not [c for c in told if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202e\u2028")]
        assert form == "json" or "    first\n    second [" in told


def test_a_program_gets_the_words_to_the_letter(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(hub, report(NASTY))
    assert main(["reports", "--root", str(hub), "--format", "json"]) == 0
    words = NASTY.replace("\0", "\ufffd")
    told = {"day": "2026-11-02", "record": "housing/maple-house", "what": "closed", "words": words, "language": "es"}
    assert json.loads(capsys.readouterr().out) == [told | {"line": "", "value": ""}]


def test_a_file_of_a_newer_program_is_left_alone_and_said_so(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(hub)
    with closing(sqlite3.connect(hub / "var" / "responses.sqlite3")) as file:
        file.execute("PRAGMA user_version = 99")
    assert main(["reports", "--root", str(hub)]) == 1
    assert "newer Porchlight" in capsys.readouterr().out


def test_reports_can_be_read_while_the_service_runs(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with SqliteStore(hub / "var" / "responses.sqlite3") as store:
        store.keep(report("Nobody answers")).result()
        assert main(["reports", "--root", str(hub)]) == 0
    assert "Nobody answers" in capsys.readouterr().out


@pytest.mark.parametrize("by_option", [True, False])
def test_reports_are_read_where_the_service_keeps_them(
    by_option: bool, where: str, hub: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A service behind a web server keeps them elsewhere, and names the place by the environment."""
    with open_store(where) as store:
        store.keep(report("Kept elsewhere")).result()
    monkeypatch.setenv("PORCHLIGHT_STORE", str(hub / "none.sqlite3") if by_option else where)
    assert main(["reports", "--root", str(hub), *(["--store", where] if by_option else [])]) == 0
    assert "Kept elsewhere" in capsys.readouterr().out
