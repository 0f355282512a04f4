# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands around every page: title, navigation, crumbs, the other languages, and the content security policy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from porchlight.model import paths
from porchlight.views.edition import Edition
from porchlight.views.once import once_an_edition
from porchlight.views.parts import Frame, Link

NAV = (
    ("nav.find", ("search/",)),
    ("nav.hire", ("employers/partner/", "employers/")),
    ("nav.learn", ("peers/", "materials/")),
)
"""Each entry leads to the first of its pages that the hub has: a small hub may not have written the explainers."""

FOOTER = (
    ("footer.data", "about-the-data/"),
    ("footer.words", "words/"),
    ("footer.sitemap", "all-pages/"),
    ("footer.kept", paths.KEPT),
    ("footer.offline", paths.OFFLINE),
)


def frame(
    edition: Edition,
    path: str,
    title: str,
    description: str,
    page_type: str,
    crumbs: Sequence[tuple[str, str]] = (),
    *,
    indexable: bool = True,
    posts_to: Iterable[str] = (),
    bare: bool = False,
) -> Frame:
    """The frame of the page at `path`; crumbs are (label, path) pairs after home.

    The policy lets nothing load from elsewhere; only the search page may compile the index's WebAssembly, and only a
    page with a form names in `posts_to` the addresses that it posts to. A `bare` page has no navigation: it stands in a
    frame on another site.
    """
    settings, root = edition.hub.settings, _root(edition, path)
    return Frame(
        title=title,
        description=description,
        page_type=page_type,
        root=root,
        home=edition.href(path, ""),
        stylesheet=f"{root}{edition.assets.stylesheet}",
        script=f"{root}{edition.assets.script}",
        icon=f"{root}{edition.assets.icon}",
        csp=policy(page_type, *posts_to),
        nav=_links(edition, path, _nav(edition)),
        footer=_links(edition, path, _footer(edition)),
        alternates=_alternates(edition, path),
        crumbs=_crumbs(edition, path, crumbs),
        canonical=_public(edition, path, edition.language),
        versions=_versions(edition, path),
        indexable=indexable and not settings.made_up,
        bare=bare,
    )


def policy(page_type: str, *posts_to: str) -> str:
    """The content security policy of a page of a kind, which posts to these addresses; "" is the site itself."""
    return _policy(
        searches=page_type == "search",
        works=page_type in ("search", "offline"),
        posts_to=_origins(posts_to),
    )


def widest_policy(*posts_to: str) -> str:
    """What any kind of page may do, for a host's headers."""
    return _policy(searches=True, works=True, posts_to=_origins(posts_to))


def _policy(*, searches: bool, works: bool, posts_to: str) -> str:
    rules = {
        "default-src": "'none'",
        "script-src": "'self' 'wasm-unsafe-eval'" if searches else "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "connect-src": f"'self' {posts_to}".strip(),
        "form-action": f"'self' {posts_to}".strip(),
        "base-uri": "'none'",
    }
    if works:
        rules["worker-src"] = "'self'"
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _origins(addresses: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(filter(None, map(_origin, addresses))))


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def _root(edition: Edition, path: str) -> str:
    if path.endswith(".html"):
        return edition.base
    return paths.between(edition.path(path), "").removeprefix("./")


def _links(edition: Edition, here: str, entries: Sequence[tuple[str, str]]) -> tuple[Link, ...]:
    return tuple(Link(words, edition.href(here, there), current=here == there) for words, there in entries)


@once_an_edition
def _nav(edition: Edition) -> tuple[tuple[str, str], ...]:
    there = {"", "search/"}
    there |= {f"{article.slug}/" for article in edition.articles}
    there |= {paths.list_path(schema.resource) for schema in edition.hub.package.schemas if schema.page != "none"}
    return tuple((edition.t(key), page) for key, pages in NAV for page in [p for p in pages if p in there][:1])


@once_an_edition
def _footer(edition: Edition) -> tuple[tuple[str, str], ...]:
    polls = (("footer.poll", paths.poll_path(q.id)) for q in edition.hub.questionnaires[:1])
    return tuple((edition.t(key), page) for key, page in (*FOOTER, *polls))


def _crumbs(edition: Edition, here: str, crumbs: Sequence[tuple[str, str]]) -> tuple[Link, ...]:
    if not here:
        return ()
    home = Link(edition.t("nav.home"), edition.href(here, ""))
    return (home, *(Link(label, edition.href(here, there)) for label, there in crumbs))


def _alternates(edition: Edition, path: str) -> tuple[Link, ...]:
    """The same page in the other languages; from the page for missing addresses, their first page."""
    others = (code for code in edition.hub.settings.languages if code != edition.language)
    return tuple(Link(edition.t(f"language.{code}"), _in_other(edition, path, code), lang=code) for code in others)


def _versions(edition: Edition, path: str) -> tuple[Link, ...]:
    """The page in each language, itself too, for search engines; they take whole addresses only."""
    settings = edition.hub.settings
    if not settings.address or len(settings.languages) == 1:
        return ()
    return tuple(Link(code, _public(edition, path, code), lang=code) for code in settings.languages)


def _public(edition: Edition, path: str, language: str) -> str:
    """The whole address of the page in a language; "" where the hub has none yet."""
    address = edition.hub.settings.address.rstrip("/")
    return f"{address}/{paths.in_language(path, language, edition.first)}" if address else ""


def _in_other(edition: Edition, path: str, language: str) -> str:
    if path.endswith(".html"):
        return edition.base + paths.in_language("", language, edition.first)
    return paths.between(edition.path(path), paths.in_language(path, language, edition.first))
