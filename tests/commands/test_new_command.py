# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A hub of one's own: five questions, whatever is typed; and later, what a newer version brings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from porchlight.checking.run import check_hub
from porchlight.cli import main
from porchlight.model.places import places_of
from porchlight.reading.settings import read_settings
from porchlight.starting import making, upgrading
from porchlight.starting.asking import QUESTIONS, Answers
from porchlight.starting.kept import KEPT, read_kept
from porchlight.starting.making import CannotStand, new_hub
from tests.conftest import ROOT


def test_five_questions_are_asked_where_nothing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []
    typed = iter(["Our hub", "Franklin County", "es en", "help@example.org", ""])

    def answer(question: str) -> str:
        asked.append(question)
        return next(typed)

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    assert main(["new", str(tmp_path / "hub"), "--no-build"]) == 0
    assert [question.split("\n")[0] for question in asked] == list(QUESTIONS.values())
    settings, problems = read_settings(tmp_path / "hub")
    assert problems == []
    assert (settings.name, settings.contact, settings.repository) == ("Our hub", "help@example.org", "")
    assert settings.languages == ("es", "en")
    assert settings.taglines["en"].startswith("Franklin County. Find a place")
    assert "all of it can be changed later" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("place", "state"),
    [
        ("Franklin County, Ohio", "ohio"),
        ("Franklin County, OH", "ohio"),
        ("Nueva York", "new-york"),
        ("Washington, DC", "washington-dc"),
        ("Franklin County", ""),
        ("LA", ""),
    ],
)
def test_a_new_hub_begins_with_the_page_of_its_state(tmp_path: Path, place: str, state: str) -> None:
    new_hub(tmp_path / "hub", Answers(place=place))
    checked = check_hub(tmp_path / "hub", date.today())
    assert checked.stopping == ()
    assert [record.id for record in places_of(checked.hub).records.values()] == ([state] if state else [])


@pytest.mark.parametrize(
    "typed", ["No", "07102", "a: b # c", '"quoted"', "{{ name }}", "- x", "日本 ‘hub’", "x" * 300, "name: Porchlight"]
)
def test_whatever_is_typed_as_a_name_is_the_name(tmp_path: Path, typed: str) -> None:
    new_hub(tmp_path / "hub", Answers(name=typed, place=typed))
    settings, problems = read_settings(tmp_path / "hub")
    assert problems == []
    assert settings.name == typed
    assert settings.taglines["es"].startswith(typed)


def test_a_name_with_signs_that_nobody_sees_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(CannotStand, match="unusual signs"):
        new_hub(tmp_path / "hub", Answers(name="a\u202eb"))
    assert not (tmp_path / "hub").exists()


def test_an_answer_of_the_wrong_form_is_told_and_can_be_given_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hub = str(tmp_path / "hub")
    assert main(["new", hub, "--no-build", "--repository", "my-repo"]) == 1
    told = capsys.readouterr().out
    assert told == "--repository: “repository” should look like https://github.com/example/hub. It says “my-repo”.\n"
    assert main(["new", hub, "--no-build", "--repository", "https://github.com/example/hub"]) == 0


def test_an_answer_that_can_not_stand_is_asked_for_again_and_no_other_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter(["Our\u202ehub", "Our hub", "", "english", "en", "maria", "maria@example.org", ""])
    monkeypatch.setattr("builtins.input", lambda _: next(typed))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    assert main(["new", str(tmp_path / "hub"), "--no-build"]) == 0
    told = capsys.readouterr().out
    for words in ("unusual signs", "It says “english”.", "“contact” should look like help@example.org."):
        assert words in told
    assert "hub.yaml" not in told
    settings, _ = read_settings(tmp_path / "hub")
    assert (settings.name, settings.languages, settings.contact) == ("Our hub", ("en",), "maria@example.org")


def test_a_folder_that_is_not_empty_is_told_before_any_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine").touch()
    monkeypatch.setattr("builtins.input", lambda _: pytest.fail("asked"))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    assert main(["new", str(tmp_path)]) == 1
    assert "is not empty" in capsys.readouterr().out


@pytest.mark.parametrize("languages", ["en", "es", "es en", "en, es"])
def test_a_hub_in_each_language_is_checked_and_built_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], languages: str
) -> None:
    assert main(["new", str(tmp_path / "hub"), "--languages", languages]) == 0
    assert "Checked: nothing to mend. Built:" in capsys.readouterr().out
    assert (tmp_path / "hub" / "output" / "index.html").is_file()
    assert main(["upgrade", "--root", str(tmp_path / "hub")]) == 0
    assert capsys.readouterr().out.count("\n") == 1


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    new_hub(tmp_path / "hub")
    return tmp_path / "hub"


def test_a_hub_of_this_version_has_nothing_to_upgrade(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["upgrade", "--root", str(hub)]) == 0
    assert capsys.readouterr().out.count("\n") == 1


def make(hub: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """`make` where the shell knows no porchlight and nothing can be fetched."""
    tools = hub.parent / "tools"
    tools.mkdir()
    (tools / "python3").symlink_to(Path(sys.executable).resolve())
    env = {"PATH": f"{tools}:/usr/bin:/bin", "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, **more}
    return subprocess.run(["make", "-C", str(hub), *words], capture_output=True, text=True, check=False, env=env)


def test_make_finds_the_program_of_the_checkout_that_made_the_hub(hub: Path) -> None:
    command = hub.parent / "porchlight"
    command.write_text('#!/bin/sh\necho "asked to $*"\n', encoding="utf-8")
    command.chmod(0o755)
    (line,) = (hub / "porchlight.mk").read_text(encoding="utf-8").splitlines()
    said = line.partition("PORCHLIGHT ?= ")[2]
    assert Path(said) in (Path(sys.executable).with_name("porchlight"), ROOT)
    (hub / "porchlight.mk").write_text(line.replace(said, str(command)), encoding="utf-8")
    assert make(hub, "check").stdout.splitlines()[1] == "asked to check"


@pytest.mark.parametrize("named", ["", "PORCHLIGHT=missing.whl"])
def test_where_porchlight_can_not_be_had_make_says_what_to_do_and_leaves_nothing_behind(hub: Path, named: str) -> None:
    (hub / "porchlight.mk").unlink()
    done = make(hub, "check", *filter(None, [named]))
    assert done.returncode != 0
    assert "make serve PORCHLIGHT=../porchlight" in done.stdout
    assert not (hub / ".venv").exists()


def test_a_folder_that_someone_keeps_in_the_place_of_ours_is_never_taken_away(hub: Path) -> None:
    (hub / "porchlight.mk").unlink()
    (hub / ".venv").mkdir()
    (hub / ".venv" / "mine").touch()
    assert make(hub, "check").returncode != 0
    assert (hub / ".venv" / "mine").is_file()


def test_the_lines_that_new_ends_with_put_the_hub_into_git_and_stand_wherever_a_host_is_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "a hub"), "--no-build"]) == 0
    script = capsys.readouterr().out.partition("put it into git first:\n")[2]
    who = {f"GIT_{role}_{part}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    subprocess.run(["sh", "-e", "-c", script], check=True, capture_output=True, env=os.environ | who)
    listed = subprocess.run(
        ["git", "-C", str(tmp_path / "a hub"), "ls-tree", "-r", "--name-only", "main"], check=True, capture_output=True
    )
    files = listed.stdout.decode().splitlines()
    assert "data/hub.yaml" in files
    assert "porchlight.mk" not in files
    for page in ("docs/lessons/host-it-free.md", "docs/workflows.md", "starter/README.md"):
        lines = [line.strip() for line in (ROOT / page).read_text(encoding="utf-8").splitlines()]
        assert [line for line in lines if line in making.INTO_GIT] == list(making.INTO_GIT), page


def test_the_handbook_names_the_wheel_as_it_is_called() -> None:
    wheel = f"./porchlight_hub-{version('porchlight-hub')}-py3-none-any.whl"
    assert wheel in making.starter_files(["en"])["requirements.txt"].decode()
    assert wheel in (ROOT / "docs" / "workflows.md").read_text(encoding="utf-8")


def test_a_newer_version_updates_what_was_not_touched_and_shows_the_rest(
    hub: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = json.loads((hub / KEPT).read_text())
    kept["version"] = "0.0.9"
    kept["fields"]["housing"] = [*kept["fields"]["housing"][1:], "old_field"]
    (hub / KEPT).write_text(json.dumps(kept))
    (hub / "README.md").write_text("Ours.\n", encoding="utf-8")
    (hub / "content/en/tonight.md").unlink()
    now: dict[str, Any] = making.starter_files(["en", "es"])
    now |= {"Makefile": now["Makefile"] + b"# newer\n", "README.md": b"Theirs.\n", "new.txt": b"new\n"}
    now["content/en/tonight.md"] += b"newer\n"
    del now[".gitignore"]
    monkeypatch.setattr(upgrading, "starter_files", lambda _: now)

    assert main(["upgrade", "--root", str(hub), "--write"]) == 0
    told = capsys.readouterr().out
    assert "made with Porchlight 0.0.9. You have 0.1.0." in told
    assert "New in housing: id." in told
    assert "No longer in housing: old_field." in told
    assert "To bring up to date: Makefile" in told
    assert "    +# newer" in told
    assert "New: new.txt" in told
    assert "You changed README.md." in told
    assert "No longer part of a new hub: .gitignore." in told
    assert "Written: 2 files." in told
    assert (hub / "README.md").read_text(encoding="utf-8") == "Ours.\n"
    assert (hub / "Makefile").read_bytes() == now["Makefile"]
    assert not (hub / "content/en/tonight.md").exists()
    kept_now = read_kept(hub)
    assert kept_now is not None
    assert kept_now.version == "0.1.0"


def test_what_changed_between_versions_is_told_from_the_changelog(
    hub: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (hub / KEPT).write_text((hub / KEPT).read_text().replace('"0.1.0"', '"0.0.8"'))
    log = "# Changelog\n\n## [0.1.0]\n\n- Ten.\n\n## [0.0.9]\n\n- Nine.\n\n## [0.0.8]\n\n- Eight.\n"
    monkeypatch.setattr(upgrading, "changelog", lambda: log)
    assert main(["upgrade", "--root", str(hub)]) == 0
    told = capsys.readouterr().out
    assert "- Ten." in told
    assert "- Nine." in told
    assert "- Eight." not in told


def test_an_upgrade_writes_through_no_link_and_shows_no_sign_of_a_terminal(
    hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "precious"
    outside.write_text("ours", encoding="utf-8")
    kept = json.loads((hub / KEPT).read_text())
    kept["version"] = "\x1b[31mX"
    del kept["files"]["Makefile"]
    (hub / KEPT).unlink()
    (tmp_path / "kept.json").write_text(json.dumps(kept))
    (hub / KEPT).symlink_to(tmp_path / "kept.json")
    (hub / "Makefile").unlink()
    (hub / "Makefile").symlink_to(outside)
    assert main(["upgrade", "--root", str(hub), "--write"]) == 0
    assert outside.read_text(encoding="utf-8") == "ours"
    assert json.loads((tmp_path / "kept.json").read_text()) == kept
    assert "\x1b" not in capsys.readouterr().out


def test_an_upgrade_tells_of_no_file_outside_of_the_hub(
    hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "precious"
    outside.write_text("ours", encoding="utf-8")
    kept = json.loads((hub / KEPT).read_text())
    kept["files"] |= {str(outside): "x", "../precious": "x"}
    (hub / KEPT).write_text(json.dumps(kept))
    assert main(["upgrade", "--root", str(hub)]) == 0
    assert "precious" not in capsys.readouterr().out


def test_a_link_that_leads_to_nothing_is_no_place_for_a_new_hub(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert main(["new", str(tmp_path / "link"), "--name", "Ours", "--no-build"]) == 1
    assert "Name a new folder" in capsys.readouterr().out
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"version": 1}', '{"version": "1", "files": [], "fields": {}}'])
def test_a_hub_that_remembers_nothing_is_told_what_to_do(
    hub: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (hub / KEPT).write_text(text)
    assert main(["upgrade", "--root", str(hub)]) == 1
    assert "Make a new one beside it with porchlight new" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("place", "state", "told"),
    [
        ("Franklin County, Ohio", "ohio", "For Franklin County add data/places/franklin-county.yaml:"),
        ("Franklin County, Ohio", "ohio", "code: US-OH-049"),
        ("Columbus, OH", "ohio", "code: US-OH-#####"),
        ("43215", "ohio", "Made the page of Ohio."),
        ("US-OH-049", "ohio", "Made the page of Ohio."),
        ("Elmland", "", "We know no state of that name: Elmland."),
    ],
)
def test_what_became_of_the_place_is_told(
    place: str, state: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing that was typed is dropped in silence."""
    assert main(["new", str(tmp_path / "hub"), "--no-build", "--place", place]) == 0

    assert told in capsys.readouterr().out
    assert {file.stem for file in (tmp_path / "hub" / "data").glob("places/*.yaml")} == ({state} if state else set())
