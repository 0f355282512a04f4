# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two strangers judge the pages: the Nu checker every kind of page, html-validate the same; both find nothing."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

TOOLS = Path(sys.prefix) / "markup" / "node_modules"
EACH_KIND = 4
"""Pages of one kind, of one language, that are judged: the first, the last and two between."""

PAGE_TYPE = re.compile(r'<meta name="page-type" content="([^"]+)">')
HOUSE_STYLE = ("void-style", "doctype-style", "attribute-empty-style", "no-trailing-whitespace", "long-title")
"""Rules of html-validate about taste (how a tag is closed, how long a title is), not about what a browser does."""


@pytest.fixture(scope="session", params=["shipped_site", "full_site"])
def pages(request: pytest.FixtureRequest) -> list[Path]:
    """A few pages of each kind and language."""
    site: Path = request.getfixturevalue(request.param)
    kinds: dict[tuple[str, bool], list[Path]] = {}
    for path in sorted(site.rglob("*.html")):
        kind = PAGE_TYPE.search(path.read_text(encoding="utf-8"))
        kinds.setdefault((kind[1] if kind else "", "es" in path.relative_to(site).parts[:1]), []).append(path)
    return [page for found in kinds.values() for page in _spread(found)]


def _spread(pages: Sequence[Path]) -> list[Path]:
    places = {len(pages) * step // (EACH_KIND - 1) for step in range(EACH_KIND)}
    return [pages[min(place, len(pages) - 1)] for place in sorted(places)]


def run(said: Path, *command: str | Path) -> Any:
    """What a checker says as JSON, by way of a file, since a pipe is cut off when Node ends."""
    if not TOOLS.is_dir():
        pytest.fail("The judges of HTML are not here. Run: sh tools/markup.sh .venv", pytrace=False)
    with said.open("w") as file:
        subprocess.run(command, stdout=file, stderr=subprocess.DEVNULL, check=False)
    return json.loads(said.read_text(encoding="utf-8"))


def test_the_nu_checker_finds_nothing(pages: list[Path], tmp_path: Path) -> None:
    jar = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    said = run(
        tmp_path / "said.json",
        "java",
        "-Xss8m",
        "-jar",
        jar,
        "--stdout",
        "--exit-zero-always",
        "--format",
        "json",
        *pages,
    )
    found = {(each["message"], Path(each["url"]).parent.name) for each in said["messages"] if each["type"] == "error"}
    assert found == set()


def test_html_validate_finds_nothing(pages: list[Path], tmp_path: Path) -> None:
    command = TOOLS / "html-validate" / "bin" / "html-validate.mjs"
    said = run(tmp_path / "said.json", "node", command, "--preset", "standard,a11y", "--formatter", "json", *pages)
    found = {
        (each["ruleId"], each["message"], Path(page["filePath"]).parent.name)
        for page in said
        for each in page["messages"]
        if each["severity"] > 1 and each["ruleId"] not in HOUSE_STYLE
    }
    assert found == set()
