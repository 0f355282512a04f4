# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever git brings along with a hub that a build or a command could fall for is told before anything is built."""

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
    return [f"{problem.place} {problem.code}" for problem in check_hub(hub, TODAY).stopping]


def put(hub: Path, file: str) -> None:
    (hub / file).parent.mkdir(parents=True, exist_ok=True)
    (hub / file).write_text("x")


@pytest.mark.parametrize("link", ["output", ".vscode/settings.json", "call-sheet.pdf", "data/housing/a.yaml"])
def test_every_link_that_git_tracks_is_told_once(link: str, hub: Path, tmp_path: Path) -> None:
    (hub / link).parent.mkdir(exist_ok=True)
    (hub / link).symlink_to(tmp_path)
    git(hub, "add", "-f", link)
    assert found(hub) == [f"{link}:1:1 file-link"]


def test_a_link_that_only_this_machine_has_is_its_own_affair(hub: Path, tmp_path: Path) -> None:
    (hub / "notes").symlink_to(tmp_path)
    assert found(hub) == []


@pytest.mark.parametrize(
    "file",
    [".output.manifest", ".site.manifest", ".output.kept/search-en", "admin/sveltia-cms.js", "admin/a/b.css"],
)
def test_what_each_machine_makes_for_itself_is_told_only_where_git_tracks_it(file: str, hub: Path) -> None:
    put(hub, ".output.manifest")
    put(hub, ".output.kept/search-es")
    put(hub, "admin/own.txt")
    assert found(hub) == []
    put(hub, file)
    git(hub, "add", "-f", file)
    assert f"{file}:1:1 made-here" in found(hub)


@pytest.mark.parametrize("ignoring", [".gitignore", "starter/.gitignore"])
@pytest.mark.parametrize("link", ["output", "admin", "var", ".venv"])
def test_git_takes_no_link_in_the_place_of_a_folder_that_it_leaves_alone(
    ignoring: str, link: str, hub: Path, tmp_path: Path
) -> None:
    (hub / ".gitignore").write_text((ROOT / ignoring).read_text())
    (hub / link).symlink_to(tmp_path)
    git(hub, "add", "-A")
    assert link not in git(hub, "ls-files").splitlines()
