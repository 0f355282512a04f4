# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight links`: open every page that records lead to, tell what became of it, and keep that for the care list."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from porchlight.care.web_links import FATES, LinkFate, WebLink, web_links
from porchlight.model.hub import Hub
from porchlight.operating.lychee import Opened, Patience, opened
from porchlight.putting import put_file, refuse_link
from porchlight.reading.saying import seen

KEPT = "var/links.json"
KEPT_DAYS = 14
"""Days after which nothing is told of what became of links: the weekly look was missed."""

_HEADS = {"gone": "Gone", "silent": "Does not open", "moved": "Leads elsewhere now", "unsure": "Open these by hand"}


class NoNetwork(Exception):
    """Not one page opened: that says nothing about the pages."""


def look(root: Path, hub: Hub, day: date, patience: Patience) -> tuple[LinkFate, ...]:
    """Open every page once, keep what came out and tell it; changes no record. Raises NoLychee, NoNetwork, LeadsOut."""
    refuse_link(root, KEPT)
    links = list(web_links(hub))
    found = opened(list(dict.fromkeys(link.url for link in links)), patience)
    if found and all(each.fate == "silent" for each in found.values()):
        raise NoNetwork("Not one page opened. Is there a network? Nothing was kept.")
    fates = tuple(_fate(link, found[link.url], day) for link in links if link.url in found)
    _keep(root / KEPT, fates)
    return fates


def _fate(link: WebLink, page: Opened, day: date) -> LinkFate:
    return LinkFate(link, page.fate, day, page.to)


def told(fates: Sequence[LinkFate]) -> str:
    """What became of the pages, those that need a person first; what is fine is only counted."""
    fine = sum(each.fate == "fine" for each in fates)
    parts = [f"{len(fates):,} links looked at, {fine:,} of them fine."]
    for fate, head in _HEADS.items():
        lines = [line for each in fates if each.fate == fate for line in _lines(each)]
        parts += ["\n".join([f"{head}:", *lines])] if lines else []
    return "\n\n".join(parts)


def _lines(each: LinkFate) -> Iterator[str]:
    yield f"    {each.link.record}  {each.link.field}  {seen(each.link.url)}"
    if each.to:
        yield f"        now {seen(each.to)}"


def kept(root: Path, day: date) -> tuple[LinkFate, ...]:
    """What the last look found, if that was not too long ago; nothing where nobody looked."""
    path = root / KEPT
    if not path.is_file():
        return ()
    rows = json.loads(path.read_text(encoding="utf-8"))
    fates = (_again(row) for row in rows if row["fate"] in FATES)
    return tuple(each for each in fates if each.day <= day <= each.day + timedelta(days=KEPT_DAYS))


def _again(row: Mapping[str, Any]) -> LinkFate:
    link = WebLink(row["record"], row["field"], row["url"])
    return LinkFate(link, row["fate"], date.fromisoformat(row["day"]), row["to"])


def _keep(path: Path, fates: Sequence[LinkFate]) -> None:
    rows = [
        {
            "record": each.link.record,
            "field": each.link.field,
            "url": each.link.url,
            "fate": each.fate,
            "day": each.day.isoformat(),
            "to": each.to,
        }
        for each in fates
        if each.fate != "fine"
    ]
    put_file(path, json.dumps(rows, indent=1).encode())
