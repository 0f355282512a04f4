# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight hours import`: looked at first, written once, asked before a month changes, and never with a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.cli import main
from porchlight.starting.making import new_hub
from tests.checking.hubs import say_made_up

SHEET = """\
Name,Phone,Day,Role,Hours
Ann Example,614-555-0101,2026-08-02,Front desk,3
Bo Example,614-555-0102,2026-08-03,Front desk,2.5
Cy Example,614-555-0103,2026-08-04,Front desk,2
Ann Example,614-555-0101,2026-08-05,Rides,1
"""
FILE = "data/hours/2026-08.yaml"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    root = tmp_path / "hub"
    new_hub(root)
    say_made_up(root)
    return root


def bring(hub: Path, text: str, *options: str) -> int:
    """What the command gives for a sheet of this text beside the hub."""
    file = hub.parent / "august.csv"
    file.write_text(text, encoding="utf-8")
    return main(["hours", "import", str(file), "--root", str(hub), *options])


def test_the_sums_are_looked_at_first_and_written_when_asked(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bring(hub, SHEET) == 0
    told = capsys.readouterr().out
    assert "    all other roles: 4 visits, 8.5 hours\n" in told
    assert "2 columns not read" in told
    assert told.rstrip().endswith("--write")
    assert not (hub / FILE).exists()
    assert bring(hub, SHEET, "--write", "--by", "front desk") == 0
    told += capsys.readouterr().out
    kept = (hub / FILE).read_text(encoding="utf-8")
    assert kept.endswith("by: front desk\nsums:\n  - visits: 4\n    hours: 8.5\n")
    assert not any(word in told + kept for word in ("Ann", "Bo ", "Cy", "555"))
    assert main(["check", "--root", str(hub)]) == 0


def test_a_month_that_is_there_is_asked_about_and_never_doubled(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bring(hub, SHEET, "--write") == 0
    kept = (hub / FILE).read_bytes()
    assert bring(hub, SHEET, "--write") == 0
    assert "the hub says so already" in capsys.readouterr().out
    more = SHEET + "Di Example,,2026-08-09,Front desk,4\n" * 3
    assert bring(hub, more, "--write") == 1
    assert f"there with other sums: {FILE}" in capsys.readouterr().out
    assert (hub / FILE).read_bytes() == kept
    assert bring(hub, more, "--write", "--replace") == 0
    assert "sums:\n  - visits: 7\n    hours: 20.5\n" in (hub / FILE).read_text(encoding="utf-8")


def test_a_sheet_of_names_in_the_hub_is_not_read(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (hub / "august.csv").write_text(SHEET, encoding="utf-8")
    assert main(["hours", "import", str(hub / "august.csv"), "--root", str(hub)]) == 1
    assert "git would publish it with its names" in capsys.readouterr().out


def test_the_check_refuses_a_sum_of_few_that_someone_wrote_by_hand(
    hub: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring(hub, SHEET, "--write") == 0
    text = (hub / FILE).read_text(encoding="utf-8")
    (hub / FILE).write_text(text.replace("visits: 4", "visits: 2"), encoding="utf-8")
    capsys.readouterr()
    assert main(["check", "--root", str(hub)]) == 1
    assert f"{FILE}:7:" in capsys.readouterr().out
