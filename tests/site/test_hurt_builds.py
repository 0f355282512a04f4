# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Builds on a bad day: two at once, a full disk, a file saved while it is read, a clock set back."""

from __future__ import annotations

import asyncio
import fcntl
import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from porchlight.build import build, sound_hub
from porchlight.cli import main
from porchlight.putting import NotWritten
from porchlight.serving.news import News
from porchlight.serving.server import Site
from porchlight.site.alone import alone_in
from porchlight.site.first_pages import Built
from porchlight.site.writing import publish_files
from tests.checking.hubs import small_hub
from tests.conftest import ROOT, SMALL
from tests.site.killing import build_while, in_process
from tests.site.test_consent import on
from tests.site.test_cut_off import contents

WAITS = "Another build is at work in"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    folder = small_hub(tmp_path / "hub")
    shutil.rmtree(folder / "data" / "polls")
    shutil.copy(ROOT / "pelicanconf.py", folder)
    return folder


def started(hub: Path, output: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "porchlight", "build", "--root", str(hub), "--output", str(output)]
    return subprocess.Popen(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def is_held(output: Path) -> bool:
    try:
        handle = os.open(output, os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


@pytest.mark.slow
def test_a_second_build_waits_says_so_and_goes_on_once_the_first_is_killed(hub: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    with started(hub, output) as first:
        while not is_held(output):
            assert first.poll() is None
        first.send_signal(signal.SIGSTOP)
        with started(hub, output) as second:
            assert second.stderr
            told = iter(second.stderr.readline, "")
            assert any(WAITS in line for line in told)
            assert second.poll() is None
            first.kill()
            assert [line for line in told if "Traceback" in line] == []
        assert second.returncode == 0
    build(hub, tmp_path / "clean")
    assert contents(output) == contents(tmp_path / "clean")


def test_a_folder_that_was_taken_away_while_a_build_waited_is_held_where_it_is_now(tmp_path: Path) -> None:
    """Else two builds could each hold a folder that once lay there."""
    output = tmp_path / "output"
    with alone_in(output):
        (output / "index.html").write_text("first")
        shutil.rmtree(output)
        with alone_in(output):
            assert is_held(output)
    assert not is_held(output)


def test_a_build_without_pages_leaves_no_folder_that_it_made(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    for name in ("mine", "made"):
        with suppress(KeyError), alone_in(tmp_path / name):
            raise KeyError
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_disk_that_knows_no_hold_is_written_to_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: int, __: int) -> None:
        raise OSError("No locks available")

    monkeypatch.setattr(fcntl, "flock", refused)
    with alone_in(tmp_path / "output"):
        publish_files(tmp_path / "output", {"index.html": b"x"})
    assert contents(tmp_path / "output") == {"index.html": b"x"}


def test_a_full_disk_leaves_the_last_pages_and_the_next_build_is_right(small_disk: Path) -> None:
    output = small_disk / "output"
    good = {"index.html": b"good", "a/index.html": b"good"}
    larger = {"index.html": b"new", "big/index.html": bytes(SMALL), "b/index.html": b"new"}
    publish_files(output, good)
    with pytest.raises(NotWritten) as told:
        publish_files(output, larger)
    assert str(told.value) == (
        f"The pages can't be written to {output}: its disk is full. Mend that, then build again."
    )
    assert contents(output) == good
    publish_files(output, {**larger, "big/index.html": bytes(SMALL // 2)})
    assert contents(output) == {**larger, "big/index.html": bytes(SMALL // 2)}


@pytest.mark.parametrize("there", ["file", "full disk"])
def test_what_the_system_refuses_is_told_in_one_line_by_the_command(
    there: str, hub: Path, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    if there == "file":
        (output := hub / "output").write_text("mine")
    else:
        output = request.getfixturevalue("small_disk") / "output"
    assert main(["build", "--root", str(hub), "--output", str(output)]) == 1
    told = capsys.readouterr()
    assert told.out.startswith(f"The pages can't be written to {output}: ")
    assert told.out.count("\n") == 1
    assert "Traceback" not in told.err


def test_while_serving_what_the_system_refuses_is_no_fault_of_ours(hub: Path, caplog: pytest.LogCaptureFixture) -> None:
    (output := hub / "output").write_text("mine")
    site = Site(hub, output, Built.of(hub, sound_hub(hub)), News())
    asyncio.run(site.follow(("data/hub.yaml",)))
    assert f"The pages can't be written to {output}: " in site.news.now.said
    assert caplog.messages[-1].startswith(f"The pages can't be written to {output}: ")
    assert [record for record in caplog.records if record.exc_info] == []


@pytest.mark.slow
@pytest.mark.parametrize("file", ["data/housing/oak-house.yaml", "data/hub.yaml", "content/en/example-page.md"])
def test_of_a_file_saved_while_it_is_read_pages_tell_one_state_or_the_next(
    file: str, hub: Path, tmp_path: Path
) -> None:
    """Saved before it is opened for the first, the second, the third time and so on, until nobody opens it any more."""
    saved = hub / file
    before = saved.read_bytes()
    after = before.replace(b"(made up)", b"(another)").replace(b"Find a place", b"Look for a place")
    assert after != before
    build(hub, tmp_path / "before")
    saved.write_bytes(after)
    build(hub, tmp_path / "after")
    states = [contents(tmp_path / "before"), contents(tmp_path / "after")]
    moment, ended = 1, 0
    while ended == 0:
        saved.write_bytes(before)
        ended = in_process(build_while, saved, after, moment, hub, output := tmp_path / "output")
        assert contents(output) in states, moment
        moment += 1
    assert ended == 9
    assert moment > 2


def test_with_the_clock_set_back_the_site_is_that_of_the_day_that_the_clock_says(
    hub: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "tests" / "hubs" / "minimal" / "data" / "facts", hub / "data" / "facts")
    on(monkeypatch, date(2027, 2, 22))
    build(hub, tmp_path / "output")
    later = contents(tmp_path / "output")
    on(monkeypatch, date(2026, 11, 30))
    build(hub, tmp_path / "output")
    build(hub, tmp_path / "clean")
    assert later.keys() != contents(tmp_path / "clean").keys(), "a fact is told up to its day"
    assert contents(tmp_path / "output") == contents(tmp_path / "clean")
