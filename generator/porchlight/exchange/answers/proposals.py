# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a person has to say before an export can be used, with the words to paste."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

LISTED_AT_MOST = 60
"""So many different texts stand in a column of free text, not in one of answers."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing to say: why, and the option that says it. `meaning` is in capitals where nobody can guess it."""

    why: str
    option: Literal["--map", "--value"]
    text: str
    meaning: str

    def paste(self) -> str:
        """The option as it is typed."""
        return f"{self.option} {shlex.quote(f'{self.text}={self.meaning}')}"


def told(proposals: Sequence[Proposal]) -> str:
    """All of them, each reason once, with what to add to the command."""
    lines: list[str] = []
    for why in dict.fromkeys(each.why for each in proposals):
        same = [each for each in proposals if each.why == why]
        lines += [why, *(f"    {each.paste()}" for each in same[:LISTED_AT_MOST])]
        if len(same) > LISTED_AT_MOST:
            lines.append(f"    and {len(same) - LISTED_AT_MOST:,} more. Is this a column of free text?")
    return "\n".join(lines)
