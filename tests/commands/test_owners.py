# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is asked to read a proposal: an example that a new hub brings along, and that asks nobody as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from porchlight.reading.package import read_package
from porchlight.starting.making import new_hub

RULE = re.compile(r"# (/\S+/?|\*) +(@\S+)")


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    new_hub(tmp_path / "hub")
    return tmp_path / "hub"


def test_nobody_is_asked_before_someone_fills_it_in(hub: Path) -> None:
    lines = (hub / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == []


def test_every_folder_that_it_names_is_one_of_a_hub(hub: Path) -> None:
    package, _ = read_package(hub)
    of_records = {f"/{schema.folder}/" for schema in package.schemas} | {"/data/results/"}
    rules = RULE.findall((hub / ".github" / "CODEOWNERS").read_text(encoding="utf-8"))
    assert len(rules) > 8
    assert {owner.partition("/")[0] for _, owner in rules} == {"@your-group"}
    assert [path for path, _ in rules if path not in {"*"} | of_records and not (hub / path[1:]).exists()] == []
