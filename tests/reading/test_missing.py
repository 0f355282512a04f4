# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is offered to paste for a field that is not there is never somebody else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.checking.run import check_hub
from tests.checking.hubs import TODAY, with_file

LINE = {
    "id": "id: a-line",
    "name": "name: A line",
    "summary": "summary: A made-up line for a test.",
    "kind": "kind: help_line",
    "sources": "sources: [{url: https://www.example.org/, kind: own, read_on: 2026-11-23}]",
}


@pytest.mark.parametrize(
    ("without", "instead", "told"),
    [
        ("kind", "knd: help_line", ["“knd” is not a field of services.  Did you mean “kind”?\n    kind: help_line"]),
        ("name", "nmae: 'A: b'", ['“nmae” is not a field of services.  Did you mean “name”?\n    name: "A: b"']),
        ("name", "name:", ["“name” is missing.  The official or public name, as they write it themselves."]),
        ("kind", "hours: daily", ["“kind” is missing.  Write a line like:\n    kind: crisis_line"]),
    ],
)
def test_a_line_to_paste_is_the_persons_own_or_one_of_the_codes(
    without: str, instead: str, told: list[str], tmp_path: Path
) -> None:
    lines = [line for name, line in LINE.items() if name != without]
    root = with_file(tmp_path, "data/services/a-line.yaml", "\n".join([*lines, instead, ""]))
    found = [problem.sentence() for problem in check_hub(root, TODAY).stopping if "hours" not in problem.code]
    assert found == told
