# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The last look at a site finds what one finds who looks at each link by itself."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import unquote

from hypothesis import example, given
from hypothesis import strategies as st

from porchlight.site.verify import SiteIsBroken, verify

ANY = re.compile(rb'\s(href|src|action)="([^"]*)"')
PATHS = [
    "index.html",
    "404.html",
    "a/index.html",
    "a/b/index.html",
    "a/c.txt",
    "es/index.html",
    "es/a/index.html",
    "x.js",
]


def dead_links(files: Mapping[str, bytes], base: str) -> dict[str, list[str]]:
    """Each address that is not there with the pages that lead to it, by the plain rule for addresses."""
    leading: dict[str, list[str]] = {}
    for path in sorted(path for path in files if path.endswith(".html")):
        targets = {target(path, raw.decode(), base) for kind, raw in ANY.findall(files[path]) if kind != b"action"}
        for each in sorted(found for found in targets if found is not None):
            if each not in files and f"{each.rstrip('/')}/index.html".lstrip("/") not in files:
                leading.setdefault(each, []).append(path)
    return leading


def target(path: str, link: str, base: str) -> str | None:
    address = unquote(unescape(link).partition("#")[0].partition("?")[0])
    if not address or re.match(r"[a-z][a-z0-9+.-]*:|//", link):
        return None
    whole = posixpath.normpath(posixpath.join(base, posixpath.dirname(path), address)).lstrip("/")
    if not f"{whole}/".startswith(base.lstrip("/")):
        return None
    slash = "/" if address.endswith(("/", ".", "..")) else ""
    return f"{whole}{slash}".removeprefix(base.lstrip("/")).lstrip("/")


def told(files: Mapping[str, bytes], base: str) -> str:
    try:
        verify(files, base)
    except SiteIsBroken as broken:
        return str(broken)
    return ""


PARTS = [
    "../",
    "../",
    "./",
    "a/",
    "b/",
    "es/",
    "/",
    "hub/",
    "index.html",
    "c.txt",
    "x.js",
    "#top",
    "?q=1",
    "%2e%2e/",
    "&#x2f;",
    "..",
]
LINKS = st.lists(st.sampled_from([*PARTS, "gone", "tel:5550100", "mailto:a@b.example", "ñ", "%C3%B1", " "]), max_size=6)
ATTRIBUTES = st.tuples(
    st.sampled_from([" href", " src", "\nhref", "\tsrc", " action", " data-href", " data-src"]), LINKS.map("".join)
)
SITES = st.dictionaries(st.sampled_from(PATHS), st.lists(ATTRIBUTES, max_size=5), min_size=1)


@given(SITES, st.sampled_from(["/", "/hub/", "/a/b/"]))
@example({"a/b/index.html": [(" href", "../../#top")]}, "/")
@example({"404.html": [(" href", ""), (" href", "#top")]}, "/")
def test_each_dead_link_is_told_once_with_the_first_page_and_how_many(
    pages: dict[str, list[tuple[str, str]]], base: str
) -> None:
    files = {path: "<p>".join(f'<a{name}="{link}">' for name, link in links).encode() for path, links in pages.items()}
    assert told(files, base) == "\n".join(
        f"{pages[0]} leads to {each}, which is not there ({len(pages)} in all)."
        for each, pages in dead_links(files, base).items()
    )
