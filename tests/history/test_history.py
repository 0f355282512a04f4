# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What changed here: told from a real git repository, without a name of anyone and without a word that is hidden."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from porchlight.build import build
from porchlight.cli import main
from porchlight.reading import history
from porchlight.reading.git import git as git_of_ours
from porchlight.reading.history import TOO_MANY, read_history
from porchlight.reading.package import read_package
from porchlight.starting.making import new_hub
from porchlight.views.atom import NAMESPACE, Entry, Feed, atom
from tests.checking.hubs import say_made_up
from tests.conftest import ROOT
from tests.serving import serving

AUTHOR = "Somebody Secret"
MAIL = "secret@example.org"
HOUSE = """\
id: maple-house
name: Maple & <b>House</b>
summary: A shared home for men.
kind: recovery_residence
serves: [US-OH]
beds: 8
sources:
  - {url: https://www.example.org/, read_on: 2026-11-02, kind: own}
"""
FILE = "data/housing/maple-house.yaml"
PACKAGE, _ = read_package(ROOT)
DAY = date(2026, 11, 24)


def git(hub: Path, *words: str) -> str:
    who = ("-c", f"user.name={AUTHOR}", "-c", f"user.email={MAIL}", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", "-C", str(hub), *who, *words], check=True, capture_output=True, text=True).stdout


class Hub:
    """A hub in git, in which each commit is a day later than the one before."""

    def __init__(self, root: Path) -> None:
        self.root, self.day = root, 1
        new_hub(root)
        say_made_up(root)
        git(root, "init", "--quiet", "--initial-branch=main")
        self.commit({})

    def commit(self, files: Mapping[str, str | None]) -> None:
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink() if text is None else path.write_text(text, encoding="utf-8")
        git(self.root, "add", "--all")
        os.environ["GIT_COMMITTER_DATE"] = f"2026-10-{self.day:02}T12:00:00Z"
        git(self.root, "commit", "--quiet", "--message", f"{AUTHOR} told me about it")
        self.day += 1

    def told(self, capsys: pytest.CaptureFixture[str], *options: str) -> str:
        assert main(["history", "--root", str(self.root), "--limit", "3", *options]) == 0
        return capsys.readouterr().out


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hub:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "")
    return Hub(tmp_path / "hub")


def test_a_new_record_a_changed_one_and_one_taken_off_are_told(hub: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    birch = HOUSE.replace("maple-house", "birch-house")
    hub.commit({FILE: HOUSE, "data/housing/birch-house.yaml": birch})
    hub.commit({FILE: HOUSE.replace("beds: 8", "beds: 9").replace("for men", "for women")})
    hub.commit({"data/housing/birch-house.yaml": None})

    assert hub.told(capsys).splitlines() == [
        "2026-10-04  housing  A place to stay: One entry was taken off.",
        "2026-10-03  housing/maple-house  Maple & <b>House</b>: Changed: In short, Beds",
        "2026-10-02  housing/maple-house  Maple & <b>House</b>: New in: A place to stay",
    ]


@pytest.mark.parametrize("seconds", ["99999999999999999999", "253402300800", "4102444800", "18446744073709551615"])
def test_a_commit_of_a_day_that_no_clock_knows_or_that_is_to_come_is_left_out(seconds: str, hub: Hub) -> None:
    hub.commit({FILE: HOUSE})
    before = read_history(hub.root, PACKAGE, DAY)
    hub.commit({FILE: HOUSE.replace("beds: 8", "beds: 9")})
    text = git(hub.root, "cat-file", "commit", "HEAD")
    text = re.sub(r"^(committer .*> )\d+", rf"\g<1>{seconds}", text, flags=re.MULTILINE)
    written = ["git", "-C", str(hub.root), "hash-object", "-w", "-t", "commit", "--literally", "--stdin"]
    made = subprocess.run(written, input=text, check=True, capture_output=True, text=True).stdout.strip()
    git(hub.root, "reset", "--hard", "--quiet", made)
    assert read_history(hub.root, PACKAGE, DAY) == before


def test_a_file_that_is_called_like_a_commit_is_a_file(hub: Hub, tmp_path: Path) -> None:
    hub.commit({FILE: HOUSE})
    head = f"data/housing/\x01{'a' * 40} 99999999999999 .yaml"
    hub.commit({head: "x", FILE: HOUSE.replace("beds: 8", "beds: 9")})
    (change,) = [each for each in read_history(hub.root, PACKAGE, DAY) if each.how == "changed"]
    assert (change.id, change.commit) == ("maple-house", git(hub.root, "rev-parse", "HEAD").strip())


def test_what_is_too_big_to_be_a_record_is_never_asked_for(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    hub.commit({FILE: HOUSE, "data/housing/big.yaml": "#" * 300_000})
    read: list[int] = []
    asked = git_of_ours

    def spied(folder: Path, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes] | None:
        done = asked(folder, *words, given=given)
        read.append(len(done.stdout) if done else 0)
        return done

    monkeypatch.setattr(history, "git", spied)
    assert "maple-house" in {change.id for change in read_history(hub.root, PACKAGE, DAY)}
    assert max(read) < 300_000


def test_commits_for_which_there_is_no_room_are_told_as_a_number(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    hub.commit({FILE: HOUSE})
    hub.commit({FILE: HOUSE.replace("beds: 8", "beds: 9")})
    monkeypatch.setattr(history, "ROOM", 2 * len(HOUSE))
    told = read_history(hub.root, PACKAGE, DAY)
    assert [change.how for change in told if change.resource == "housing"] == ["changed", "many"]


def test_what_is_hidden_is_not_even_named(hub: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    hub.commit({FILE: HOUSE})
    hub.commit({FILE: f"{HOUSE}maintainer_note: Ask Maria.\naddress: 1 Hidden Street\n"})

    newest = git(hub.root, "rev-parse", "HEAD").strip()
    assert [change for change in read_history(hub.root, PACKAGE, DAY) if change.commit == newest] == []
    assert "2026-10-03" not in hub.told(capsys)


def test_a_record_that_is_shown_no_more_is_named_nowhere(hub: Hub, tmp_path: Path) -> None:
    file, house = "data/housing/wombat-house.yaml", HOUSE.replace("maple-house", "wombat-house")
    hub.commit({file: house.replace("Maple", "Wombat")})
    hub.commit({file: house.replace("beds: 8", "beds: 9")})
    hub.commit({file: None})
    build(hub.root, tmp_path / "output")

    files = [path for path in (tmp_path / "output").rglob("*") if path.is_file()]
    assert (tmp_path / "output" / "es" / "changes" / "index.html") in files
    assert [path for path in files if b"wombat" in path.read_bytes().lower()] == []


def test_who_changed_it_and_what_they_wrote_of_it_is_in_no_file(hub: Hub, tmp_path: Path) -> None:
    hub.commit({FILE: HOUSE})
    build(hub.root, tmp_path / "output")

    for path in (tmp_path / "output").rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert AUTHOR.encode() not in content, path
        assert MAIL.encode() not in content, path


def test_a_record_under_a_new_id_is_no_new_record(hub: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    hub.commit({FILE: HOUSE})
    renamed = HOUSE.replace("id: maple-house", "id: maple-home") + "formerly: [maple-house]\n"
    hub.commit({FILE: None, "data/housing/maple-home.yaml": renamed})

    first, *_ = hub.told(capsys).splitlines()
    assert first == "2026-10-03  housing/maple-home  Maple & <b>House</b>: Changed: Ids it had before"


def test_one_record_of_a_list_in_one_file_is_told_alone(hub: Hub) -> None:
    def listed(*beds: int) -> str:
        texts = (HOUSE.replace("maple-house", f"home-{n}").replace("beds: 8", f"beds: {b}") for n, b in enumerate(beds))
        return "".join("- " + text.rstrip().replace("\n", "\n  ") + "\n" for text in texts)

    hub.commit({"data/housing/homes.yaml": listed(5, 6)})
    hub.commit({"data/housing/homes.yaml": listed(5, 7)})
    first, *_ = read_history(hub.root, PACKAGE, DAY)
    assert (first.id, first.fields) == ("home-1", ("beds",))


def test_a_list_that_was_brought_in_is_one_line(hub: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    homes = {f"data/housing/home-{n}.yaml": HOUSE.replace("maple-house", f"home-{n}") for n in range(TOO_MANY + 1)}
    hub.commit(homes)
    first, *_ = hub.told(capsys).splitlines()
    assert first == "2026-10-02  housing  A place to stay: Added or changed, with many others at once."


def test_where_a_clone_was_cut_off_nothing_is_told_that_is_not_known(hub: Hub, tmp_path: Path) -> None:
    hub.commit({FILE: HOUSE})
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{hub.root}", "cut")
    assert read_history(tmp_path / "cut", PACKAGE, DAY) == ()


def test_a_hub_below_the_top_of_its_repository_is_told_like_any_other(hub: Hub, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    shutil.copytree(hub.root, whole / "inside", ignore=shutil.ignore_patterns(".git"))
    git(whole, "init", "--quiet")
    git(whole, "add", "--all")
    git(whole, "commit", "--quiet", "--message", "x")
    (whole / "inside" / FILE).parent.mkdir()
    (whole / "inside" / FILE).write_text(HOUSE, encoding="utf-8")
    git(whole, "add", "--all")
    git(whole, "commit", "--quiet", "--message", "y")
    first, *_ = read_history(whole / "inside", PACKAGE, DAY)
    assert (first.how, first.id) == ("new", "maple-house")


def test_a_file_that_no_reader_can_read_ends_no_build(hub: Hub) -> None:
    hub.commit({FILE: "id: [\n"})
    hub.commit({FILE: HOUSE})
    first, *_ = read_history(hub.root, PACKAGE, DAY)
    assert (first.how, first.id) == ("new", "maple-house")


def test_without_git_there_is_no_page_no_feed_and_no_fault(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(hub.root / ".git")
    build(hub.root, tmp_path / "plain")
    monkeypatch.setenv("PATH", "")
    build(hub.root, tmp_path / "bare")
    for name in ("plain", "bare"):
        assert not (tmp_path / name / "changes").exists()
        assert "changes/" not in (tmp_path / name / "all-pages" / "index.html").read_text(encoding="utf-8")
    assert main(["history", "--root", str(hub.root)]) == 1
    assert "Is its folder in git" in capsys.readouterr().out


def test_two_builds_of_one_history_are_equal(hub: Hub, tmp_path: Path) -> None:
    hub.commit({FILE: HOUSE})
    for name in ("one", "two"):
        build(hub.root, tmp_path / name)
    one, two = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("one", "two")
    )
    assert Path("changes/history.xml") in one
    assert one == two


def test_the_feed_is_atom_and_its_marks_stay_when_more_is_changed(
    hub: Hub, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def feed() -> ET.Element:
        assert main(["history", "--root", str(hub.root), "--format", "atom"]) == 0
        return ET.fromstring(capfdbinary.readouterr().out)

    hub.commit({FILE: HOUSE})
    before = feed()
    hub.commit({FILE: HOUSE.replace("beds: 8", "beds: 9")})
    after = feed()
    atom_ = f"{{{NAMESPACE}}}"
    marks = [[entry.findtext(f"{atom_}id") for entry in each.findall(f"{atom_}entry")] for each in (before, after)]
    assert marks[1][1:] == marks[0]
    assert len(set(marks[1])) == len(marks[1])
    assert before.findtext(f"{atom_}id") == after.findtext(f"{atom_}id")
    entry = after.find(f"{atom_}entry")
    assert entry is not None
    assert entry.findtext(f"{atom_}title") == "Maple & <b>House</b>"
    assert after.findtext(f"{atom_}updated") == entry.findtext(f"{atom_}updated") == "2026-10-03T12:00:00Z"


def test_programs_get_the_same_as_people(hub: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    hub.commit({FILE: HOUSE})
    first: dict[str, Any] = json.loads(hub.told(capsys, "--format", "json"))[0]
    assert first == {
        "at": "2026-10-02T12:00:00+00:00",
        "page": "housing/maple-house/",
        "name": "Maple & <b>House</b>",
        "words": "New in: A place to stay",
    }


def test_a_feed_escapes_what_it_is_given() -> None:
    nasty = """<script>&"']]>"""
    entry = Entry("urn:x:1", datetime(2026, 11, 2, tzinfo=UTC), nasty, nasty, f"https://example.org/?{nasty}")
    read = ET.fromstring(atom(Feed("urn:x", nasty, nasty, "en", "a.xml", "./", (entry,))))
    assert [each.text for each in read.iter() if each.text == nasty] == [nasty] * 4


@pytest.mark.browser
def test_axe_finds_nothing_on_the_page_of_changes(hub: Hub, tmp_path: Path, browser: Browser) -> None:
    hub.commit({FILE: HOUSE})
    build(hub.root, tmp_path / "output")
    with serving(tmp_path / "output") as address:
        page = browser.new_page(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
        for tree in ("", "es/"):
            page.goto(f"{address}/{tree}changes/")
            assert Axe().run(page).response["violations"] == []
            assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.close()
