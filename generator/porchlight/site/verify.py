# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A last look at what was written: every link inside the site leads somewhere, and no page asks another host."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from html import unescape
from itertools import starmap
from urllib.parse import unquote

LINKS = tuple(re.compile(rb'%s="(?<=\s%s=")([^"]*)"' % (name, name)) for name in (b"href", b"src"))
"""Each begins with letters that are sought at once, which takes a fifth of the time of one pattern for both."""

LOADS = re.compile(
    rb"<(?:(?:script|img|iframe|source|video|audio)\b[^>]*\ssrc"
    rb'|link\b[^>]*\srel="(?:stylesheet|icon|preload|modulepreload)"[^>]*\shref)="(?:https?:|//)',
    re.IGNORECASE,
)
OUTSIDE = re.compile(rb"[a-z][a-z0-9+.-]*:|//")


class SiteIsBroken(Exception):
    """The written site has a dead link or asks another host: a fault of ours, told with its pages."""


def verify(files: Mapping[str, bytes], base: str, beside: Iterable[str] = ()) -> None:
    """Raise SiteIsBroken with every fault; `base` is the path of the site's first page on its host.

    `beside` are the folders below it that another build fills.
    """
    faults: list[str] = []
    leading: dict[str, list[str]] = {}
    dead = cache(partial(_dead, files, base, tuple(f"{folder}/" for folder in beside)))
    for path in sorted(path for path in files if path.endswith(".html")):
        html = files[path]  # once: it may lie on the disk
        if LOADS.search(html):
            faults.append(f"{path} loads something from another host.")
        found = {dead(*_met(posixpath.dirname(path), link)) for link in _links(html)}
        for target in sorted(each for each in found if each is not None):
            leading.setdefault(target, []).append(path)
    if faults := [*faults, *starmap(_told, leading.items())]:
        raise SiteIsBroken("\n".join(faults))


def _told(target: str, pages: Sequence[str]) -> str:
    """One line for an address that is not there, with the first page that leads to it and how many do."""
    return f"{pages[0]} leads to {target}, which is not there ({len(pages)} in all)."


def _links(html: bytes) -> set[str]:
    """The page's own links as they are written; forms and other hosts are left out."""
    return {raw.decode() for links in LINKS for raw in links.findall(html) if not OUTSIDE.match(raw)}


def _met(folder: str, link: str) -> tuple[str, str]:
    """Where the link sets out once it has gone up: that folder, and the link from there.

    Thousands of pages lead to the same few from there, and each such link is looked at once.
    """
    if not link.startswith("../"):
        return folder, link
    while folder and link.startswith("../"):
        folder, link = folder.rpartition("/")[0], link[3:]
    return folder, f"./{link}"


def _dead(files: Mapping[str, bytes], base: str, beside: tuple[str, ...], folder: str, link: str) -> str | None:
    """The path that the link leads to, where nothing is there; else None."""
    target = _target(folder, link, base)
    if target is None or target.startswith(beside):
        return None
    is_there = target in files or f"{target.rstrip('/')}/index.html".lstrip("/") in files
    return None if is_there else target


def _target(folder: str, link: str, base: str) -> str | None:
    """Where a link in a page of the folder leads, as a path below the site's first page; None for out of the site."""
    address = unquote(unescape(link).partition("#")[0].partition("?")[0])
    if not address:
        return None
    whole = posixpath.normpath(posixpath.join(base, folder, address)).lstrip("/")
    site = base.lstrip("/")
    if not f"{whole}/".startswith(site):
        return None
    slash = "/" if address.endswith(("/", ".", "..")) else ""
    return f"{whole}{slash}".removeprefix(site).lstrip("/")
