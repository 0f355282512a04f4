# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What readers tell becomes a branch with one small sound change each, whatever they typed, and nothing else of it."""

from __future__ import annotations

import os
import shlex
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from porchlight.checking.run import Checked, check_hub
from porchlight.cli import main
from porchlight.editing import branch, changing
from porchlight.editing.changing import Change, write
from porchlight.editing.inbox import Proposal, ReportsTogether, proposal_of
from porchlight.form_service.store import SqliteStore
from porchlight.model.report import Report
from porchlight.putting import LeadsOut
from porchlight.reading.nodes import Mapping, plain
from porchlight.reading.yaml_text import read_yaml
from tests.checking.hubs import say_made_up

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
    then = os.environ | {"GIT_COMMITTER_DATE": "2026-11-01T12:00:00Z"}
    command = ["git", "-C", str(root), *made_up, *words]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=then).stdout


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("inbox") / "hub"
    assert main(["new", str(root), "--no-build"]) == 0
    say_made_up(root)
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


def alone(root: Path, report: Report) -> Proposal:
    return proposal_of(root, check_hub(root, date.today()).hub, ReportsTogether.by(root, [report]), report)


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


def test_the_hub_is_read_once_for_each_report_and_twice_to_begin_with(
    hub: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check that let one report in is what the next one is measured by, also past one that is refused."""
    checks: list[Path] = []

    def counted(root: Path, day: date) -> Checked:
        checks.append(root)
        return check_hub(root, day)

    for module in (branch, changing):
        monkeypatch.setattr(module, "check_hub", counted)
    texts = (("how_to", "Call after 11."), ("email", "nobody"), ("name", "Maple"), ("summary", "A made-up home."))
    reports = (
        replace(told(value, line=line), day=f"2026-11-{day}") for day, (line, value) in enumerate(texts, start=20)
    )
    keep(hub, *reports)
    assert main(["inbox", "--root", str(hub), "--branch", "told"]) == 0

    assert len(git(hub, "log", "--format=%s", "main..told").splitlines()) == 3
    assert len(checks) == 2 + len(texts)


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
    proposal = alone(shared, told(value, line=line))
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
    proposal = alone(shared, told("evil", line=line))
    assert proposal.change is None
    assert "line was meant" in proposal.why


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("answers.registry", "answers.registry.answer=ANSWER answers.registry.as_of=DAY"),
        ("beds_free", "beds_free=NUMBER beds_free_on=DAY"),
    ],
)
def test_what_needs_a_day_is_asked_for_with_the_line_to_write_even_where_nothing_is_known(
    shared: Path, line: str, said: str
) -> None:
    proposal = alone(shared, told("3", line=line))
    assert proposal.change is None
    assert f"It says nothing about {line} yet." in proposal.why
    assert said in proposal.why


@pytest.mark.parametrize(("shown", "changed"), [("full", True), ("city", False)])
def test_an_address_is_mended_only_where_it_is_shown(hub: Path, shown: str, changed: bool) -> None:
    lines = f"address: 12 Example Street\ncity: Lantern\naddress_visibility: {shown}\n"
    (hub / FILE).write_text(HOUSE + lines, encoding="utf-8")
    proposal = alone(hub, told("14 Example Street", line="address"))
    assert bool(proposal.change and "14 Example Street" in (proposal.change.after or "")) == changed
    assert "12 Example Street" not in proposal.why


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
    assert sorted(titles) == [
        "housing/maple-house: a mistake",
        "housing/maple-house: how_to",
        "housing/maple-house: still right",
    ]
    assert {"+how_to: Call after 11.", "+    how: visit"} <= set(diff(hub, "told"))


@pytest.mark.parametrize(
    ("report", "why"),
    [
        (told("555", line="phones.1.number"), "The check would refuse it."),
        (told(what="closed"), "Find that out first."),
        (told(what="number_wrong"), "Call them and ask."),
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


@pytest.mark.parametrize("report", [told("no", line="answers.moud"), told(line="answers.moud", what="took_them_not")])
def test_an_answer_is_never_changed_by_a_reader_but_asked_for_with_the_line_to_write(
    hub: Path, capsys: pytest.CaptureFixture[str], report: Report
) -> None:
    said = "answers:\n  moud: {answer: yes, as_of: 2026-11-02, by: house manager, how: phone}\n"
    (hub / FILE).write_text(HOUSE + said, encoding="utf-8")
    keep(hub, report)
    assert main(["inbox", "--root", str(hub)]) == 0
    told_so = capsys.readouterr().out
    assert "A person has to ask them. It says answers.moud: yes now." in told_so
    line = " ".join(told_so.split()).partition("porchlight ")[2].partition("how=phone")[0] + "how=phone"
    filled = line.replace("ANSWER", "no").replace("DAY", "2026-11-27").replace("ROLE", "'house manager'")
    assert main([*shlex.split(filled), "--root", str(hub)]) == 0
    after = (hub / FILE).read_text(encoding="utf-8")
    assert after == (HOUSE + said).replace("answer: yes, as_of: 2026-11-02", "answer: no, as_of: 2026-11-27")


SUMMARY = "A made-up home with a new summary."


def test_the_list_says_ready_of_what_the_branch_will_hold(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text that is too long, and what a report before it has put right, are for no branch."""
    keep(
        hub, told("614-555-0199", what="number_wrong"), told("x" * 9_000, line="how_to"), told(SUMMARY, line="summary")
    )
    keep(hub, told(SUMMARY, line="summary", words="as the other said"))
    assert main(["inbox", "--root", str(hub)]) == 0
    listed = capsys.readouterr().out
    assert git(hub, "status", "--porcelain", "--", "data") == ""
    assert main(["inbox", "--root", str(hub), "--branch", "told"]) == 0
    sums = "Ready to look over: 2. For a person to find out: 2."
    assert sums in listed
    assert sums in capsys.readouterr().out


def test_a_branch_that_is_there_is_never_written_over(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(hub, told("614-555-0199", what="number_wrong"))
    git(hub, "branch", "told")
    assert main(["inbox", "--root", str(hub), "--branch", "told"]) == 1
    free = f"told-{date.today()}"
    assert f"Write a new name: --branch {free}\n" in capsys.readouterr().out
    git(hub, "branch", free)
    assert main(["inbox", "--root", str(hub), "--branch", "told"]) == 1
    assert f"--branch {free}-2\n" in capsys.readouterr().out
    assert main(["inbox", "--root", str(hub), "--branch", f"{free}-2"]) == 0
    for name in ("--upload-pack=x", "a b", "../x", "@", "refs/heads/x", "a..b"):
        assert main(["inbox", "--root", str(hub), f"--branch={name}"]) == 1


def test_in_the_second_week_a_name_is_told_that_is_free(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(hub, told("614-555-0199", what="number_wrong"))
    assert main(["inbox", "--root", str(hub)]) == 0
    assert capsys.readouterr().out.endswith("--branch told-by-readers\n")
    git(hub, "branch", "told-by-readers")
    assert main(["inbox", "--root", str(hub)]) == 0
    assert capsys.readouterr().out.endswith(f"--branch told-by-readers-{date.today()}\n")


def test_the_mark_of_a_later_call_is_never_taken_back(hub: Path) -> None:
    assert main(["edit", "--root", str(hub), "maple-house", "phones.check=wrong", "phones.checked_on=2026-11-29"]) == 0
    git(hub, "commit", "-qam", "Called")
    keep(hub, told(what="called_right"))
    assert main(["inbox", "--root", str(hub), "--branch", "told"]) == 0
    assert not any("checked_on" in line for line in diff(hub, "told"))


def test_a_report_from_before_the_last_change_of_the_file_waits(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(hub, replace(told(what="called_right"), day="2026-10-31"))
    assert main(["inbox", "--root", str(hub), "--branch", "told"]) == 0
    assert "The file was changed since, on 2026-11-01." in capsys.readouterr().out
    assert "told" not in git(hub, "branch")


def test_a_report_is_taken_up_once(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(hub, told(what="called_right"), replace(told(what="called_right"), sid="the-same-from-another"))
    assert main(["inbox", "--root", str(hub), "--branch", "told"]) == 0
    assert git(hub, "log", "--format=%s", "main..told").count("\n") == 1
    assert "The record says so already." in capsys.readouterr().out
    assert main(["inbox", "--root", str(hub)]) == 0
    assert "Ready to look over: 1." in capsys.readouterr().out
    assert main(["inbox", "--root", str(hub), "--all"]) == 0
    assert "Ready to look over: 1. For a person to find out: 1." in capsys.readouterr().out


@pytest.mark.parametrize("second", [told("Call after 12.", line="how_to"), told(what="closed")])
def test_what_readers_contradict_each_other_in_waits(
    hub: Path, capsys: pytest.CaptureFixture[str], second: Report
) -> None:
    keep(hub, told("Call after 11.", line="how_to"), second)
    assert main(["inbox", "--root", str(hub), "--branch", "told"]) == 0
    assert "For a person to find out: 2." in capsys.readouterr().out


@pytest.mark.parametrize(
    "value", ["Call 1-900-976-4673 first.", "See https://evil.example/x", "evil.com has more", "Ask help@evil.example"]
)
def test_a_number_or_an_address_in_a_text_waits(hub: Path, capsys: pytest.CaptureFixture[str], value: str) -> None:
    keep(hub, told(value, line="how_to"))
    assert main(["inbox", "--root", str(hub), "--branch", "told"]) == 0
    assert "a number or an address that was not there" in capsys.readouterr().out


def test_no_word_of_a_stranger_stands_in_a_commit(hub: Path) -> None:
    keep(hub, told("Closes #1 @octocat", line="name"), told("Call after 11.", line="how_to"))
    assert main(["inbox", "--root", str(hub), "--branch", "told"]) == 0
    assert "octocat" not in git(hub, "log", "--format=%B", "main..told")


def test_a_link_laid_under_the_half_written_file_leads_nowhere(hub: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("precious", encoding="utf-8")
    (hub / "data" / "housing" / ".maple-house.yaml.half").symlink_to(outside)
    assert main(["edit", "--root", str(hub), "maple-house", "beds=3"]) == 0
    assert outside.read_text(encoding="utf-8") == "precious"
    assert not (hub / FILE).is_symlink()


def test_a_record_that_is_a_link_is_not_written(hub: Path, tmp_path: Path) -> None:
    (hub / FILE).rename(tmp_path / "outside.yaml")
    (hub / FILE).symlink_to(tmp_path / "outside.yaml")
    with pytest.raises(LeadsOut, match="is a link to something else"):
        write(hub, [Change(FILE, HOUSE, HOUSE + "beds: 3\n")])
    assert (tmp_path / "outside.yaml").read_text(encoding="utf-8") == HOUSE


def test_git_is_told_who_writes_before_anything_is_made(
    hub: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{name}_NAME")
        monkeypatch.delenv(f"GIT_{name}_EMAIL")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    git(hub, "config", "user.useConfigOnly", "true")
    keep(hub, told("614-555-0199", what="number_wrong"))
    assert main(["inbox", "--root", str(hub), "--branch", "told"]) == 1
    assert "git config user.name" in capsys.readouterr().out
    assert "told" not in git(hub, "branch")


def test_an_empty_inbox_says_so(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inbox", "--root", str(hub)]) == 0
    assert capsys.readouterr().out == "Nobody has told of anything yet.\n"
