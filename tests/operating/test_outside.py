# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""No address of a record opens a door of the network in which the look at links runs, whatever it is called."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from porchlight.operating import lychee
from porchlight.operating.lychee import Opened, Patience, opened
from porchlight.operating.outside import is_outside, ways

WORLD = {
    "world.example.org": ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"],
    "router.example.org": ["192.168.0.1"],
    "both.example.org": ["93.184.215.14", "127.0.0.1"],
    "127.1": ["127.0.0.1"],
}


def resolve(host: str) -> Collection[str]:
    """A look-up of names that are made up."""
    if host not in WORLD:
        raise OSError("no such name")
    return WORLD[host]


@pytest.mark.parametrize(
    ("url", "way"),
    [
        ("https://world.example.org/a?b#c", "outside"),
        ("https://WORLD.example.org:8443", "outside"),
        ("https://router.example.org/", "inside"),
        ("https://both.example.org/", "inside"),
        ("http://127.1/", "inside"),
        ("https://unknown.example.org/", "nowhere"),
        ("https://world.example.org@router.example.org/", "inside"),
        ("https://router.example.org\\@world.example.org/", "inside"),
        ("https://[::1]/", "inside"),
        ("https://world.example.org\n.router.example.org/", "inside"),
        ("file:///etc/passwd", "inside"),
        ("https:router.example.org", "inside"),
    ],
)
def test_where_an_address_leads_is_known_by_what_its_name_stands_for(url: str, way: str) -> None:
    assert ways([url], resolve) == {url: way}


@pytest.mark.parametrize(
    "address",
    [
        *("10.0.0.1", "100.64.0.1", "127.0.0.1", "169.254.169.254", "192.168.1.1", "0.0.0.0", "224.0.0.1"),
        *("::1", "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1", "ff02::1"),
    ],
)
def test_what_is_not_the_whole_worlds_is_not_outside(address: str) -> None:
    assert not is_outside(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f::1", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e"])
def test_what_is_the_whole_worlds_is_outside(address: str) -> None:
    assert is_outside(address)


def test_what_leads_into_this_network_is_opened_by_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lychee, "_program", lambda: "/nobody-starts-this")
    urls = ["https://router.example.org/", "https://unknown.example.org/"]
    assert opened(urls, Patience(), resolve) == {urls[1]: Opened("silent")}
