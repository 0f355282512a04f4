# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Builds that are killed: whatever they leave, the next one is right and says so in one line."""

from __future__ import annotations

import logging
import random
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from porchlight.build import build
from porchlight.site.writing import STAGE, publish_files
from tests.checking.hubs import small_hub
from tests.conftest import ROOT
from tests.site.killing import KILLED, build_until, count_moments, in_process, publish_until

SAID = "The last build was cut off while it wrote. This one looks at every page again."
ANYWHERE, WHILE_WRITING = 7, 13

OLD = {"index.html": b"old", "a/index.html": b"the same", "gone/index.html": b"old", "es/a/index.html": b"vieja"}
NEW = {"index.html": b"new", "a/index.html": b"the same", "fresh/index.html": b"new", "es/a/index.html": b"nueva"}
NEXT = {"index.html": b"new", "a/index.html": b"next"}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def assert_whole(output: Path, *states: Mapping[str, bytes]) -> None:
    """Each page that a reader may see is one that some build meant, to its last byte."""
    for path, content in contents(output).items():
        if not path.startswith(f"{STAGE}/"):
            assert content in [state[path] for state in states if path in state], path


def moments_of(moment: int, folder: Path, before: Mapping[str, bytes]) -> Iterator[Path]:
    """Outputs that held `before`, each killed one moment later while NEW was written; the last is written whole."""
    ended = KILLED
    while ended == KILLED:
        output = folder / str(moment) / "output"
        publish_files(output, before)
        (output / "CNAME").write_text("hub.example")
        ended = in_process(publish_until, moment, output, NEW)
        assert ended in (KILLED, 0)
        yield output
        moment += 1


def test_a_kill_at_each_moment_of_writing_leaves_whole_pages_and_nothing_for_good(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    kills = 0
    for output in moments_of(1, tmp_path, OLD):
        assert_whole(output, OLD, NEW, {"CNAME": b"hub.example"})
        cut_off = (output / STAGE).exists()
        kills += 1
        caplog.clear()
        publish_files(output, NEXT)
        assert caplog.messages == [SAID] * cut_off
        assert contents(output) == {**NEXT, "CNAME": b"hub.example"}
        assert sorted(path.name for path in output.parent.iterdir()) == [".output.manifest", "output"]
    assert kills > 20


@dataclass(frozen=True, slots=True)
class Hub:
    """A small hub that changes to and fro between two states, and what a clean build makes of each."""

    folder: Path
    clean: tuple[Mapping[str, bytes], Mapping[str, bytes]]

    def turn(self, state: int) -> None:
        """Put the hub into the state: its name, which is on every page, and a record that comes and goes."""
        settings = self.folder / "data" / "hub.yaml"
        name = f"name: {('First', 'Second')[state]} Hub"
        settings.write_text(re.sub("(?m)^name: .*$", name, settings.read_text("utf-8")), "utf-8")
        house = self.folder / "data" / "housing" / "oak-house.yaml"
        if state:
            house.unlink(missing_ok=True)
        else:
            shutil.copy(ROOT / "tests" / "hubs" / "minimal" / "data" / "housing" / house.name, house)


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    folder = small_hub(tmp_path_factory.mktemp("cut-off") / "hub")
    shutil.rmtree(folder / "data" / "polls")
    shutil.copy(ROOT / "pelicanconf.py", folder)
    made = []
    for state in (0, 1):
        Hub(folder, ({}, {})).turn(state)
        build(folder, folder.parent / f"clean-{state}")
        made.append(contents(folder.parent / f"clean-{state}"))
    return Hub(folder, (made[0], made[1]))


@pytest.mark.slow
def test_after_twenty_kills_at_random_moments_each_next_build_is_a_clean_build(
    hub: Hub, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    chance, output, state = random.Random(20), tmp_path / "output", 1
    hub.turn(0)
    build(hub.folder, output)
    hub.turn(state)
    assert in_process(count_moments, hub.folder, output, tmp_path / "moments") == 0
    writes, ends = map(int, (tmp_path / "moments").read_text().split())
    moments = [chance.randrange(1, ends) for _ in range(ANYWHERE)]
    moments += [chance.randrange(writes, ends) for _ in range(WHILE_WRITING)]
    told = 0
    for moment in moments:
        hub.turn(1 - state)
        assert in_process(build_until, moment, hub.folder, output) == KILLED
        assert_whole(output, *hub.clean)
        cut_off = (output / STAGE).exists()
        hub.turn(state := chance.randrange(2))
        caplog.clear()
        build(hub.folder, output)
        assert caplog.messages.count(SAID) == cut_off
        assert contents(output) == hub.clean[state]
        told += cut_off
    assert told >= WHILE_WRITING
