# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Telling a double click from two people where no script marked the page: same answers, same network, ten minutes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from hashlib import blake2b

from porchlight.form_service.limits import Seconds

_REMEMBERED = 600
_MOST = 20_000


class Repeats:
    """What was sent lately, in RAM only, as a hash keyed with the sender's tag."""

    def __init__(self, clock: Seconds) -> None:
        self._clock = clock
        self._sent: dict[bytes, tuple[float, Future[bool]]] = {}

    def find(self, tags: Iterable[bytes], poll: str, answers: Mapping[str, str]) -> Future[bool] | None:
        """The storing of the same answers from one of the tags, under way or done; None where there is none to join."""
        self._forget()
        found = (self._sent.get(_mark(tag, poll, answers)) for tag in tags)
        return next((future for _, future in filter(None, found) if not _failed(future)), None)

    def remember(self, tag: bytes, poll: str, answers: Mapping[str, str], storing: Future[bool]) -> None:
        """Let `find` know of it for ten minutes."""
        mark = _mark(tag, poll, answers)
        self._sent.pop(mark, None)  # the dict stays in order of time, oldest first
        self._sent[mark] = (self._clock() + _REMEMBERED, storing)

    def _forget(self) -> None:
        now = self._clock()
        while self._sent:
            oldest = next(iter(self._sent))
            if self._sent[oldest][0] > now and len(self._sent) <= _MOST:
                return
            del self._sent[oldest]


def _mark(tag: bytes, poll: str, answers: Mapping[str, str]) -> bytes:
    return blake2b(repr((poll, sorted(answers.items()))).encode(), key=tag, digest_size=16).digest()


def _failed(future: Future[bool]) -> bool:
    return future.done() and future.exception() is not None
