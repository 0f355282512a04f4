# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Proof that our own page asked “please confirm” a moment ago, for when a form gets more than people can send.

A mark made when the site is built would prove nothing, since everybody shares the page; so the service makes it.
"""

from __future__ import annotations

from hashlib import blake2b
from hmac import compare_digest
from secrets import token_bytes, token_urlsafe
from typing import Literal

from porchlight.form_service.limits import Seconds

Standing = Literal["good", "early", "none"]

_SOONEST = 2
_LATEST = 4 * 3600


def new_sid() -> str:
    """A random word to mark one sending with, the same kind that the script on the page makes."""
    return token_urlsafe(16)


class Tickets:
    """Tickets for one form and one sid each. The sid is stored once only, so a ticket is good for one sending."""

    def __init__(self, clock: Seconds) -> None:
        self._clock = clock
        self._key = token_bytes(32)

    def mint(self, form: str, sid: str) -> str:
        """A ticket that becomes good in two seconds and stays good for four hours."""
        issued = f"{self._clock():.3f}"
        return f"{issued}.{self._seal(form, sid, issued)}"

    def standing(self, ticket: str, form: str, sid: str) -> Standing:
        """`early` where it came back sooner than a person reads a sentence, `none` where it is too old or not ours."""
        issued, _, seal = ticket.rpartition(".")
        if not compare_digest(seal.encode(), self._seal(form, sid, issued).encode()):
            return "none"
        age = self._clock() - float(issued)
        return "none" if age > _LATEST else "early" if age < _SOONEST else "good"

    def _seal(self, form: str, sid: str, issued: str) -> str:
        return blake2b(f"{form}|{sid}|{issued}".encode(), key=self._key, digest_size=16).hexdigest()
