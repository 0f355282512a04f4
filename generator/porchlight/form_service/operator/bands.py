# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How many answers there are, told so that nobody can see one person's come in."""

from __future__ import annotations

_EDGES = (1, 11, 30, 47, 100)
_STEP = 100


def band(count: int) -> str:
    """The band that the count lies in: the first ones are the steps at which results are told more finely."""
    if count < _EDGES[0]:
        return "none"
    if count >= _EDGES[-1]:
        lowest = count - count % _STEP
        return f"{lowest:,} to {lowest + _STEP - 1:,}"
    upper = next(edge for edge in _EDGES if edge > count)
    return f"{max(edge for edge in _EDGES if edge <= count)} to {upper - 1}"
