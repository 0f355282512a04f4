# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Waiting in the event loop for what the writing thread answers: the loop is woken once for a commit, not for a row."""

from __future__ import annotations

import asyncio
from collections import deque
from concurrent.futures import Future
from contextlib import suppress


class Answers:
    """Passes the answers of a store on to those who wait for them, one event loop's worth."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._answered: deque[tuple[asyncio.Future[bool], Future[bool]]] = deque()

    async def of(self, storing: Future[bool]) -> bool:
        """What the store says of a row, or raises; whoever stops waiting stops no one else and no writing."""
        self._loop = asyncio.get_running_loop()
        waiting: asyncio.Future[bool] = self._loop.create_future()
        storing.add_done_callback(lambda answered: self._answered.append((waiting, answered)))
        if storing.done():  # then it may be that nobody wakes us for it any more
            self._pass_on()
        return await waiting

    def wake(self) -> None:
        """Have the loop look at what was answered. For the writing thread, after each commit."""
        if self._answered and self._loop:
            with suppress(RuntimeError):  # a loop that has ended: nobody waits any more
                self._loop.call_soon_threadsafe(self._pass_on)

    def _pass_on(self) -> None:
        while self._answered:
            waiting, answered = self._answered.popleft()
            if waiting.done():
                continue
            if fault := answered.exception():
                waiting.set_exception(fault)
            else:
                waiting.set_result(answered.result())
