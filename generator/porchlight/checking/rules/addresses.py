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

_ALL_HOST = re.compile(r"(https?://)?(?P<host>([a-z0-9-]+\.)+[a-z]{2,24})([/:?#]\S*)?", re.IGNORECASE)
_SOME_HOST = re.compile(
    r"\b(?P<host>(?:[a-z0-9-]{1,63}\.){1,9}(?:com|org|net|gov|edu|mil|int|info|us|mx|io|app))(?![\w.-]*[\w-])",
    re.IGNORECASE,
)


def address_not_web(context: Context) -> Iterator[Problem]:
    """Every `url` in links and sources leads to a named place on the web."""
    for part in ("links", "sources"):
        for record, path, row in context.rows(part):
            url = str(row["url"])
            if reason := fault(url):
                place, says = context.place_of(record, *path, "url"), shown(_USER.sub("//…@", url))
                hint = "Open the page in a browser and copy its address."
                yield Problem(place, "address-not-web", f"This web address {reason}.", says, hint)


def label_other_host(context: Context) -> Iterator[Problem]:
    """The words on a link name no other host than the one that it leads to."""
    for record, path, row in context.rows("links"):
        label = str(row.get("label", ""))
        if names_other_host(label, str(row["url"])):
            message = "The words of this link name another place than the one that it leads to."
            hint = "Say in words what the page is."
            yield Problem(context.place_of(record, *path, "label"), "label-other-host", message, shown(label), hint)


def host_in(label: str) -> str:
    """The host that the words name, or ""."""
    found = _ALL_HOST.fullmatch(label.strip()[:500]) or _SOME_HOST.search(label[:500])
    return found["host"].lower().removeprefix("www.") if found else ""


def names_other_host(label: str, url: str) -> bool:
    """True where the words name a host that is neither the address's own nor one above it."""
    named = host_in(label)
    host = (urlsplit(url).hostname or "").removeprefix("www.") if named and not fault(url) else named
    return host != named and not host.endswith(f".{named}")


def fault(url: str) -> str:
    """What is wrong with a web address, as the end of a sentence; "" where nothing is."""
    try:
        parts = urlsplit(url)
        host, user, _port = parts.hostname or "", parts.username, parts.port
    except ValueError:
        return "can't be taken apart"
    if parts.scheme not in ("http", "https"):
        return "should begin with https://"
    if user is not None or "@" in parts.netloc:
        return "holds a user name, or an e-mail address"
    if "\\" in url:
        return "holds a “\\”"
    if not parts.netloc.isascii():
        return "holds letters that can be taken for others; write them as xn--…"
    return "" if _is_host(host) else "names no place on the web"


def _is_host(host: str) -> bool:
    """True for a name with an ending, like www.example.org; false for numbers, one word or an empty part."""
    labels = host.split(".")
    return len(labels) > 1 and all(map(_LABEL.fullmatch, labels)) and bool(_ENDING.fullmatch(labels[-1]))
