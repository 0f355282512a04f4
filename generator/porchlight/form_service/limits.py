# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How much one network and one poll may send, known to RAM only: nothing here is ever written down."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from hashlib import blake2b
from ipaddress import IPv6Address, IPv6Network, ip_address
from secrets import token_bytes

Seconds = Callable[[], float]

HOUR = 3600
_MOST_BUCKETS = 20_000


@dataclass(frozen=True, slots=True)
class Rate:
    """`burst` at once, then `per_second` for as long as it lasts."""

    burst: int
    per_second: float


class Tags:
    """Stand-ins for addresses: a keyed hash whose random key never leaves RAM and is thrown away after two hours."""

    def __init__(self, clock: Seconds) -> None:
        self._clock = clock
        self._turned = clock()
        self._key, self._key_before = token_bytes(32), token_bytes(32)

    def now(self, address: str) -> bytes:
        """The tag of the address's network in this hour."""
        self.turn()
        return _tag(address, self._key)

    def before(self, address: str) -> bytes:
        """The tag that it had in the hour before, so that nothing is forgotten in the very moment of the change."""
        self.turn()
        return _tag(address, self._key_before)

    def turn(self) -> None:
        """Throw away the keys that are too old. Nobody may call this for hours, so whoever makes tags sees to it."""
        hours = int((self._clock() - self._turned) // HOUR)
        if hours:
            self._key_before = self._key if hours == 1 else token_bytes(32)
            self._key = token_bytes(32)
            self._turned += hours * HOUR


class Buckets:
    """One token bucket per key."""

    def __init__(self, rate: Rate, clock: Seconds) -> None:
        self._rate = rate
        self._clock = clock
        self._left: dict[Hashable, tuple[float, float]] = {}

    def take(self, key: Hashable, tokens: int = 1) -> float:
        """0.0 where there were enough tokens, which are then gone; else the seconds until there will be."""
        now = self._clock()
        left = self._now_left(key, now)
        if left >= tokens:
            self._make_room(now)
            self._left[key] = (left - tokens, now)
            return 0.0
        return (tokens - left) / self._rate.per_second

    def _now_left(self, key: Hashable, now: float) -> float:
        left, at = self._left.get(key, (float(self._rate.burst), now))
        return min(self._rate.burst, left + (now - at) * self._rate.per_second)

    def _make_room(self, now: float) -> None:
        """Forget full buckets, which say nothing; all of them where a flood of networks fills the memory."""
        if len(self._left) < _MOST_BUCKETS:
            return
        self._left = {key: state for key, state in self._left.items() if self._now_left(key, now) < self._rate.burst}
        if len(self._left) >= _MOST_BUCKETS:
            self._left.clear()


def network(address: str) -> str:
    """What counts as one sender: an IPv4 address, or the /64 that an IPv6 customer is given."""
    try:
        ip = ip_address(address)
    except ValueError:
        return address
    if not isinstance(ip, IPv6Address):
        return str(ip)
    return str(ip.ipv4_mapped or IPv6Network((int(ip), 64), strict=False))


def _tag(address: str, key: bytes) -> bytes:
    return blake2b(network(address).encode(), key=key, digest_size=16).digest()
