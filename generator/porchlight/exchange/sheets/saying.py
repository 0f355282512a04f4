# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small words for what an import tells, and for how far it is."""

from __future__ import annotations

import textwrap
import time
from collections.abc import Callable

from porchlight.exchange.sheets.plan import Step

Say = Callable[[str], None]

WIDTH = 118
FIRST_FEW = 12


def counted(count: int, one: str, several: str = "") -> str:
    """“1 record”, “2,266 records”."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def paragraph(text: str, indent: str = "") -> str:
    """The text on lines that fit a screen; words as long as an address stay whole."""
    return textwrap.fill(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def rows_that(numbers: list[int], one: str, several: str) -> str:
    """“Row 12 has”, “3 rows (12, 40, 77) have”."""
    if len(numbers) == 1:
        return f"Row {numbers[0]} {one}"
    few = ", ".join(map(str, numbers[:FIRST_FEW])) + (" …" if len(numbers) > FIRST_FEW else "")
    return f"{len(numbers):,} rows ({few}) {several}"


def once_a_second(doing: str, say: Say, clock: Callable[[], float] = time.monotonic) -> Step:
    """A step that speaks up once a second, and not in the first one: what is quick needs no words."""
    last = clock()

    def step(done: int, total: int) -> None:
        nonlocal last
        now = clock()
        if now - last >= 1:
            last = now
            say(f"{doing}: {done:,} of {total:,}")

    return step
