# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every test can ask for."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from porchlight.build import build
from tests.joining import built_parts

settings.register_profile("house", deadline=None, database=None)  # a busy machine is no fault of the code
settings.load_profile("house")

ROOT = Path(__file__).resolve().parent.parent

SMALL = 256 * 1024
"""The room on a small disk, in bytes."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
"""Names of the system's own Chromium, the first found is used (`tools/browser.sh` looks for the same)."""

QUIET = [
    "--no-sandbox",  # CI runs as root, where Chromium's sandbox refuses to start
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""Chromium shows pages and asks nobody on the net for anything."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, started once per file of tests; a test opens its own `browser.new_context()`.

    Not once per session: while Playwright runs, its event loop holds the thread and `asyncio.run` is refused in it.
    """
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.fail("This test drives a browser and finds no Chromium. Run: sh tools/browser.sh", pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hub of this repository, built once per worker exactly as `porchlight build` does."""
    output = tmp_path_factory.mktemp("shipped") / "output"
    build(ROOT, output)
    return output


def let_days_go_on(hub: Path) -> Path:
    """The copy of the made-up county, whose pages no longer stand still on one day, so that things can grow old."""
    settings = hub / "data" / "hub.yaml"
    settings.write_text(re.sub("(?m)^shown_as_of:.*\n", "", settings.read_text("utf-8")), "utf-8")
    return hub


@pytest.fixture(scope="session")
def aging_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up county as it was built today, and on which things grow old."""
    hub = tmp_path_factory.mktemp("aging") / "hub"
    shutil.copytree(ROOT / "tests" / "hubs" / "full", hub, ignore=shutil.ignore_patterns("output", "var"))
    build(let_days_go_on(hub), hub / "output")
    return hub / "output"


@pytest.fixture(scope="session")
def full_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up county of tests/hubs/full, where every feature is lit, built once per worker."""
    output = tmp_path_factory.mktemp("full") / "output"
    build(ROOT / "tests" / "hubs" / "full", output)
    return output


@pytest.fixture(scope="session")
def parts(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The built sites of a front and of two states, made up, once per worker: nobody may write into them."""
    return built_parts(tmp_path_factory.mktemp("parts"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with little room."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "porchlight", str(folder)]
    if os.geteuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a small disk, and not everywhere")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
