# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files that a host reads: headers, robots, and the site map for search engines."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from porchlight.model.hub import Settings
from porchlight.views.frames import widest_policy

_FOR_EVER = "Cache-Control: public, max-age=31536000, immutable"
"""What stands below assets/ never changes: its folder is named by its content."""


def host_files(
    settings: Settings, indexable: Iterable[str], posts_to: Iterable[str], *, has_forms: bool = False
) -> dict[str, bytes]:
    """Every such file by path below the output folder; `posts_to` are the addresses that forms post to.

    `has_forms` is true for a site with the keepers' own forms at /admin/.
    """
    files = {"_headers": headers(posts_to, has_forms=has_forms), "robots.txt": robots(settings)}
    if settings.address and not settings.made_up:
        files["sitemap.xml"] = sitemap(settings.address, indexable)
    return {path: text.encode() for path, text in files.items()}


def headers(posts_to: Iterable[str], *, has_forms: bool = False, parts: Iterable[str] = ()) -> str:
    """Response headers in the form that Netlify and Cloudflare Pages read.

    A page's own policy, by its kind, stands in its meta tag. A header can't know the kind, so it allows what any kind
    needs; a browser obeys both. It adds the one rule that a meta tag may not carry: who may frame the site. The forms
    at /admin/ need more than any page, and no host takes a header back for one folder: with them, only that rule is
    left, and the window in which a keeper signs in may answer. `parts` are folders with a site of their own.
    """
    policy = "" if has_forms else f"{widest_policy(*posts_to)}; "
    opener = "same-origin-allow-popups" if has_forms else "same-origin"
    for_ever = "".join(f"/{folder}assets/*\n  {_FOR_EVER}\n" for folder in ("", *(f"{part}/" for part in parts)))
    return f"""\
/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), microphone=(), geolocation=(self)
  Cross-Origin-Opener-Policy: {opener}
  Content-Security-Policy: {policy}frame-ancestors 'self'
{for_ever}"""


def robots(settings: Settings) -> str:
    """A made-up hub asks not to be indexed."""
    rule = "Disallow: /" if settings.made_up else "Disallow:"
    where = f"\nSitemap: {settings.address.rstrip('/')}/sitemap.xml" if settings.address else ""
    return f"User-agent: *\n{rule}{where}\n"


def sitemap(address: str, indexable: Iterable[str]) -> str:
    """The pages that may be indexed, by the sitemaps.org protocol."""
    base = address.rstrip("/")
    return _map_of("urlset", "url", (f"{base}/{path}" for path in indexable))


def sitemap_index(addresses: Iterable[str]) -> str:
    """The site maps of a site that is joined from several, by the same protocol."""
    return _map_of("sitemapindex", "sitemap", addresses)


def _map_of(whole: str, each: str, addresses: Iterable[str]) -> str:
    listed = "".join(f"<{each}><loc>{escape(address)}</loc></{each}>\n" for address in addresses)
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{whole} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{listed}</{whole}>\n"
