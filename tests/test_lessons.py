# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A lesson is short and plain, its commands work one after the other, and its pictures are those of real pages."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from porchlight.cli import main
from porchlight.starting.making import new_hub
from tests.checking.hubs import say_made_up
from tests.conftest import ROOT
from tools import pictures

DOCS = ROOT / "docs"
BY_HAND = sorted(path for path in DOCS.rglob("*.md") if path.parent.name != "dictionary")
LESSONS = [*sorted((DOCS / "lessons").glob("*.md")), DOCS / "moderate.md", DOCS / "what-never-to-record.md"]
FOLLOWED = [*LESSONS, DOCS / "fix-a-record.md", DOCS / "add-a-record.md", DOCS / "polls.md", DOCS / "results.md"]
"""What someone reads who learns one thing in ten minutes."""

FENCED = re.compile(r"^ *```[^\n]*\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
AS_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
WORD = re.compile(r"[A-Za-z][A-Za-z’']*")
VOWELS = re.compile(r"[aeiouy]+")
GRADE = 8.0
MOST_BYTES = 60_000


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def prose(page: str) -> list[str]:
    """The sentences that are read as such: no code, no table, no heading, no picture."""
    text = AS_LINK.sub(r"\1", IMAGE.sub("", FENCED.sub("", page)))
    lines = [line.strip() for line in text.splitlines()]
    kept = "\n".join(
        "" if line.startswith(("|", "#", "<!--")) else re.sub(r"^(-|\d+\.) ", "\n", line) for line in lines
    )
    parts = (part for paragraph in re.split(r"\n\s*\n", kept) for part in re.split(r"[.!?:]”?(?:\s|$)", paragraph))
    return [part for part in parts if WORD.search(part)]


def syllables(word: str) -> int:
    """Groups of vowels; an “e” at the end is silent."""
    low = word.lower()
    silent = low.endswith("e") and not low.endswith("le") and len(VOWELS.findall(low)) > 1
    return max(1, len(VOWELS.findall(low)) - silent)


def grade(page: str) -> float:
    """Flesch and Kincaid's grade: how many years of school it takes to read the page."""
    sentences = prose(page)
    words = [word for sentence in sentences for word in WORD.findall(sentence)]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@pytest.mark.parametrize("page", FOLLOWED, ids=lambda path: path.name)
def test_a_lesson_reads_at_grade_8_or_below(page: Path) -> None:
    assert grade(read(page)) <= GRADE


def test_the_grade_tells_hard_words_and_long_sentences_from_plain_ones() -> None:
    hard = "Organizational representatives necessitate authorization regarding confidentiality of residents."
    assert grade("Call the house. Ask for a bed.") < 2
    assert grade(hard) > 15


@pytest.mark.parametrize("page", LESSONS, ids=lambda path: path.name)
def test_a_lesson_is_short(page: Path) -> None:
    assert len(read(page).splitlines()) <= 180


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new hub in git, with the house of the handbook's own example."""
    root = tmp_path / "hub"
    new_hub(root)
    say_made_up(root)
    found = re.search(r"<!-- record: housing -->\n```yaml\n(.*?)```", read(DOCS / "add-a-record.md"), re.DOTALL)
    assert found
    house = root / "data" / "housing" / "maple-house.yaml"
    house.parent.mkdir()
    house.write_text(found[1], encoding="utf-8")
    who = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")
    for words in (
        ("init", "--quiet", "--initial-branch=main"),
        ("add", "--all"),
        (*who, "commit", "--quiet", "-m", "x"),
    ):
        subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True)
    monkeypatch.chdir(root)
    return root


def typed(page: Path) -> list[str]:
    return [
        line for block in FENCED.findall(read(page)) for line in block.splitlines() if line.startswith("porchlight ")
    ]


@pytest.mark.parametrize("page", [page for page in LESSONS if typed(page)], ids=lambda path: path.name)
def test_the_commands_of_a_lesson_work_one_after_the_other(
    hub: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for line in typed(page):
        assert main(shlex.split(line)[1:]) == 0, f"{line}\n{capsys.readouterr().out}"


def shown() -> list[tuple[Path, str, Path]]:
    """Every picture of the handbook: the page, what is told of it to those who can't see it, and the file."""
    return [
        (page, words, (page.parent / target).resolve())
        for page in BY_HAND
        for words, target in IMAGE.findall(read(page))
    ]


def test_every_picture_is_small_is_told_in_words_and_is_shown_somewhere() -> None:
    taken = {(pictures.IMAGES / f"{picture.name}.webp").resolve() for picture in pictures.PICTURES}
    assert {file for _, _, file in shown() if file.suffix == ".webp"} == taken
    assert [words for _, words, _ in shown() if len(words) < 40] == []
    assert [file.name for file in taken if file.stat().st_size > MOST_BYTES] == []


@pytest.mark.browser
@pytest.mark.slow
def test_two_runs_take_the_same_pictures(browser: Browser) -> None:
    with pictures.county() as address:
        first, second = (dict(pictures.taken(browser, address)) for _ in range(2))
    assert set(first) == {f"{picture.name}.webp" for picture in pictures.PICTURES}
    assert [name for name, content in first.items() if second[name] != content] == []
