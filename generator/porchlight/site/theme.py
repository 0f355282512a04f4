# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The theme on disk: where it lies, its templates, its catalogs."""

from __future__ import annotations

from pathlib import Path

import yaml
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from porchlight.site.once import Once
from porchlight.site.quick import QuickEnvironment
from porchlight.views.catalog import Catalog

PACKAGE = Path(__file__).resolve().parent.parent


def theme_folder(root: Path) -> Path:
    """The hub's own theme, else the one inside the installed package, else the one beside the source tree."""
    candidates = (root / "theme", PACKAGE / "theme", PACKAGE.parent.parent / "theme")
    return next(folder for folder in candidates if (folder / "templates").is_dir())


class _Compiled(BytecodeCache):
    """Templates compiled once a run, not once a language and build; one that was changed has another checksum."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what was kept of the very same source."""
        if held := self._held.get(bucket.key):
            bucket.bytecode_from_string(held)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._held[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def environment(theme: Path) -> Environment:
    """The templates: everything is escaped, and a name that is not there is a fault, never an empty space."""
    templates = QuickEnvironment(
        loader=FileSystemLoader(theme / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_COMPILED,
    )
    templates.filters["once"] = Once()
    return templates


def catalog(theme: Path, language: str) -> Catalog:
    """The interface's words in a language. The file is ours and flat: a wrong one is a fault of ours."""
    text = (theme / "catalog" / f"{language}.yaml").read_text(encoding="utf-8")
    words = yaml.load(text, Loader=yaml.CBaseLoader)  # every scalar stays text: "no" is a word here
    return Catalog(language, words)
