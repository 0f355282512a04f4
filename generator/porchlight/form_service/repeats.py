# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Telling a double click from two people where no script marked the page: same answers, same network, one minute."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from hashlib import blake2b

from porchlight.form_service.limits import Seconds
from porchlight.form_service.sent import Sent
from porchlight.form_service.tickets import new_sid

_REMEMBERED = 60  # whoever presses again does it soon; in a hall, other people may say the same a little later
_MOST = 20_000


@dataclass(slots=True)
class Sending:
    """What one person sends, however often: all posts of it share the sid. `storing` is None until it is stored."""

    sid: str
    storing: Future[bool] | None = None

    def joinable(self) -> Future[bool] | None:
        """The storing, under way or done; None where there was none or it failed."""
        failed = self.storing is not None and self.storing.done() and self.storing.exception() is not None
        return None if failed else self.storing


class Repeats:
    """What was sent lately without a mark, in RAM only, as a hash keyed with the sender's tag."""

    def __init__(self, clock: Seconds) -> None:
        self._clock = clock
        self._lately: dict[bytes, tuple[float, Sending]] = {}  # in order of time, oldest first

    def sending(self, tags: Sequence[bytes], form: str, post: Sent) -> Sending:
        """The sending that a post without a mark belongs to: that of the same post from one of the tags, or a new one.

        A page that we hand back carries its sid, so two such pages for one double click are still counted once.
        """
        self._forget()
        found = (self._lately.get(_mark(tag, form, post)) for tag in tags)
        return next((sending for _, sending in filter(None, found)), None) or self._begin(_mark(tags[0], form, post))

    def _begin(self, mark: bytes) -> Sending:
        sending = Sending(new_sid())
        self._lately[mark] = (self._clock() + _REMEMBERED, sending)
        return sending

    def _forget(self) -> None:
        now = self._clock()
        while self._lately:
            oldest = next(iter(self._lately))
            if self._lately[oldest][0] > now and len(self._lately) < _MOST:
                return
            del self._lately[oldest]


def _mark(tag: bytes, form: str, post: Sent) -> bytes:
    # What fell into the trap is not counted, so it must not stand in for the same answers from a person.
    said = repr((form, post.trapped, post.said()))
    return blake2b(said.encode(), key=tag, digest_size=16).digest()
