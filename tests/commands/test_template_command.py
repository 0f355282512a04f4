# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight template`: what it lists, what it writes and what it says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from porchlight.cli import main
from tests.checking.hubs import git, hub_with_a_template
from tests.conftest import ROOT


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def template(*words: str) -> int:
    return main(["template", *words, "--root", str(ROOT)])


@pytest.fixture(params=[".gitignore", "starter/.gitignore"])
def hub(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A hub in git that leaves alone what ours does, or what a new one does."""
    git(hub_with_a_template(tmp_path / "hub"), "init", "-q")
    shutil.copy(ROOT / request.param, tmp_path / "hub")
    return tmp_path / "hub"


def test_without_a_name_it_lists_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert template() == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 12
    assert any(line.startswith("outreach-plan  Outreach plan. One page") for line in lines)


def test_it_writes_the_file_and_says_what_the_hub_filled_in_and_what_is_blank(
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = ("met=7", "visit_day=2026-12-01")
    assert template("visit-log", *given, "--to", "md", "--output", "visit-log.md") == 0
    told = capsys.readouterr().out
    assert told.startswith(
        "The document is in visit-log.md.\nFilled in by the hub, so please read it again:\n  hub  Our"
    )
    assert "Still blank:\n  place  Place that we visited\n" in told
    assert "| Day | December 1, 2026 |" in Path("visit-log.md").read_text(encoding="utf-8")


def test_the_form_is_word_s_where_none_is_named_and_the_file_where_one_wants_it() -> None:
    assert template("visit-log", "--out", "log.docx") == 0
    assert Path("log.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["visit-lag"], "Did you mean “visit-log”?"),
        (["visit-log", "met"], "Write a field, “=” and its words, without spaces between: field=words. It says “met”."),
        (["visit-log", "--language", "fr"], "Take en or es."),
        (["visit-log", "who=🏠", "--to", "pdf"], "The fonts for paper do not have “🏠”."),
    ],
)
def test_what_it_can_t_do_it_says(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert template(*words) == 1
    assert told in capsys.readouterr().out


def test_a_letter_with_a_name_goes_where_git_leaves_it_alone(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "log", "who=Sam Example", "--to", "md", "--root", str(hub)]) == 0
    assert f"The document is in {hub}/var/papers/log.md." in capsys.readouterr().out
    assert "Sam Example" in (hub / "var" / "papers" / "log.md").read_text(encoding="utf-8")
    git(hub, "add", ".")
    assert "var" not in git(hub, "ls-files")


@pytest.mark.parametrize("file", ["log.md", "docs/new/log.md"])
def test_no_letter_is_written_where_git_would_publish_it(
    file: str, hub: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(hub)
    assert main(["template", "log", "who=Sam Example", "--output", file]) == 1
    told = capsys.readouterr().out
    assert "where git would publish it. Name another place. Without --output it goes to var/papers/." in told
    assert not Path(file).exists()
    assert main(["template", "log", "--output", f"var/other/{file}"]) == 0


def test_a_hub_that_would_publish_the_folder_too_is_told_how_to_keep_it_out(
    hub: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (hub / ".gitignore").unlink()
    assert main(["template", "log", "--root", str(hub)]) == 1
    assert "Write /var into the file .gitignore." in capsys.readouterr().out
    assert not (hub / "var").exists()


def test_what_someone_wrote_stays_until_they_say_that_it_may_go(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = hub / "var" / "papers" / "log.md"
    command = ["template", "log", "who=Sam Example", "--to", "md", "--root", str(hub)]
    assert main(command) == 0
    paper.write_text("Finished by hand.", encoding="utf-8")
    capsys.readouterr()
    assert main(command) == 1
    told = capsys.readouterr().out
    assert told.startswith(f"There is a file {paper} already. Nothing was written.")
    assert paper.read_text(encoding="utf-8") == "Finished by hand."
    assert main([*command, told.split()[-1]]) == 0
    assert "Sam Example" in paper.read_text(encoding="utf-8")
    assert [each.name for each in paper.parent.iterdir()] == ["log.md"]
