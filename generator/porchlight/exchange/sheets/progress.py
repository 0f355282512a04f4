# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How far an import is, told to who waits."""

from __future__ import annotations

import time
from collections.abc import Callable

from porchlight.exchange.sheets.plan import Step

Say = Callable[[str], None]


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
