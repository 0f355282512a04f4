# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages that need not be rendered again: what each was made from, and whether it still stands.

A page comes from its view and its template alone. So its key is a digest of both, and good as long as all that renders
every page is the same: templates, catalogs, our code and the libraries. The pages themselves are the store: one is
kept where its key is that of the last build and its file still has the content that this build wrote. Whatever
else lies there has the page rendered.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

import orjson

from porchlight.site.kept import keep, key_of, read_kept
from porchlight.site.made import Keyed
from porchlight.views.catalog import Catalog
from porchlight.views.pages import Page
from porchlight.views.parts import Site

log = logging.getLogger("porchlight")

_NAME = "pages"
_RENDERING = ("jinja2", "markupsafe", "orjson", "pyyaml")
_PARTS_OF_THEME = ("templates", "catalog")
_NO_WORDS = Catalog("", {})


def rendering_key(theme: Path) -> bytes:
    """The key of all that renders: another one, and each page is rendered again."""
    files = sorted(file for part in _PARTS_OF_THEME for file in _below(theme / part))
    contents = [(file.relative_to(theme).as_posix(), file.read_bytes()) for file in files]
    return key_of(contents, [version(name) for name in _RENDERING])


def _below(folder: Path) -> Iterator[Path]:
    """Every file, also behind links: templates are read there, too."""
    for path, _, names in os.walk(folder, followlinks=True):
        yield from (Path(path) / name for name in names)


def page_key(site: Site, page: Page) -> str:
    """The digest of what the page is made from; raises TypeError where a view holds what is no plain data."""
    told = (page.template, replace(site, t=_NO_WORDS), page.view)  # the words of its language render every page
    return content_digest(orjson.dumps(told))


def content_digest(content: bytes) -> str:
    """The digest of what was made."""
    return blake2b(content, digest_size=16).hexdigest()


def page_keys_of_last_build(folder: Path, key: bytes) -> Mapping[str, Keyed]:
    """What the last build kept of its pages, by file; nothing where something else rendered them."""
    told = read_kept(folder, _NAME, key) or {}
    return {file: Keyed(*both) for file, both in orjson.loads(told.get(_NAME, b"{}")).items()}


def keep_page_keys(folder: Path, key: bytes, keys: Mapping[str, Keyed]) -> None:
    """Keep the keys for the next build."""
    keep(folder, _NAME, key, {_NAME: orjson.dumps(keys, option=orjson.OPT_SORT_KEYS, default=tuple)})


def tell_keys(before: Mapping[str, Keyed], now: Mapping[str, Keyed]) -> None:
    """Say how many pages a build would have kept that made and compared each of them."""
    count = sum(keyed.key == before[file].key for file, keyed in now.items() if file in before)
    log.info("%s pages would have been kept. Each is the same as it was.", f"{count:,}")
