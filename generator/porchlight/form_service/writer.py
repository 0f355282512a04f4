# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One thread that writes, many posts to a commit: the disk is waited for once for all that came in the meantime."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from queue import Empty, Full, Queue
from threading import Thread
from typing import Generic, TypeVar

Row = TypeVar("Row")
Waiting = tuple[Row, "Future[bool]"]

_MOST_IN_A_COMMIT = 256
_MOST_WAITING = 2_000

_log = logging.getLogger(__name__)


class StoreIsBusy(Exception):
    """More is waiting to be written than can be written soon, or the store is closed. Nothing was taken."""


class StoreFailed(Exception):
    """The disk or the database did not take it. Whether it is there after all can't be known."""


class StoreIsFull(StoreFailed):
    """There is no room left. Nothing was taken."""


class GroupWriter(Generic[Row]):
    """Hands rows to `commit` in groups. A future is answered only after the commit that holds its row came back.

    `commit` gets rows in the order in which they were put, and says of each whether it was new. `then` is called in the
    writing thread after all futures of a group were answered; it must not raise.
    """

    def __init__(self, commit: Callable[[Sequence[Row]], Sequence[bool]], then: Callable[[], None]) -> None:
        self._commit = commit
        self._then = then
        self._queue: Queue[Waiting[Row] | None] = Queue(_MOST_WAITING)
        self._thread = Thread(target=self._work, name="porchlight-writer", daemon=True)
        self._failed = False

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def stop(self) -> None:
        """Write what is still waiting, then end."""
        self._queue.put(None)
        self._thread.join()

    @property
    def is_ready(self) -> bool:
        """True where a row may be put and the last commit went well. After one that failed, the next tells."""
        return self._thread.is_alive() and not self._queue.full() and not self._failed

    def put(self, row: Row) -> Future[bool]:
        """Take the row; StoreIsBusy where that can't be."""
        future: Future[bool] = Future()
        future.set_running_or_notify_cancel()  # from here nobody can cancel it, so the thread may always answer it
        if not self._thread.is_alive():
            raise StoreIsBusy
        try:
            self._queue.put_nowait((row, future))
        except Full:
            raise StoreIsBusy from None
        return future

    def _work(self) -> None:
        while (first := self._queue.get()) is not None:
            group = [first]
            going_on = self._fill(group)
            self._write(group)
            self._then()
            if not going_on:
                return

    def _fill(self, group: list[Waiting[Row]]) -> bool:
        """Add what is waiting; False where the end was among it."""
        while len(group) < _MOST_IN_A_COMMIT:
            try:
                waiting = self._queue.get_nowait()
            except Empty:
                return True
            if waiting is None:
                return False
            group.append(waiting)
        return True

    def _write(self, group: list[Waiting[Row]]) -> None:
        try:
            were_new = self._commit([row for row, _ in group])
        except StoreFailed as failure:
            _log.error("%d rows could not be written: %s", len(group), failure)
            self._fail(group, failure)
            return
        except Exception:
            _log.exception("%d rows could not be written", len(group))
            self._fail(group, StoreFailed())
            return
        self._failed = False
        for (_, future), was_new in zip(group, were_new, strict=True):
            future.set_result(was_new)

    def _fail(self, group: list[Waiting[Row]], failure: StoreFailed) -> None:
        self._failed = True  # before anybody is told, so that who asks then is not told that all is well
        for _, future in group:
            future.set_exception(failure)
