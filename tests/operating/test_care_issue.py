# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The weekly issue, with a stand-in for the host's program that keeps its issues in a file."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from porchlight.cli import main
from porchlight.exchange.care_list import MARKER
from porchlight.operating.care_issue import LABEL
from tests.conftest import ROOT

FULL = ROOT / "tests" / "hubs" / "full"
GH = """#!{python}
import json, pathlib, sys
kept = pathlib.Path({kept!r})
issues = json.loads(kept.read_text())
args = sys.argv[1:]
option = lambda name: args[args.index(name) + 1]
pathlib.Path({kept!r} + ".calls").open("a").write(json.dumps(args) + "\\n")
if args[:2] == ["issue", "list"]:
    shown = [i for i in issues if i["state"] == option("--state") and option("--label") in i["labels"]]
    print(json.dumps([{{name: i[name] for name in option("--json").split(",")}} for i in shown]))
elif args[:2] == ["issue", "create"]:
    issues.append(dict(number=len(issues) + 1, title=option("--title"), body=sys.stdin.read(), state="open",
                       labels=[option("--label")]))
    print("https://git.example.org/hub/issues/%d" % len(issues))
elif args[:2] == ["issue", "edit"]:
    next(i for i in issues if i["number"] == int(args[2]))["body"] = sys.stdin.read()
elif args[:2] != ["label", "create"]:
    sys.exit("unknown command")
kept.write_text(json.dumps(issues))
"""


class Host:
    """The issues that the stand-in keeps, and how it was called."""

    def __init__(self, folder: Path) -> None:
        self.kept = folder / "issues.json"
        self.keep([])
        program = folder / "gh"
        program.write_text(GH.format(python=sys.executable, kept=str(self.kept)), encoding="utf-8")
        program.chmod(0o755)

    def keep(self, issues: list[dict[str, Any]]) -> None:
        self.kept.write_text(json.dumps(issues), encoding="utf-8")

    def issues(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.kept.read_text(encoding="utf-8"))
        return found

    def calls(self) -> str:
        return Path(f"{self.kept}.calls").read_text(encoding="utf-8")


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Host:
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return Host(folder)


def tell(day: str = "2026-11-30", root: Path = FULL) -> int:
    return main(["care-issue", "--root", str(root), "--day", day])


def test_two_runs_make_one_issue(host: Host, capsys: pytest.CaptureFixture[str]) -> None:
    assert [tell(), tell()] == [0, 0]
    (issue,) = host.issues()
    assert issue["title"] == "What to check next"
    assert issue["body"].startswith(f"{MARKER}\n38 things to look at again")
    assert issue["labels"] == [LABEL]
    assert capsys.readouterr().out.splitlines() == [
        "Opened https://git.example.org/hub/issues/1",
        "Issue 1 says it already.",
    ]


def test_a_week_later_the_same_issue_says_what_is_due_then(host: Host) -> None:
    tell()
    before = host.issues()[0]["body"]
    tell("2027-03-01")
    (issue,) = host.issues()
    assert issue["body"] != before


def test_an_issue_that_was_closed_stays_closed_and_a_new_one_opens(host: Host) -> None:
    tell()
    host.keep([{**host.issues()[0], "state": "closed", "body": f"{MARKER}\nclosed"}])
    tell()
    assert [(issue["state"], issue["body"] == f"{MARKER}\nclosed") for issue in host.issues()] == [
        ("closed", True),
        ("open", False),
    ]


@pytest.mark.parametrize("labels", [[], [LABEL]])
def test_an_issue_of_someone_else_is_never_written_over(host: Host, labels: list[str]) -> None:
    """One with our first line but without the label, and one with the label but without our first line."""
    body = "Please call me." if labels else f"{MARKER}\nPlease call me."
    host.keep([{"number": 1, "title": "x", "body": body, "state": "open", "labels": labels}])
    tell()
    assert host.issues()[0]["body"] == body
    assert len(host.issues()) == 2


def test_nothing_is_opened_while_nothing_is_due_and_an_open_one_says_so(host: Host, tmp_path: Path) -> None:
    hub = tmp_path / "hub"
    (hub / "data").mkdir(parents=True)
    shutil.copy(FULL / "data" / "hub.yaml", hub / "data")
    assert tell(root=hub) == 0
    assert host.issues() == []
    tell()
    tell(root=hub)
    (issue,) = host.issues()
    assert issue["body"] == f"{MARKER}\nNothing to look at again today."


def test_no_word_of_a_record_is_an_argument_of_a_program(host: Host, tmp_path: Path) -> None:
    hub = tmp_path / "hub"
    shutil.copytree(FULL, hub)
    file = hub / "data" / "services" / "porch-law.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("Porch Law (made up)", "--repo=x/y $(id) @all"), "utf-8")
    assert tell(root=hub) == 0
    assert "`--repo=x/y $(id) @all`" in host.issues()[0]["body"]
    assert "@all" not in host.calls()


def test_without_the_hosts_program_the_command_says_what_to_do(
    host: Host, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(host.kept.parent.parent))
    assert tell() == 1
    assert "porchlight care --format markdown" in capsys.readouterr().out


def test_what_the_hosts_program_refuses_is_told(host: Host, capsys: pytest.CaptureFixture[str]) -> None:
    (host.kept.parent / "gh").write_text(f"#!{sys.executable}\nimport sys; sys.exit('no rights')\n", encoding="utf-8")
    assert tell() == 1
    assert capsys.readouterr().out == "gh could not do it. It said: no rights\n"
