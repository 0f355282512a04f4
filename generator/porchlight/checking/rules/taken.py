# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Addresses that the program's own pages take, today or with the next record: no text and no record may have one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from porchlight.checking.context import Context
from porchlight.model import paths
from porchlight.model.hub import Hub
from porchlight.model.pages import own_pages
from porchlight.model.template import FOLDER
from porchlight.problems import Place, Problem
from porchlight.reading.saying import shown

_BELOW_A_LIST = re.compile(r"page-\d+|compare(/places)?|match|thanks|(by|ask)(/.*)?", re.ASCII)
_PATTERNS = re.compile(r"patterns(-\d+)?", re.ASCII)
_FOLDERS = ("poll", "f", "r", "p", "papers", "admin")
"""What polls are shown in, what their answers are sent to, where short addresses and papers lie, and the forms."""

_FILES = ("assets", "downloads", "gazetteer", "pagefind")
"""Folders in which no pages lie, but what pages need."""

_LATER = {paths.ASKED_FOR, paths.PARTNERS, paths.HISTORY, FOLDER, "404/"}
"""Pages that a hub has with its first poll, program, change or template, and the one for what is missing."""

_OF_A_TEXT = "about-the-data"
"""The page of our own that carries a text of this name."""


@dataclass(frozen=True, slots=True)
class Own:
    """The addresses of pages that are made from data. Below each of the `folders` all are taken."""

    pages: frozenset[str]
    lists: frozenset[str]
    folders: frozenset[str]

    def has(self, address: str) -> bool:
        """True where a page of ours stands at the address, or would with other data."""
        first, _, rest = address.partition("/")
        of_a_list = first in self.lists and _BELOW_A_LIST.fullmatch(rest)
        return address in self.pages or first in self.folders or bool(of_a_list or _PATTERNS.fullmatch(address))


def own_addresses(hub: Hub) -> Own:
    """Those of the hub as it is shown on a day, whichever records are shown on it."""
    lists = frozenset(schema.resource for schema in hub.package.schemas)
    pages = {path.strip("/") for path in {*own_pages(hub), *_LATER}} - {_OF_A_TEXT}
    return Own(lists | pages, lists, frozenset((*_FOLDERS, *hub.settings.languages[1:])))


def address_taken(context: Context) -> Iterator[Problem]:
    """An article's address is that of no other page, and a record's id leads to no page of ours."""
    own, keys = own_addresses(context.shown), {record.key for _, record in context.records()}
    for article in context.hub.articles:
        if article.slug in keys or own.has(article.slug):
            message = f"The page of this article has the same address as “{article.slug}” in the data."
            yield Problem(Place(article.place.file), "address-taken", message, hint="Give the file another name.")
    for schema, record in context.records():
        if schema.page != "none" and own.has(record.key):
            message, hint = "The list of this resource has a page with this address.", "Give the record another id."
            yield Problem(context.place_of(record, "id"), "address-taken", message, shown(record.id), hint)
        folder = schema.text_of(record, "own_hub")
        if folder and (own.has(folder) or folder in _FILES):
            message, hint = (
                "This site has pages of its own in this folder.",
                "Write the last part of that hub's address.",
            )
            yield Problem(context.place_of(record, "own_hub"), "address-taken", message, shown(folder), hint)
