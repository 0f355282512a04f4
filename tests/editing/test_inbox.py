# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What readers tell becomes a branch with one small sound change each, whatever they typed, and nothing else of it."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from porchlight.cli import main
from porchlight.editing.inbox import proposals
from porchlight.form_service.store import SqliteStore
from porchlight.model.report import Report
from porchlight.reading.nodes import Mapping, plain
from porchlight.reading.yaml_text import read_yaml

HOUSE = """\
id: maple-house
name: Maple House   # as they write it
summary: A made-up home for a test.
kind: recovery_residence
how_to: Call after 10.
phones:
  - {number: 614-555-0142, kind: voice, check: not_dialed}
email: maple@example.org
sources:
  - {url: https://www.example.org/, read_on: 2026-11-23, kind: own}
"""
FILE = "data/housing/maple-house.yaml"
TYPED = ["a: b", "#1", "\"“'", "No", "07102", "👩‍👩‍👧 home", "בית 12", "- x", "{a}", "yes", "~", "10:00", "x " * 2_499]


def git(root: Path, *words: str) -> str:
    made_up = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    return subprocess.run(["git", "-C", str(root), *made_up, *words], capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("inbox") / "hub"
    assert main(["new", str(root), "--no-build"]) == 0
    (root / "data" / "housing").mkdir()
    (root / FILE).write_text(HOUSE, encoding="utf-8")
    return root


@pytest.fixture
def hub(shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "hub"
    git(tmp_path, "clone", "-q", str(_committed(shared)), str(root))
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Test")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "test@example.org")
    return root


def _committed(root: Path) -> Path:
    if not (root / ".git").exists():
        git(root, "init", "-q", "-b", "main")
        git(root, "add", "-A")
        git(root, "commit", "-qm", "Start")
    return root


def told(
    value: str = "", line: str = "", what: str = "", words: str = "", record: str = "housing/maple-house"
) -> Report:
    return Report(record, what, words, "en", "2026-11-28", f"sid-{abs(hash((value, line, what, words)))}", line, value)


def keep(hub: Path, *reports: Report) -> None:
    (hub / "var").mkdir(exist_ok=True)
    with SqliteStore(hub / "var" / "responses.sqlite3") as store:
        for report in reports:
            store.keep(report).result()


def said(text: str) -> dict[str, Any]:
    """What the file says to our reader, which has nothing against it."""
    node, problems = read_yaml(text.encode(), FILE)
    assert not problems
    assert isinstance(node, Mapping)
    whole: dict[str, Any] = plain(node)
    return whole


def diff(hub: Path, branch: str) -> list[str]:
    lines = git(hub, "diff", "-U0", f"main..{branch}").splitlines()
    return [line for line in lines if line[0] in "+-" and not line.startswith(("+++", "---"))]


def test_a_number_told_by_a_reader_is_a_branch_with_a_diff_of_one_line(
    hub: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(hub, told("614-555-0199", what="number_wrong", words="Ask for Maria"))
    assert main(["inbox", "--root", str(hub), "--branch", "told"]) == 0
    assert diff(hub, "told") == [
        "-  - {number: 614-555-0142, kind: voice, check: not_dialed}",
        "+  - {number: 614-555-0199, kind: voice, check: not_dialed}",
    ]
    assert "They wrote: Ask for Maria" in capsys.readouterr().out
    assert "Maria" not in git(hub, "log", "-p", "told")
    assert git(hub, "status", "--porcelain", "--", "data") == ""
    assert git(hub, "branch", "--show-current").strip() == "main"


@pytest.mark.parametrize("value", TYPED)
def test_whatever_was_typed_stands_in_the_branch_as_a_text_or_is_told(hub: Path, value: str) -> None:
    keep(hub, told(value, line="how_to"))
    assert main(["inbox", "--root", str(hub), "--branch", "told"]) == 0
    if "told" not in git(hub, "branch"):
        return  # too long for the field: it waits for a person
    text = git(hub, "show", f"told:{FILE}")
    assert said(text)["how_to"] == value.strip()
    assert len([line for line in diff(hub, "told") if line.startswith("-")]) == 1


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=5_000), st.sampled_from(["how_to", "summary", "name", "phones.1.number", "email"]))
def test_any_text_for_any_line_changes_that_line_alone(shared: Path, value: str, line: str) -> None:
    (proposal,) = proposals(shared, [told(value, line=line)])
    if proposal.change is None:
        assert proposal.why
        return
    before, after = said(HOUSE), said(proposal.change.after or "")
    path = line.partition(".")[0]
    assert {**before, path: after[path]} == after
    assert after[path] == value.strip().replace("\r\n", "\n") or line.startswith("phones")


@pytest.mark.parametrize(
    "line", ["id", "kind", "sources.1.url", "answers.moud.answer", "maintainer_note", "address", "x"]
)
def test_no_other_line_can_be_reached(shared: Path, line: str) -> None:
    (proposal,) = proposals(shared, [told("evil", line=line)])
    assert proposal.change is None
    assert "line was meant" in proposal.why


def test_a_reader_who_called_confirms_the_record(hub: Path) -> None:
    keep(hub, told(what="called_right"))
    assert main(["inbox", "--root", str(hub), "--branch", "told"]) == 0
    assert diff(hub, "told") == [
        "-  - {number: 614-555-0142, kind: voice, check: not_dialed}",
        "+  - {number: 614-555-0142, kind: voice, check: works, checked_on: 2026-11-28}",
        "+checks:",
        "+  - as_of: 2026-11-28",
        "+    how: phone",
        "+    by: reader of this page",
        "+    result: right",
    ]


def test_several_reports_are_one_commit_each_and_never_undo_each_other(hub: Path) -> None:
    keep(
        hub,
        told("614-555-0199", what="number_wrong"),
        told("Call after 11.", line="how_to"),
        told(what="visited_right"),
    )
    assert main(["inbox", "--root", str(hub), "--branch", "told"]) == 0
    titles = git(hub, "log", "--format=%s", "main..told").splitlines()
    assert sorted(titles) == ["Maple House: a mistake", "Maple House: how_to", "Maple House: still right"]
    assert {"+how_to: Call after 11.", "+    how: visit"} <= set(diff(hub, "told"))


@pytest.mark.parametrize(
    ("report", "why"),
    [
        (told("555", line="phones.1.number"), "The check would refuse it."),
        (told(what="closed"), "Call them and ask."),
        (told("x", record="housing/oak"), "no such record"),
        (told("Maple House", line="name"), "says so already"),
        (told("new"), "phones.1.number (614-555-0142)"),
    ],
)
def test_what_no_machine_can_tell_waits_for_a_person(
    hub: Path, capsys: pytest.CaptureFixture[str], report: Report, why: str
) -> None:
    keep(hub, report)
    assert main(["inbox", "--root", str(hub), "--branch", "told"]) == 0
    out = capsys.readouterr().out
    assert why in out
    assert "For a person to find out: 1." in out
    assert "told" not in git(hub, "branch")


def test_a_branch_that_is_there_is_never_written_over(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(hub, told("614-555-0199", what="number_wrong"))
    git(hub, "branch", "told")
    assert main(["inbox", "--root", str(hub), "--branch", "told"]) == 1
    assert "already exists" in capsys.readouterr().out
    for name in ("--upload-pack=x", "a b", "../x"):
        assert main(["inbox", "--root", str(hub), f"--branch={name}"]) == 1


def test_an_empty_inbox_says_so(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inbox", "--root", str(hub)]) == 0
    assert capsys.readouterr().out == "Nobody has told of anything yet.\n"
