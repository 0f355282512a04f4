# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A volunteer who has never used git mends a phone number on the page that she reads; it ends as a diff of one line."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from porchlight.build import build
from porchlight.cli import main
from porchlight.form_service.app import routes
from porchlight.form_service.store import SqliteStore
from porchlight.serving.app import site_app
from porchlight.serving.news import News
from porchlight.starting.making import new_hub
from tests.checking.hubs import say_made_up
from tests.form_service.support import CALM, running

pytestmark = pytest.mark.browser

FILE = "data/housing/maple-house.yaml"
HOUSE = """\
# Made up, for a test.
id: maple-house
name: Maple House
summary: A made-up home for a test.
kind: recovery_residence
phones:
  - {number: 614-555-0142, kind: voice, check: not_dialed}  # the office
sources:
  - {url: https://www.example.org/, read_on: 2026-11-23, kind: own}
"""


@dataclass(frozen=True, slots=True)
class Kept:
    root: Path
    site: str


def git(root: Path, *words: str) -> str:
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    command = ["git", "-C", str(root), *who, *words]
    then = os.environ | {"GIT_COMMITTER_DATE": "2026-11-01T12:00:00Z"}  # before anyone tells of it
    return subprocess.run(command, capture_output=True, text=True, check=True, env=then).stdout


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    root = tmp_path / "hub"
    new_hub(root)
    say_made_up(root)
    (root / "data" / "housing").mkdir()
    (root / FILE).write_text(HOUSE, encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Start")
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Test")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "test@example.org")
    build(root, root / "output", has_forms=True)
    with SqliteStore(root / "var" / "responses.sqlite3") as store:
        app = site_app(root / "output", routes(tuple, store, settings=CALM), News())
        with running(app) as site:
            yield Kept(root, site)


@pytest.mark.parametrize(("tree", "script", "width"), [("", False, 1280), ("es/", True, 320)])
def test_a_number_mended_on_the_page_is_a_branch_with_one_line(
    browser: Browser, hub: Kept, tree: str, script: bool, width: int
) -> None:
    context = browser.new_context(java_script_enabled=script, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{hub.site}/{tree}housing/maple-house/")
    form = page.locator("details.report-form")
    form.locator("summary").click()
    form.locator("input[value=number_wrong]").check()
    form.locator("select").select_option("phones.1.number")
    assert "614-555-0142" in form.locator("select option:checked").inner_text()
    form.locator("textarea[name=value]").fill("614-555-0199")
    if script:
        assert Axe().run(page).response["violations"] == []
    form.get_by_role("button").click()
    expect(page).to_have_url(f"{hub.site}/{tree}housing/maple-house/#told")
    context.close()

    assert main(["inbox", "--root", str(hub.root), "--branch", "told"]) == 0
    changed = [line for line in git(hub.root, "diff", "-U0", "main..told").splitlines() if line[:1] in ("+", "-")]
    assert changed[2:] == [
        "-  - {number: 614-555-0142, kind: voice, check: not_dialed}  # the office",
        "+  - {number: 614-555-0199, kind: voice, check: not_dialed}  # the office",
    ]
    git(hub.root, "checkout", "-q", "told")
    assert main(["check", "--root", str(hub.root)]) == 0
