# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is kept for examples is told, wherever it is shown, and nothing that belongs to someone is."""

from __future__ import annotations

from pathlib import Path

from porchlight.checking.run import check_hub
from tests.checking.hubs import TODAY, broken_hub, say_made_up

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
