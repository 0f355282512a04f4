# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A host with real git: a bare repository, a maintainer's clone of it, and a stranger's fork."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from porchlight.cli import main
from tests.checking.hubs import HUBS, small_hub

MAPLE = "data/housing/maple-house.yaml"
_NOBODY = {
    "GIT_AUTHOR_NAME": "A volunteer",
    "GIT_AUTHOR_EMAIL": "volunteer@example.org",
    "GIT_COMMITTER_NAME": "A volunteer",
    "GIT_COMMITTER_EMAIL": "volunteer@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(folder: Path, *arguments: str | Path) -> str:
    """One call of git in a folder, as somebody who is made up."""
    command = ["git", "-C", str(folder), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **_NOBODY}).stdout


def commit(folder: Path, words: str = "Change something") -> str:
    """Everything that stands in the folder as a commit; its name."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", words)
    return git(folder, "rev-parse", "HEAD").strip()


def county_hub(folder: Path) -> Path:
    """A small hub with the made-up Maple House, which answers every question."""
    small_hub(folder)
    full = HUBS / "full" / "data"
    for file in ("housing/maple-house.yaml", "organizations/maple-homes.yaml"):
        shutil.copy2(full / file, folder / "data" / file)
    return folder


def host(folder: Path) -> Path:
    """The bare repository of a hub, with its main branch."""
    first = county_hub(folder / "first")
    git(folder, "init", "--quiet", "--initial-branch", "main", first)
    commit(first, "Begin")
    git(folder, "clone", "--quiet", "--bare", first, folder / "host.git")
    return folder / "host.git"


def clone(bare: Path, to: Path, branch: str) -> Path:
    """A clone of the repository on a new branch."""
    git(bare, "clone", "--quiet", bare, to)
    git(to, "switch", "--quiet", "--create", branch)
    return to


def edit(folder: Path, file: str, *changes: tuple[str, str]) -> None:
    """Change texts of a file, each of which must be there."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Done:
    """What a command printed, and its exit status."""

    returncode: int
    stdout: str


def porchlight(*arguments: str | Path) -> Done:
    """The command as a workflow calls it, in this process."""
    out = io.StringIO()
    with redirect_stdout(out):
        status = main([*map(str, arguments)])
    return Done(status, out.getvalue())
