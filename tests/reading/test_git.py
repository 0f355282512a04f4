# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one door to git: many contents by one call, and one sentence where there is no git."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.changes.git import CannotCompare, Repository
from porchlight.editing.git import GitCannot
from porchlight.editing.git import git as told_by_git
from porchlight.reading.git import MISSING, contents_of, git


def test_each_content_is_told_to_the_byte_and_what_git_does_not_know_is_left_out(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    texts = [b"", b"\n", b"a: 1\nb: 2", "é\n\0 blob 3\n".encode()]
    kept = [git(tmp_path, "hash-object", "-w", "--stdin", given=text) for text in texts]
    names = [done.stdout.decode().strip() for done in kept if done]

    assert contents_of(tmp_path, [names[0], "0" * 40, *names[1:]]) == dict(zip(names, texts, strict=True))
    assert contents_of(tmp_path, []) == {}


def test_where_there_is_no_git_each_command_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotCompare, match=MISSING):
        Repository(tmp_path).since()
    with pytest.raises(GitCannot, match=MISSING):
        told_by_git(tmp_path, "status")
