# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The workflows that travel with every hub: what they may do, what they call, and that one comment stays one."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from porchlight.changes.comment import MARKER
from porchlight.cli import parser
from porchlight.starting.making import new_hub
from tests.conftest import ROOT

WORKFLOWS = sorted([*(ROOT / ".github" / "workflows").glob("*.yml"), *(ROOT / "docs" / "recipes").glob("*.yml")])
GITLAB = ROOT / ".gitlab-ci.yml"
PINNED = re.compile(r"uses: [\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")

GH = '''\
#!{python}
"""The host's `gh api`, as far as the step needs it: comments of one proposal in a file."""
import json, sys
from pathlib import Path

store = Path("comments.json")
comments = json.loads(store.read_text())
method = sys.argv[sys.argv.index("--method") + 1] if "--method" in sys.argv else "GET"
path = next(each for each in sys.argv if each.startswith("repos/"))
if method == "GET":
    assert path == "repos/example/hub/issues/7/comments"
    chosen = sys.argv[sys.argv.index("--jq") + 1]
    assert chosen == '{filter}', chosen
    marker = {marker!r}
    for each in comments:
        if each["login"] == "github-actions[bot]" and each["body"].startswith(marker):
            print(each["id"])
else:
    body = Path(sys.argv[sys.argv.index("-F") + 1].removeprefix("body=@")).read_text()
    if method == "POST":
        assert path == "repos/example/hub/issues/7/comments"
        comments.append({{"id": 100 + len(comments), "login": "github-actions[bot]", "body": body}})
    else:
        (found,) = (each for each in comments if path.endswith(f"/issues/comments/{{each['id']}}"))
        found["body"] = body
    store.write_text(json.dumps(comments))
'''
FILTER = '.[] | select(.user.login == "github-actions[bot]" and (.body | startswith(env.MARKER))) | .id'


def workflow(path: Path) -> dict[Any, Any]:
    read: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in WORKFLOWS:
        for job in workflow(path)["jobs"].values():
            yield from ((path.name, step) for step in job["steps"])


def scripts() -> Iterator[str]:
    yield from (step["run"] for _, step in steps() if "run" in step)
    for job in workflow(GITLAB).values():
        yield from job.get("script", ()) if isinstance(job, dict) else ()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_do_nothing_that_a_job_does_not_ask_for(path: Path) -> None:
    whole = workflow(path)
    assert whole["permissions"] == {}
    assert "concurrency" in whole
    for job in whole["jobs"].values():
        assert "timeout-minutes" in job
        assert "permissions" in job


def test_what_runs_a_proposal_may_only_read_and_knows_no_secret() -> None:
    for name in ("check.yml", "test.yml"):
        path = ROOT / ".github" / "workflows" / name
        assert [job["permissions"] for job in workflow(path)["jobs"].values()] == [{"contents": "read"}]
        assert not re.search(r"secrets\.|github\.token|GITHUB_TOKEN", path.read_text(encoding="utf-8"))


def test_each_week_somebody_asks_for_known_holes() -> None:
    audit = workflow(ROOT / ".github" / "workflows" / "audit.yml")
    assert audit[True]["schedule"][0]["cron"].endswith("* * 1")  # YAML reads the key “on” as true
    assert audit["jobs"]["audit"]["steps"][-1]["run"] == "make audit"


def test_what_may_write_takes_no_file_of_a_proposal() -> None:
    for path in WORKFLOWS:
        for job in workflow(path)["jobs"].values():
            if "write" in job["permissions"].values():
                used = [step.get("uses", "").partition("@")[0] for step in job["steps"]]
                assert "actions/checkout" not in used
                assert "pip install" not in " ".join(step.get("run", "") for step in job["steps"])


def test_every_action_is_pinned_by_its_commit_and_none_keeps_the_token() -> None:
    for path in WORKFLOWS:
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
        assert all(PINNED.search(line) for line in lines)
    checkouts = [step for _, step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_no_text_of_others_is_put_into_a_script() -> None:
    assert not [script for _, step in steps() if "${{" in (script := step.get("run", ""))]


def test_the_scripts_call_commands_that_there_are() -> None:
    called = [line for script in scripts() for line in re.findall(r"(?m)^\s*(porchlight [^|>\n]+)", script)]
    assert len(called) >= 9
    for line in called:
        parser().parse_args(shlex.split(re.sub(r'"[\w/]*\$\w+"', "main", line.partition("{")[0]))[1:])


def test_the_marker_is_the_one_that_the_comment_begins_with() -> None:
    assert f'MARKER: "{MARKER}"' in (ROOT / ".github" / "workflows" / "comment.yml").read_text(encoding="utf-8")
    assert f"marker='{MARKER}'" in GITLAB.read_text(encoding="utf-8")


@pytest.fixture
def host(tmp_path: Path) -> Path:
    """A folder with the host's command, where a stranger has written the marker into a comment of their own."""
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text(GH.format(python=sys.executable, marker=MARKER, filter=FILTER), encoding="utf-8")
    gh.chmod(0o755)
    strangers = [{"id": 1, "login": "a-stranger", "body": f"{MARKER}\nMine."}, {"id": 2, "login": "b", "body": "Hi"}]
    (tmp_path / "comments.json").write_text(json.dumps(strangers), encoding="utf-8")
    return tmp_path


def write_comment(host: Path, text: str) -> int:
    """The last step of comment.yml, as the host runs it."""
    (step,) = (step for name, step in steps() if name == "comment.yml" and step["name"].startswith("Write one comment"))
    (host / "comment.md").write_text(text, encoding="utf-8")
    known = {"PATH": f"{host / 'bin'}:{os.environ['PATH']}", "REPO": "example/hub", "NUMBER": "7", "MARKER": MARKER}
    return subprocess.run(["bash", "-eo", "pipefail", "-c", step["run"]], cwd=host, env=known, check=False).returncode


def comments(host: Path) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads((host / "comments.json").read_text(encoding="utf-8"))
    return read


def test_the_second_run_writes_the_same_comment_anew_and_touches_no_other(host: Path) -> None:
    before = comments(host)
    assert write_comment(host, f"{MARKER}\n\nFirst.") == 0
    assert write_comment(host, f"{MARKER}\n\nSecond.") == 0
    assert comments(host)[:2] == before
    assert [each["body"] for each in comments(host)[2:]] == [f"{MARKER}\n\nSecond."]


@pytest.mark.parametrize("text", ["No marker.", f"{MARKER}\n{'x' * 66_000}"])
def test_a_text_that_is_not_ours_or_too_long_is_not_written(host: Path, text: str) -> None:
    before = comments(host)
    assert write_comment(host, text) != 0
    assert comments(host) == before


def test_a_new_hub_has_the_workflows_and_installs_the_release_that_made_it(tmp_path: Path) -> None:
    new_hub(tmp_path / "hub")
    names = {path.name for path in (tmp_path / "hub" / ".github" / "workflows").iterdir()}
    assert names == {"care.yml", "check.yml", "comment.yml", "deploy.yml"}
    needs = (tmp_path / "hub" / "requirements.txt").read_text(encoding="utf-8")
    assert needs.splitlines()[-1].startswith("porchlight-hub==")
    assert (tmp_path / "hub" / ".gitlab-ci.yml").read_bytes() == GITLAB.read_bytes()
