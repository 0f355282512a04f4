# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""No save is lost while `porchlight serve` is at work: what was saved meanwhile is built next, as it is then."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from porchlight.build import build
from porchlight.model.hub import Hub
from porchlight.serving.news import News
from porchlight.serving.server import WATCHED, Site
from porchlight.serving.watching import changes, stamps
from porchlight.site.first_pages import Built
from tests.checking.hubs import small_hub
from tests.conftest import ROOT

HOUSE, OTHER = "data/housing/maple-house.yaml", "data/housing/oak-house.yaml"
PAGE = "housing/maple-house/index.html"
NAME, THIRD = "name: Maple House (made up)", "name: Third House"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    hub = small_hub(tmp_path / "hub")
    shutil.copy2(ROOT / "pelicanconf.py", hub)
    return hub


def save(root: Path, old: str, new: str) -> None:
    text = (root / HOUSE).read_text("utf-8")
    assert old in text
    (root / HOUSE).write_text(text.replace(old, new, 1), "utf-8")


def while_building(monkeypatch: pytest.MonkeyPatch, saves: list[Callable[[], None]]) -> list[Path]:
    """Each build that serve makes from now on has all read when the next of these saves comes; the outputs built."""
    built = list[Path]()

    def build_then_save(root: Path, output: Path, *, has_forms: bool) -> Hub:
        hub = build(root, output, has_forms=has_forms)
        built.append(output)
        if saves:
            saves.pop(0)()
        return hub

    monkeypatch.setattr("porchlight.serving.server.build", build_then_save)
    return built


def test_what_is_saved_while_a_build_runs_is_built_next(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(root, root / "output", Built.of(root, build(root, root / "output", has_forms=True)), News())
    pages = site.news.now.pages
    saves: list[Callable[[], None]] = [
        lambda: save(root, "name: Second House", "name: House Number Two"),
        lambda: save(root, "name: House Number Two", THIRD),
    ]
    built = while_building(monkeypatch, saves)

    async def follow() -> None:
        stop = asyncio.Event()
        save_soon = asyncio.get_running_loop().call_later(0.3, save, root, NAME, "name: Second House")
        async for changed in changes(root, WATCHED, stop, stamps(root, WATCHED)):
            assert changed == (HOUSE,)
            await site.follow(changed)
            if len(built) == 3:
                stop.set()
        save_soon.cancel()

    asyncio.run(asyncio.wait_for(follow(), 120))
    assert b"Third House" in (root / "output" / PAGE).read_bytes()
    assert site.news.now.pages != pages


def test_what_is_saved_before_anyone_watches_is_told_first(root: Path) -> None:
    before = stamps(root, WATCHED)
    save(root, NAME, THIRD)
    (root / OTHER).unlink()
    (root / "data" / "housing" / ".half").write_text("nobody reads this", "utf-8")

    async def first_told() -> tuple[str, ...]:
        stop, told = asyncio.Event(), list[tuple[str, ...]]()
        async for changed in changes(root, WATCHED, stop, before):
            told.append(changed)
            stop.set()
        return told[0]

    assert asyncio.run(asyncio.wait_for(first_told(), 30)) == (HOUSE, OTHER)


def test_the_saved_page_is_told_before_the_whole_build_and_again_after_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Site(root, root / "output", Built.of(root, build(root, root / "output", has_forms=True)), News())
    begun, seen = site.news.now.pages, list[tuple[str, bool]]()

    def look() -> None:
        seen.append((site.news.now.pages, b"Third House" in (root / "output" / PAGE).read_bytes()))

    def look_then_build(root: Path, output: Path, *, has_forms: bool) -> Hub:
        look()
        return build(root, output, has_forms=has_forms)

    monkeypatch.setattr("porchlight.serving.server.build", look_then_build)
    save(root, NAME, THIRD)
    asyncio.run(site.follow((HOUSE,)))
    look()
    (first, is_there), (then, is_still_there) = seen
    assert (is_there, is_still_there) == (True, True)
    assert len({begun, first, then}) == 3


def test_after_a_build_that_could_not_be_made_only_the_whole_one_tells(root: Path) -> None:
    """Two files are broken, then one of them is mended: the other is still told."""
    site = Site(root, root / "output", Built.of(root, build(root, root / "output", has_forms=True)), News())
    save(root, "kind: recovery", "knid: recovery")
    (root / OTHER).write_text("nothing", "utf-8")
    asyncio.run(site.follow((HOUSE, OTHER)))
    assert {problem.place.file for problem in site.news.now.problems} == {HOUSE, OTHER}
    save(root, "knid: recovery", "kind: recovery")
    asyncio.run(site.follow((HOUSE,)))
    assert {problem.place.file for problem in site.news.now.problems} == {OTHER}
