# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How much of a text one comment or issue at a host can hold."""

from __future__ import annotations

from collections.abc import Sequence

MOST = 60_000
"""It may be longer by a little; a host refuses it from 65,536 characters on."""


def fitting(parts: Sequence[str], room: int) -> int:
    """How many of the first parts fit into the room, an empty line before each."""
    for count, part in enumerate(parts):
        room -= len(part) + 2
        if room < 0:
            return count
    return len(parts)
