# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the check refuses never stands in the hub, not even for a moment, and nobody is told of half-written files."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from porchlight.editing.changing import Change, WouldBreak, write, write_apart
from porchlight.editing.trying import beside
from porchlight.putting import put_file
from porchlight.serving.watching import changes
from tests.checking.hubs import small_hub

HOUSE = "data/housing/maple-house.yaml"


def change(root: Path, old: str, new: str) -> Change:
    """One text of the house replaced by another."""
    text = (root / HOUSE).read_text(encoding="utf-8")
    assert old in text
    return Change(HOUSE, text, text.replace(old, new, 1))


def test_a_refused_change_is_at_no_time_in_the_file(tmp_path: Path) -> None:
    """A file that is written has another number on the disk, even where the old text was put back."""
    root = small_hub(tmp_path)
    before = (root / HOUSE).stat()
    with pytest.raises(WouldBreak, match="is not a field of housing"):
        write(root, [change(root, "name:", "nmae:")])
    after = (root / HOUSE).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_stands_beside_the_hub_can_be_changed_without_the_hub(tmp_path: Path) -> None:
    root = small_hub(tmp_path / "hub")
    (root / "data" / "housing" / "link.yaml").symlink_to(root / HOUSE)
    text = (root / HOUSE).read_bytes()
    with beside(root) as trial:
        assert (trial / HOUSE).read_bytes() == text
        assert not (trial / "data" / "housing" / "link.yaml").exists()
        put_file(trial / HOUSE, b"changed")
        assert (root / HOUSE).read_bytes() == text
    assert not trial.exists()
    assert (root / HOUSE).read_bytes() == text


def test_half_written_files_are_told_to_nobody_who_watches(tmp_path: Path) -> None:
    root = small_hub(tmp_path)

    async def first_heard() -> tuple[str, ...]:
        stop = asyncio.Event()

        async def keep_writing() -> None:
            while not stop.is_set():
                put_file(root / HOUSE, (root / HOUSE).read_bytes() + b"\n")
                await asyncio.sleep(0.01)

        writing = asyncio.create_task(keep_writing())
        heard: tuple[str, ...] = ()
        async for told in changes(root, ["data"], stop):
            heard = told
            stop.set()
        await writing
        return heard

    assert asyncio.run(first_heard()) == (HOUSE,)


def test_a_sound_file_stays_as_it_is_where_a_mending_would_break_it(tmp_path: Path) -> None:
    root = small_hub(tmp_path)
    text = (root / HOUSE).read_text(encoding="utf-8")
    new = "data/organizations/new.yaml"
    due = [Change(HOUSE, text, f"{text}phnoe: 1\n"), Change(new, None, "")]
    assert write_apart(root, due) == []
    assert (root / HOUSE).read_text(encoding="utf-8") == text
    assert not (root / new).exists()
