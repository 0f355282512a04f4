# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which addresses lead out into the world: a record is a text of strangers, and opens no door of this network.

A name is looked up here and then once more by the program that opens the page. Whoever runs the name's server can
answer otherwise the second time, or send the program on: that is left.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Literal

Way = Literal["outside", "inside", "nowhere"]
"""Into the world; to this machine, to this network or to what can't be told; or to a name that nobody knows."""

Resolve = Callable[[str], Collection[str]]
"""The addresses of a host; OSError where it has none."""

_PLAIN = re.compile(r"https?://([^\s/?#\\@:\[\]]+)(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
"""An address whose host every program reads alike: nothing stands before it that could be taken for another."""

_WRAPPED = ip_network("64:ff9b::/96")
_AT_ONCE = 8


def addresses_of(host: str) -> Collection[str]:
    """What this machine's own look-up says of a host."""
    return {str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}


def ways(urls: Sequence[str], resolve: Resolve) -> Mapping[str, Way]:
    """Where each address leads; every host is looked up once."""
    hosts = {url: found[1].lower() if (found := _PLAIN.fullmatch(url)) else "" for url in urls}
    names = sorted({*hosts.values()} - {""})
    with ThreadPoolExecutor(_AT_ONCE) as several:
        way_of = dict(zip(names, several.map(lambda name: _way(name, resolve), names), strict=True))
    return {url: way_of.get(host, "inside") for url, host in hosts.items()}


def _way(host: str, resolve: Resolve) -> Way:
    try:
        found = resolve(host)
    except (OSError, UnicodeError):  # a name longer than names can be is no text for a look-up
        return "nowhere"
    return "outside" if found and all(map(is_outside, found)) else "inside"


def is_outside(address: str) -> bool:
    """True for an address of the whole world's, also where it holds one of the older kind."""
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        wrapped = IPv4Address(int(found) & 0xFFFFFFFF) if found in _WRAPPED else None
        held = found.ipv4_mapped or found.sixtofour or wrapped
        if held is not None:
            return is_outside(str(held))
    return found.is_global and not found.is_multicast
