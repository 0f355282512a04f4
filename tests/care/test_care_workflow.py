# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The weekly job's last step as the host runs it, with a stand-in for its program: one issue, however often it runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from porchlight.exchange.care_list import MARKER
from tests.conftest import ROOT

STEP = yaml.safe_load((ROOT / ".github" / "workflows" / "care.yml").read_text(encoding="utf-8"))["jobs"]["tell"][
    "steps"
][1]
FILTER = '.[] | select(.user.login == "github-actions[bot]" and ((.body // "") | startswith(env.MARKER))) | .number'
DUE = f"{MARKER}\n2 things to look at again, the worst first.\n\n## Help in a crisis\n\n- One"
NOTHING = f"{MARKER}\nNothing to look at again today."
GH = """#!{python}
import json, sys
from pathlib import Path

store, args = Path("issues.json"), sys.argv
issues = json.loads(store.read_text())
method = args[args.index("--method") + 1]
path = next(each for each in args if each.startswith("repos/"))
if method == "GET":
    assert args[args.index("--jq") + 1] == {filter!r}, args
    assert "state=open" in args and path == "repos/example/hub/issues"
    for each in issues:
        if each["state"] == "open" and each["login"] == "github-actions[bot]" and each["body"].startswith({marker!r}):
            print(each["number"])
else:
    body = Path(args[args.index("-F") + 1].removeprefix("body=@")).read_text()
    if method == "POST":
        issues.append(dict(number=len(issues) + 1, login="github-actions[bot]", state="open", body=body))
    else:
        next(each for each in issues if path.endswith("/issues/%d" % each["number"]))["body"] = body
    store.write_text(json.dumps(issues))
"""


class Host:
    """A folder with the host's command and its issues."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.keep([])
        program = folder / "bin" / "gh"
        program.parent.mkdir()
        program.write_text(GH.format(python=sys.executable, filter=FILTER, marker=MARKER), encoding="utf-8")
        program.chmod(0o755)

    def keep(self, issues: list[dict[str, Any]]) -> None:
        (self.folder / "issues.json").write_text(json.dumps(issues), encoding="utf-8")

    def issues(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads((self.folder / "issues.json").read_text(encoding="utf-8"))
        return found

    def tell(self, text: str) -> int:
        (self.folder / "care.md").write_text(text, encoding="utf-8")
        given = {name: value for name, value in STEP["env"].items() if "${{" not in value}
        known = {"PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}", "REPO": "example/hub", **given}
        command = ["bash", "-eo", "pipefail", "-c", STEP["run"]]
        return subprocess.run(command, cwd=self.folder, env=known, check=False).returncode


@pytest.fixture
def host(tmp_path: Path) -> Host:
    return Host(tmp_path)


def test_the_marker_is_the_one_that_the_list_begins_with() -> None:
    assert STEP["env"]["MARKER"] == MARKER


def test_two_runs_make_one_issue_that_says_what_is_due_now(host: Host) -> None:
    assert [host.tell(DUE), host.tell(f"{DUE}, changed")] == [0, 0]
    assert [issue["body"] for issue in host.issues()] == [f"{DUE}, changed"]


def test_an_issue_that_was_closed_stays_closed_and_a_new_one_opens(host: Host) -> None:
    host.keep([{"number": 1, "login": "github-actions[bot]", "state": "closed", "body": f"{MARKER}\nOld"}])
    assert host.tell(DUE) == 0
    assert [issue["body"] for issue in host.issues()] == [f"{MARKER}\nOld", DUE]


@pytest.mark.parametrize(("login", "body"), [("a-stranger", f"{MARKER}\nMine"), ("github-actions[bot]", "Other")])
def test_an_issue_of_someone_else_is_never_written_over(host: Host, login: str, body: str) -> None:
    host.keep([{"number": 1, "login": login, "state": "open", "body": body}])
    assert host.tell(DUE) == 0
    assert [issue["body"] for issue in host.issues()] == [body, DUE]


def test_nothing_is_opened_while_nothing_is_due_and_an_open_one_says_so(host: Host) -> None:
    assert host.tell(NOTHING) == 0
    assert host.issues() == []
    host.tell(DUE)
    host.tell(NOTHING)
    assert [issue["body"] for issue in host.issues()] == [NOTHING]


@pytest.mark.parametrize("text", ["No marker.", f"{DUE}{'x' * 200_000}"])
def test_a_text_that_is_not_ours_or_too_long_is_not_written(host: Host, text: str) -> None:
    assert host.tell(text) != 0
    assert host.issues() == []
