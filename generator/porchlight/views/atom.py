# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A feed that any reader of feeds can follow: Atom, by RFC 4287."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree as ET

NAMESPACE = "http://www.w3.org/2005/Atom"
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. `mark` never changes; `at` is in UTC; `page` is where it can be read."""

    mark: str
    at: datetime
    title: str
    summary: str
    page: str


@dataclass(frozen=True, slots=True)
class Feed:
    """What happened, newest first; `own` is the feed's own address, `page` that of the page that tells the same."""

    mark: str
    title: str
    author: str
    language: str
    own: str
    page: str
    entries: tuple[Entry, ...]


def atom(feed: Feed) -> bytes:
    """The feed as XML, the same for the same entries; a feed without entries has no day and can't be written."""
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.language})
    _text(root, "id", feed.mark)
    _text(root, "title", feed.title)
    _text(root, "updated", _moment(max(entry.at for entry in feed.entries)))
    _text(ET.SubElement(root, "author"), "name", feed.author)
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.own})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    for entry in feed.entries:
        _entry(ET.SubElement(root, "entry"), entry)
    ET.indent(root, "")
    return f"{DECLARATION}{ET.tostring(root, encoding='unicode')}\n".encode()


def _entry(element: ET.Element, entry: Entry) -> None:
    _text(element, "id", entry.mark)
    _text(element, "title", entry.title)
    _text(element, "updated", _moment(entry.at))
    ET.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": entry.page})
    _text(element, "summary", entry.summary)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
