# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who waits for the disk is answered, once each, whoever else stopped waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import Future
from threading import Event

import pytest

from porchlight.form_service.answers import Answers
from porchlight.form_service.writer import GroupWriter, StoreFailed


class Disk:
    """A writer whose disk is ready when the test says so; negative numbers can't be written."""

    def __init__(self, answers: Answers) -> None:
        self.ready = Event()
        self.writer = GroupWriter(self._commit, answers.wake)
        self.writer.start()

    def _commit(self, rows: Sequence[int]) -> Sequence[bool]:
        self.ready.wait()
        if min(rows) < 0:
            raise StoreFailed
        return [row % 2 == 0 for row in rows]


def test_each_gets_its_own_answer_and_two_may_wait_for_one_row() -> None:
    async def ask() -> list[bool]:
        answers = Answers()
        disk = Disk(answers)
        storing = [disk.writer.put(number) for number in range(100)]
        asked = [asyncio.create_task(answers.of(each)) for each in (*storing, storing[0])]
        await asyncio.sleep(0)
        disk.ready.set()
        told = await asyncio.gather(*asked)
        disk.writer.stop()
        return [*told, await answers.of(storing[1])]  # also when it was long since answered

    assert asyncio.run(ask()) == [number % 2 == 0 for number in range(100)] + [True, False]


def test_who_stops_waiting_takes_no_answer_from_the_others() -> None:
    async def ask() -> bool:
        answers = Answers()
        disk = Disk(answers)
        storing = disk.writer.put(2)
        goes, stays = (asyncio.create_task(answers.of(storing)) for _ in range(2))
        await asyncio.sleep(0)
        goes.cancel()
        disk.ready.set()
        told = await stays
        disk.writer.stop()
        return told and goes.cancelled()

    assert asyncio.run(ask())


def test_a_fault_reaches_who_waits() -> None:
    async def ask() -> None:
        answers = Answers()
        disk = Disk(answers)
        disk.ready.set()
        try:
            await answers.of(disk.writer.put(-1))
        finally:
            disk.writer.stop()

    with pytest.raises(StoreFailed):
        asyncio.run(ask())


def test_the_writer_goes_on_when_the_loop_has_ended() -> None:
    answers = Answers()
    disk = Disk(answers)
    last: list[Future[bool]] = []

    async def leave() -> None:
        last.append(disk.writer.put(2))
        waiting = asyncio.create_task(answers.of(last[0]))
        await asyncio.sleep(0)
        waiting.cancel()

    asyncio.run(leave())
    disk.ready.set()
    assert last[0].result()
    assert disk.writer.put(4).result()
    disk.writer.stop()
