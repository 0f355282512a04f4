# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages that need not be rendered again: what each was made from, and whether it still stands.

A page comes from its view and its template alone. So its key is a digest of the view, and of all that is the same for
every page: templates, catalogs, our code and the libraries that render. The pages themselves are the store: one is
kept where its key is that of the last build and its file still has the content that this build wrote. Whatever
else lies there, or in the list of keys, has the page rendered.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Mapping
from dataclasses import replace
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

import orjson

from porchlight.putting import in_words
from porchlight.site.made import Keyed
from porchlight.site.theme import PACKAGE
from porchlight.views.catalog import Catalog
from porchlight.views.pages import Page
from porchlight.views.parts import Site

log = logging.getLogger("porchlight")

_RENDERING = ("jinja2", "markupsafe", "orjson")
_PARTS_OF_THEME = ("templates", "catalog")


def rendering_stamp(theme: Path) -> str:
    """A digest of all that renders: another one, and each page is rendered again."""
    digest = blake2b(f"{sys.version} {[version(name) for name in _RENDERING]}".encode(), digest_size=16)
    for folder in (PACKAGE, *(theme / part for part in _PARTS_OF_THEME)):
        for file in sorted(folder.rglob("*")):
            if file.suffix in (".py", ".html", ".svg", ".yaml"):
                digest.update(f"{file.relative_to(folder).as_posix()}\0".encode() + file.read_bytes() + b"\0")
    return digest.hexdigest()


def page_key(stamp: str, site: Site, page: Page) -> str:
    """The digest of what the page is made from; raises TypeError where a view holds what is no plain data."""
    digest = blake2b(f"{stamp} {page.template} ".encode(), digest_size=16)
    digest.update(orjson.dumps((replace(site, t=_NO_WORDS), page.view)))
    return digest.hexdigest()


_NO_WORDS = Catalog("", {})
"""The words of a language are in the stamp."""


def content_digest(content: bytes) -> str:
    """The digest of what was made."""
    return blake2b(content, digest_size=16).hexdigest()


def keys_of_last_build(output: Path) -> Mapping[str, Keyed]:
    """The list that the last build left beside its output; an empty one where there is none that can be read."""
    file = _file(output)
    if file.is_symlink() or not file.is_file():
        return {}
    try:
        return {str(path): Keyed(*map(str, both)) for path, both in json.loads(file.read_bytes()).items()}
    except (ValueError, TypeError, AttributeError, RecursionError):
        log.info("The list of what the last pages were made from can't be read. Every page is made again.")
        return {}


def note_keys(output: Path, keys: Mapping[str, Keyed]) -> None:
    """Leave the list for the next build; it is put there whole, through no link. Raises NotWritten."""
    half = output.parent / f".{output.name}.half.keys.manifest"
    with in_words(output):
        half.unlink(missing_ok=True)
        with half.open("xb") as file:
            file.write(json.dumps(dict(sorted(keys.items())), separators=(",", ":")).encode())
        half.replace(_file(output))


def _file(output: Path) -> Path:
    return output.parent / f".{output.name}.keys.manifest"
