# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is kept for examples is told, wherever it is shown, and nothing that belongs to someone is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from porchlight.checking.run import check_hub
from tests.checking.hubs import ROOT, TODAY, broken_hub, say_made_up, with_file

HOUSE = """\
id: elm-house
name: Elm House (made up)
summary: A made-up home for a test.
kind: transitional
phones:
  - {number: 614-555-0142, kind: voice, check: not_dialed}
  - {number: (212) 555-0100 ext. 7, kind: voice, check: not_dialed}
  - {number: 800-555-0199, kind: voice, check: not_dialed}
  - {number: 800-555-0123, kind: voice, check: not_dialed}
  - {number: 614-555-0242, kind: voice, check: not_dialed}
links:
  - {url: https://a.b.EXAMPLE.net/x, label: How to apply, seen: read}
  - {url: https://example.org.uk/, label: How to apply, seen: read}
  - {url: https://my-example.com/, label: How to apply, seen: read}
sources:
  - {url: https://house.example/about, kind: own, read_on: 2026-11-23}
"""


def told(hub: Path) -> list[str]:
    (hub / "data/housing/elm-house.yaml").write_text(HOUSE)
    return [problem.says for problem in check_hub(hub, TODAY).stopping if problem.code == "made-up"]


def test_only_what_is_kept_for_examples_is_told(tmp_path: Path) -> None:
    assert told(broken_hub("made-up", tmp_path)) == [
        "614-555-0142",
        "(212) 555-0100 ext. 7",
        "800-555-0199",
        "https://a.b.EXAMPLE.net/x",
    ]


def test_a_hub_that_says_that_it_is_made_up_may_hold_examples(tmp_path: Path) -> None:
    assert told(say_made_up(broken_hub("made-up", tmp_path))) == []


REAL = """\
id: elm-house
name: Elm House (made up)
summary: A made-up home for a test.
kind: transitional
serves: [{}]
phones:
  - {{number: 614-221-0142, kind: voice, check: not_dialed}}
  - {{number: 614-555-0142, kind: voice, check: not_dialed}}
sources:
  - {{url: https://house.example/about, kind: own, read_on: 2026-11-23}}
"""
"""It shows a number that could ring somewhere; it never leaves this test."""


@pytest.mark.parametrize(("serves", "stops"), [("US-OH", ["made-up"]), ("US", [])])
def test_a_made_up_hub_shows_no_number_that_can_ring(serves: str, stops: list[str], tmp_path: Path) -> None:
    """A line for the whole country stops nothing, since whoever tries things out leaves it in; it is told each time."""
    checked = check_hub(with_file(tmp_path, "data/housing/elm-house.yaml", REAL.format(serves)), TODAY)

    assert [problem.code for problem in checked.stopping] == stops
    assert [(each.code, each.place.file) for each in checked.care] == [("not-made-up", "data/hub.yaml")]


def test_the_shipped_hub_can_not_be_called_made_up(tmp_path: Path) -> None:
    """Else one line of a change would tell people not to call the lines that help."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    homes = {file.relative_to(ROOT).as_posix() for file in (ROOT / "data" / "housing").glob("homes-*.yaml")}
    checked = check_hub(say_made_up(tmp_path), TODAY, homes)

    assert "made-up" in {problem.code for problem in checked.stopping}
    assert "not-made-up" in {problem.code for problem in checked.care}
