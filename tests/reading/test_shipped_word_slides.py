# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The slides about words keep the hub's own list of words."""

from __future__ import annotations

import re

import pytest

from porchlight.reading.hub import read_hub
from tests.conftest import ROOT

_QUOTED = re.compile(r"[“«]([^”»]+)[”»]")


def _pairs(language: str) -> list[tuple[str, str]]:
    """Each term that the table tells not to say, with what it tells to say."""
    text = (ROOT / f"content/{language}/slides/words-that-help.md").read_text(encoding="utf-8")
    lines = [line.strip("| ").split(" | ") for line in text.split("\n") if line.startswith("| ")]
    return [(term.removeprefix("una ").removeprefix("a "), say) for say, no in lines for term in _QUOTED.findall(no)]


def _said(language: str) -> dict[str, tuple[str, ...]]:
    words = [word for word in read_hub(ROOT).hub.records["words"] if word.text("language") == language]
    return {term: word.codes("say") for word in words for term in (word.text("name"), *word.codes("variants"))}


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_table_says_what_the_list_says(language: str) -> None:
    """Each term of the table has a record, or a speaker could not show where it comes from."""
    said, pairs = _said(language), _pairs(language)
    assert pairs
    told = [(term, say, said.get(term, ())) for term, say in pairs]
    assert [row for row in told if not any(phrase in row[1] for phrase in row[2])] == []


def test_opioid_use_disorder_has_one_name_in_spanish() -> None:
    paths = [*(ROOT / "content/es").rglob("*.md"), *(ROOT / "data").rglob("*.yaml")]
    assert [path.name for path in paths if "trastorno por opioides" in path.read_text(encoding="utf-8")] == []
