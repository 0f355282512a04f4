# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The folder var/ of a hub is a true folder, and nothing of it is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.checking.run import check_hub
from tests.checking.hubs import TODAY, git, small_hub_in_git

ROOT = Path(__file__).parents[2]


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return small_hub_in_git(tmp_path / "hub")


def found(hub: Path) -> list[str]:
    return [f"{problem.place} {problem.code} {problem.paste}" for problem in check_hub(hub, TODAY).stopping]


@pytest.mark.parametrize("leads_to", ["output", "nowhere"])
def test_a_folder_var_that_is_a_link_is_a_problem(leads_to: str, hub: Path) -> None:
    (hub / "output").mkdir()
    (hub / "var").symlink_to(leads_to)
    assert found(hub) == ["var:1:1 file-link "]


def test_whatever_git_tracks_below_var_is_a_problem(hub: Path) -> None:
    (hub / ".gitignore").write_text("/var\n")
    (hub / "var" / "deep").mkdir(parents=True)
    (hub / "var" / "deep" / "a note.pdf").write_text("x")
    assert found(hub) == []
    git(hub, "add", "-f", "var")
    assert found(hub) == ["var/deep/a note.pdf:1:1 raw-answers git rm --cached 'var/deep/a note.pdf'"]


@pytest.mark.parametrize("file", [".gitignore", "starter/.gitignore"])
def test_git_takes_no_folder_var_and_no_link_of_that_name(file: str, hub: Path) -> None:
    (hub / ".gitignore").write_text((ROOT / file).read_text())
    (hub / "output").mkdir()
    (hub / "var").symlink_to("output")
    assert "var" not in git(hub, "ls-files", "--others", "--exclude-standard").splitlines()
