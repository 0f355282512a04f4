# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight ballot` as a person types it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from porchlight.cli import main
from tests.checking.hubs import minimal_hub


def ballot(root: Path, *arguments: str) -> int:
    return main(["ballot", "--root", str(root), *arguments])


def test_the_sheet_lies_in_this_folder_and_is_named_for_the_poll(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    root = minimal_hub(tmp_path / "hub")
    poll = next((root / "data" / "polls").iterdir()).stem

    assert ballot(root, poll) == 0
    assert capsys.readouterr().out == f"The sheet is in {poll}-en.pdf. Print it on both sides.\n"
    assert ballot(root, poll, "--large", "--paper", "a4", "--output", "big.pdf") == 0
    assert [PdfReader(file).pages[0].mediabox.width for file in (f"{poll}-en.pdf", "big.pdf")] == [
        612,
        pytest.approx(595, abs=1),
    ]


def test_what_can_not_be_printed_is_told_with_what_can(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = minimal_hub(tmp_path / "hub")
    poll = next((root / "data" / "polls").iterdir()).stem

    assert ballot(root, f"{poll}x") == 1
    assert capsys.readouterr().out == f"No poll is called “{poll}x”. Did you mean “{poll}”?\n"
    assert ballot(root, poll, "--language", "fr") == 1
    assert capsys.readouterr().out == f"“{poll}” is not asked in “fr”. Take en or es.\n"
