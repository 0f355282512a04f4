# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""No command writes through a link that lies in the hub, whoever brought it there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from porchlight.cli import main
from tests.checking.hubs import ROOT, minimal_hub

COMMANDS = {
    ".vscode/settings.json": ["editors"],
    ".github/ISSUE_TEMPLATE": ["editors"],
    "call-sheet.pdf": ["call-sheet", "--day", "2026-12-30"],
    "needs-en.pdf": ["ballot", "needs"],
    "var": ["links"],
    "output": ["build"],
}


@pytest.mark.parametrize("link", COMMANDS)
def test_a_command_says_that_there_is_a_link_and_writes_nothing(
    link: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hub, outside = minimal_hub(tmp_path / "hub"), tmp_path / "outside"
    shutil.copy(ROOT / "starter" / "pelicanconf.py", hub)
    (hub / link).parent.mkdir(parents=True, exist_ok=True)
    (hub / link).symlink_to(outside)
    if "." not in Path(link).name:
        outside.mkdir()
    monkeypatch.chdir(hub)
    assert main(COMMANDS[link]) == 1
    assert f"{link}" in (told := capsys.readouterr().out)
    assert "is a link to something else" in told
    assert not outside.exists() or list(outside.iterdir()) == []
