# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""No command writes through a link that lies in the hub, whoever brought it there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from porchlight.cli import main
from tests.checking.hubs import ROOT, hub_with_a_template

COMMANDS = {
    ".vscode/settings.json": ["editors"],
    ".github/ISSUE_TEMPLATE": ["editors"],
    "call-sheet.pdf": ["call-sheet", "--day", "2026-12-30"],
    "needs-en.pdf": ["ballot", "needs"],
    "var": ["links"],
    "var/papers": ["template", "log"],
    "output": ["build"],
}

OUTSIDE = {
    "calls.pdf": COMMANDS["call-sheet.pdf"],
    "needs.pdf": COMMANDS["needs-en.pdf"],
    "log.md": ["template", "log", "--to", "md"],
    "site/index.html": COMMANDS["output"],
}
"""What each command writes when it is told to write beside the hub."""


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A hub that commands are run in."""
    hub = hub_with_a_template(tmp_path / "hub")
    shutil.copy(ROOT / "starter" / "pelicanconf.py", hub)
    monkeypatch.chdir(hub)
    return hub


@pytest.mark.parametrize("link", COMMANDS)
def test_a_command_says_that_there_is_a_link_and_writes_nothing(
    link: str, hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "outside"
    (hub / link).parent.mkdir(parents=True, exist_ok=True)
    (hub / link).symlink_to(outside)
    if "." not in Path(link).name:
        outside.mkdir()
    assert main(COMMANDS[link]) == 1
    assert f"{link}" in (told := capsys.readouterr().out)
    assert "is a link to something else" in told
    assert not outside.exists() or list(outside.iterdir()) == []


@pytest.mark.parametrize("file", OUTSIDE)
def test_a_command_writes_beside_the_hub_when_told_so(file: str, hub: Path, tmp_path: Path) -> None:
    assert main([*OUTSIDE[file], "--output", f"../{file.partition('/')[0]}"]) == 0
    assert (tmp_path / file).is_file()
