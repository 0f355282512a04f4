# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A character that nobody can see is refused however it is written, and no message carries one."""

from __future__ import annotations

import pytest

from porchlight.checking.report import report
from porchlight.checking.run import Checked, readable
from porchlight.model.hub import Hub, Settings
from porchlight.model.schema import Package
from porchlight.problems import Place, Problem
from porchlight.reading.yaml_text import read_yaml

UNSEEN = ("200b", "200f", "202a", "202e", "2066", "2069", "feff", "0000", "001b", "0085", "2028", "061c")


@pytest.mark.parametrize("code", UNSEEN)
@pytest.mark.parametrize("as_escape", [True, False])
def test_a_character_that_nobody_can_see_is_refused(code: str, as_escape: bool) -> None:
    written = f"\\u{code}" if as_escape else chr(int(code, 16))
    _, problems = read_yaml(f'name: "Oak{written} House"\n'.encode(), "x.yaml")

    assert [problem.code for problem in problems] == ["odd-character"]


@pytest.mark.parametrize("text", ["Niño – “Casa” 1\u00a0m", "中文 🙂", "a\\tb"])
def test_letters_of_every_language_are_fine(text: str) -> None:
    assert read_yaml(f'name: "{text}"\n'.encode(), "x.yaml")[1] == []


def test_a_problem_names_what_cannot_be_seen_in_it() -> None:
    problem = readable(Problem(Place("a\nb.yaml"), "day", "x\x1by", "\u202e", "h\n::error::h", "one\ntwo"))

    assert str(problem) == (
        "a[line break]b.yaml:1:1  x[control character U+001B]y It says “[right-to-left override]”."
        "  h[line break]::error::h\n    one\n    two"
    )


def test_the_summary_on_github_gives_no_command() -> None:
    care = Problem(Place("a.yaml"), "stale", "::error::x ##[error]", weight="care")
    checked = Checked(Hub(Settings("Example", {}), Package("", "", (), {}, {}), {}), (), (care,))

    assert report(checked, "github").endswith("a.yaml:1:1  : :error: :x # #[error]")
