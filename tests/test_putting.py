# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files written to where someone said."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.putting import put_named


def test_a_file_that_can_t_be_written_whole_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = tmp_path / "paper.md"
    paper.write_bytes(b"before")

    def full(_: Path, __: Path) -> Path:
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        put_named(tmp_path, paper, b"after")
    assert paper.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [paper]


def test_a_link_outside_of_the_hub_stays_one(tmp_path: Path) -> None:
    (hub := tmp_path / "hub").mkdir()
    (link := tmp_path / "newest.md").symlink_to("2026.md")
    put_named(hub, link, b"words")
    assert link.is_symlink()
    assert (tmp_path / "2026.md").read_bytes() == b"words"


def test_what_is_no_file_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    put_named(tmp_path, Path("/dev/null"), b"words")
    assert Path("/dev/null").is_char_device()
