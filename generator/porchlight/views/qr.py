# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A square code (QR) that a phone's camera reads, as the one path of an SVG drawing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import segno

MASK = 2
"""One of the eight patterns that are laid over a code. Readers take each of them, and to find the best takes five times
as long as all the rest; this one is the best for half of all short addresses."""

QUIET = 4
"""The empty rim that a camera needs, in squares."""


def qr_path(text: str) -> tuple[str, int]:
    """The dark squares as the data of a path, and the width of the drawing with its rim.

    The path is drawn with a stroke as wide as one square. Level M: it is still read where a seventh is dirty or torn.
    """
    code = segno.make(text, error="m", mask=MASK, micro=False, boost_error=False)
    return "".join(_runs(code.matrix)), len(code.matrix) + 2 * QUIET


def _runs(matrix: tuple[bytearray, ...]) -> Iterator[str]:
    """One line for each run of dark squares, from where the last one ended: half the bytes of whole positions."""
    at, row = 0.0, 0.0
    for y, squares in enumerate(matrix):
        x = QUIET
        for dark, run in groupby(squares):
            length = len(list(run))
            if dark:
                yield f"m{x - at:g} {y + QUIET + 0.5 - row:g}h{length}"
                at, row = x + length, y + QUIET + 0.5
            x += length
