# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A build touches its output folder and nothing else, whatever a proposal has laid into the hub."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from porchlight.problems import HubHasProblems
from porchlight.putting import NotWritten
from porchlight.site.writing import publish_files


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "hub").mkdir()
    (tmp_path / "private.txt").write_text("mine")
    (tmp_path / "hub" / "output").mkdir()
    return tmp_path / "hub" / "output"


def manifest(output: Path) -> Path:
    return output.parent / ".output.manifest"


@pytest.mark.parametrize(
    "line", ["../../private.txt", "{tmp}/private.txt", "out/private.txt", "a/../../../private.txt"]
)
def test_a_manifest_takes_nothing_away_outside_of_the_output_folder(line: str, output: Path, tmp_path: Path) -> None:
    (output / "out").symlink_to(tmp_path)
    manifest(output).write_text(line.replace("{tmp}", str(tmp_path)) + "\n")
    publish_files(output, {"index.html": b"x"})
    assert (tmp_path / "private.txt").read_text() == "mine"


@pytest.mark.parametrize("line", ["", ".", "en", "a\0b", "en/nothing"])
def test_a_line_that_names_no_file_is_passed_by(line: str, output: Path) -> None:
    (output / "en").mkdir()
    manifest(output).write_text(f"{line}\nold.html\n")
    (output / "old.html").write_text("old")
    publish_files(output, {"index.html": b"x"})
    assert sorted(path.name for path in output.iterdir()) == ["en", "index.html"]


def test_a_manifest_that_is_a_link_is_neither_read_nor_written_through(output: Path, tmp_path: Path) -> None:
    (tmp_path / "theirs").write_text("kept.html\n")
    (output / "kept.html").write_text("kept")
    manifest(output).symlink_to(tmp_path / "theirs")
    publish_files(output, {"index.html": b"x"})
    assert (output / "kept.html").exists()
    assert (tmp_path / "theirs").read_text() == "kept.html\n"
    assert manifest(output).read_text() == "index.html\n"


@pytest.mark.parametrize("link", ["en", "en/index.html", "en/dangling"])
def test_nothing_is_written_through_a_link_below_the_output_folder(link: str, output: Path, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    if "/" in link:
        (output / "en").mkdir()
    (output / link).symlink_to(tmp_path / ("theirs" if link == "en" else "private.txt"))
    with pytest.raises(HubHasProblems, match=f"output/{link}:1:1"):
        publish_files(output, {"en/index.html": b"x", "en/dangling": b"x"})
    assert (tmp_path / "private.txt").read_text() == "mine"
    assert list((tmp_path / "theirs").iterdir()) == []


@pytest.mark.parametrize(
    "listed",
    [b"", b"\0\xff\xfe" * 9_000, b"x" * 100_000, b"a/" * 5_000 + b"\nold.html\n", b"old.html\r\n", b"none\n" * 200_000],
    ids=["empty", "no text", "a very long name", "very deep", "other ends of lines", "very many"],
)
def test_a_list_that_is_not_ours_changes_nothing_about_the_pages(listed: bytes, output: Path) -> None:
    (output / "CNAME").write_text("hub.example")
    manifest(output).write_bytes(listed)
    publish_files(output, {"index.html": b"x"})
    assert sorted(path.name for path in output.iterdir()) == ["CNAME", "index.html"]
    assert manifest(output).read_text() == "index.html\n"


def test_a_folder_in_the_place_of_the_list_is_told_and_the_pages_stay(output: Path) -> None:
    (output / "index.html").write_text("last")
    manifest(output).mkdir()
    with pytest.raises(NotWritten, match=r"/\.output\.manifest"):
        publish_files(output, {"index.html": b"x"})
    assert (output / "index.html").read_text() == "last"


@pytest.mark.parametrize("left", ["output/.unfinished", ".output.half.manifest"])
def test_what_a_build_leaves_half_done_is_never_written_through_a_link(left: str, output: Path, tmp_path: Path) -> None:
    (theirs := tmp_path / "theirs").mkdir()
    aim = theirs if left.startswith("output/") else tmp_path / "private.txt"
    (output.parent / left).symlink_to(aim)
    with suppress(HubHasProblems):
        publish_files(output, {"index.html": b"x"})
    assert (tmp_path / "private.txt").read_text() == "mine"
    assert list(theirs.iterdir()) == []
