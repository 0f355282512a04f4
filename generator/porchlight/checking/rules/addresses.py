# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A web address that is printed must be one that can exist, and that gives nobody's password away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from porchlight.checking.context import Context
from porchlight.problems import Problem
from porchlight.reading.saying import shown

_USER = re.compile(r"//[^/]*@")
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_ENDING = re.compile(r"[a-z]{2,24}|xn--[a-z0-9-]{2,59}")


def address_not_web(context: Context) -> Iterator[Problem]:
    """Every `url` in links and sources leads to a named place on the web."""
    for part in ("links", "sources"):
        for record, path, row in context.rows(part):
            url = str(row["url"])
            if reason := _fault(url):
                place, says = context.place_of(record, *path, "url"), shown(_USER.sub("//…@", url))
                hint = "Open the page in a browser and copy its address."
                yield Problem(place, "address-not-web", f"This web address {reason}.", says, hint)


def _fault(url: str) -> str:
    try:
        parts = urlsplit(url)
        host, user, _port = parts.hostname or "", parts.username, parts.port
    except ValueError:
        return "can't be taken apart"
    if parts.scheme not in ("http", "https"):
        return "should begin with https://"
    if user is not None or "@" in parts.netloc:
        return "holds a user name, or an e-mail address"
    return "" if _is_host(host) else "names no place on the web"


def _is_host(host: str) -> bool:
    """True for a name with an ending, like www.example.org; false for numbers, one word or an empty part."""
    try:
        labels = host.encode("idna").decode().split(".")
    except UnicodeError:
        return False
    return len(labels) > 1 and all(map(_LABEL.fullmatch, labels)) and bool(_ENDING.fullmatch(labels[-1]))
