# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A last look at what was written: every link inside the site leads somewhere, and no page asks another host."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from html import unescape
from urllib.parse import unquote

LINK = re.compile(rb'\s(href|src|action)="([^"]*)"')
LOADS = re.compile(
    rb"<(?:(?:script|img|iframe|source|video|audio)\b[^>]*\ssrc"
    rb'|link\b[^>]*\srel="(?:stylesheet|icon|preload|modulepreload)"[^>]*\shref)="(?:https?:|//)',
    re.IGNORECASE,
)
OUTSIDE = re.compile(rb"[a-z][a-z0-9+.-]*:|//")


class SiteIsBroken(Exception):
    """The written site has a dead link or asks another host: a fault of ours, told with its pages."""


def verify(files: Mapping[str, bytes], base: str) -> None:
    """Raise SiteIsBroken with every fault; `base` is the path of the site's first page on its host."""
    pages = [path for path in sorted(files) if path.endswith(".html")]
    faults = [f"{path} loads something from another host." for path in pages if LOADS.search(files[path])]
    faults += _dead_links(pages, files, base)
    if faults:
        raise SiteIsBroken("\n".join(faults))


def _dead_links(pages: Iterable[str], files: Mapping[str, bytes], base: str) -> list[str]:
    """One line per address that is not there, with the first page that leads to it and how many do."""
    leading: dict[str, list[str]] = {}
    for path in pages:
        for target in _inside(path, files[path], base):
            if target not in files and f"{target.rstrip('/')}/index.html".lstrip("/") not in files:
                leading.setdefault(target, []).append(path)
    return [
        f"{froms[0]} leads to {target}, which is not there ({len(froms)} in all)." for target, froms in leading.items()
    ]


def _inside(path: str, html: bytes, base: str) -> list[str]:
    """Where the page's own links lead, as paths below the site's first page; forms and other hosts are left out."""
    links = {raw for kind, raw in LINK.findall(html) if kind != b"action" and not OUTSIDE.match(raw)}
    return sorted({target for raw in links if (target := _target(path, raw.decode(), base)) is not None})


def _target(path: str, link: str, base: str) -> str | None:
    address = unquote(unescape(link).partition("#")[0].partition("?")[0])
    if not address:
        return None
    whole = posixpath.normpath(posixpath.join(base, posixpath.dirname(path), address)).lstrip("/")
    folder = base.lstrip("/")
    if not f"{whole}/".startswith(folder):
        return None
    slash = "/" if address.endswith(("/", ".", "..")) else ""
    return f"{whole}{slash}".removeprefix(folder).lstrip("/")
