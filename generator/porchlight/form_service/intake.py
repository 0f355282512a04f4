# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What happens to a post that could be read: limits, double clicks, the confirmation under pressure, the store."""

from __future__ import annotations

from asyncio import TimerHandle, get_running_loop
from collections.abc import Mapping
from concurrent.futures import Future
from math import ceil

from porchlight.form_service.answers import Answers
from porchlight.form_service.limits import HOUR, Buckets, Tags
from porchlight.form_service.parse import SID, TICKET
from porchlight.form_service.refused import Complaint, Refused
from porchlight.form_service.repeats import Repeats, Sending
from porchlight.form_service.sender import Sender
from porchlight.form_service.sent import Sent
from porchlight.form_service.settings import Clock, Settings
from porchlight.form_service.store import Store
from porchlight.form_service.tickets import Tickets, new_sid
from porchlight.form_service.writer import StoreFailed, StoreIsBusy, StoreIsFull

_WAIT_WHEN_BUSY = 5
TURN_AFTER = HOUR
_WAIT_WHEN_FULL = 600


class Intake:
    """Lets posts through to the store, one event loop's worth: its memory is neither shared nor written down."""

    def __init__(self, store: Store, settings: Settings, clock: Clock) -> None:
        self._store = store
        self._answers = Answers()
        store.when_answered(self._answers.wake)
        self._today = clock.today
        self._tags = Tags(clock.seconds)
        self._networks = Buckets(settings.each_network, clock.seconds)
        self._forms = Buckets(settings.each_poll, clock.seconds)
        self._repeats = Repeats(clock.seconds)
        self._tickets = Tickets(clock.seconds)
        self._turning: TimerHandle | None = None
        self._turns = 0

    def admit(self, sender: Sender) -> None:
        """Count one post of the sender's network; Refused where it sends more than it may."""
        self._forget_in_time()
        if sender.address:  # behind a proxy that tells us nobody's address, all would share one limit
            wait = self._networks.take(self._tags.now(sender.address))
            if wait:
                raise Refused(429, Complaint("too-many"), retry_after=ceil(wait))

    def _forget_in_time(self) -> None:
        """Two turns from now every key that made a tag is gone, also where nobody posts any more."""
        self._turns = 2
        if self._turning is None:
            self._turning = get_running_loop().call_later(TURN_AFTER, self._turn)

    def _turn(self) -> None:
        self._tags.turn()
        self._turns -= 1
        self._turning = get_running_loop().call_later(TURN_AFTER, self._turn) if self._turns > 0 else None

    async def take(self, form: str, post: Sent, sender: Sender) -> None:
        """Return once the post is stored for good; Refused where it is not, or needs a confirmation first."""
        sending = self._sending(form, post, sender)
        storing = sending.joinable()
        if storing is None:
            self._confirm_under_pressure(form, post, sending.sid, sender)
            storing = sending.storing = self._store_it(form, post, sending.sid)
        try:
            await self._answers.of(storing)
        except StoreIsFull:
            raise _full(sending.sid) from None
        except StoreFailed:
            raise _busy(sending.sid) from None

    def _sending(self, form: str, post: Sent, sender: Sender) -> Sending:
        """A sid tells two people apart better than their answers can, so it goes first."""
        if post.sid:
            return Sending(post.sid)
        if not sender.address:  # then all who answer would look like one
            return Sending(new_sid())
        tags = (self._tags.now(sender.address), self._tags.before(sender.address))
        return self._repeats.sending(tags, form, post)

    def _confirm_under_pressure(self, form: str, post: Sent, sid: str, sender: Sender) -> None:
        standing = self._tickets.standing(post.ticket, form, sid)
        if standing == "good":
            return
        if standing == "early":  # the same ticket again, or an eager thumb would never get through
            raise _confirm({SID: sid, TICKET: post.ticket})
        if self._forms.take(form, tokens=1 if sender.is_known_page else 2):
            raise _confirm({SID: sid, TICKET: self._tickets.mint(form, sid)})

    def _store_it(self, form: str, post: Sent, sid: str) -> Future[bool]:
        kept = post.to_keep(form, self._today().isoformat(), sid)
        try:
            return self._store.set_aside(kept) if post.trapped else self._store.keep(kept)
        except StoreIsBusy:
            raise _busy(sid) from None


def _busy(sid: str) -> Refused:
    # The sid goes along, so that it does no harm if the response turns out to have been stored after all.
    return Refused(503, Complaint("busy"), retry_after=_WAIT_WHEN_BUSY, carry={SID: sid})


def _full(sid: str) -> Refused:
    return Refused(507, Complaint("full"), retry_after=_WAIT_WHEN_FULL, carry={SID: sid})


def _confirm(carry: Mapping[str, str]) -> Refused:
    return Refused(200, Complaint("please-confirm"), carry=carry)
