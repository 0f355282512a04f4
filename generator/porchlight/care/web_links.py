# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages of others that records lead to, and what became of them when a program opened them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args
from urllib.parse import urlsplit

from porchlight.model.hub import Hub
from porchlight.model.record import Record

Fate = Literal["fine", "gone", "silent", "moved", "unsure"]
FATES: tuple[Fate, ...] = get_args(Fate)
"""It opened; its host says that it is gone; nothing answered; it has moved for good; its host tells no program."""

_PARTS = ("links", "sources")


@dataclass(frozen=True, slots=True)
class WebLink:
    """One address of a record; `field` is the way to it as `porchlight edit` takes it, `links.1.url`."""

    record: str
    field: str
    url: str


@dataclass(frozen=True, slots=True)
class LinkFate:
    """What became of a link on a day; `to` is where it has moved, "" else."""

    link: WebLink
    fate: Fate
    day: date
    to: str = ""


def web_links(hub: Hub) -> Iterator[WebLink]:
    """Every address in every record, but those on hosts that the hub leaves alone."""
    for record in hub.all_records():
        yield from (link for link in links_of(record) if not _left_alone(link.url, hub.settings.leave_links_to))


def links_of(record: Record) -> Iterator[WebLink]:
    """Every address in the record."""
    for part in _PARTS:
        for position, row in enumerate(record.rows(part), start=1):
            yield WebLink(record.key, f"{part}.{position}.url", str(row["url"]))


def _left_alone(url: str, hosts: tuple[str, ...]) -> bool:
    """True for a host that is named, and for every host below it."""
    host = f".{(urlsplit(url).hostname or '').lower()}"
    return any(host.endswith(f".{named}") for named in hosts)
