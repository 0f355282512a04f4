# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pelican as the host: one plugin that adds one generator. The only file that imports Pelican."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.log import FatalLogger, console
from pelican.settings import read_settings

from porchlight.model.hub import Hub

STEPS = "PORCHLIGHT"
"""The setting that holds what to do: a function of the output folder, and of how to do it."""

HOW = "PORCHLIGHT_HOW"
"""The setting that holds the second."""


@dataclass(frozen=True, slots=True)
class How:
    """How a build is done: what `build` says of each."""

    has_forms: bool = False
    thorough: bool = False
    check_keys: bool = False


Write = Callable[[Path, How], Hub]

PUBLISHED = "PORCHLIGHT_PUBLISHED"
"""The setting that holds the hub as it was published, once it is."""

FEEDS = ("FEED_ALL_ATOM", "CATEGORY_FEED_ATOM", "TRANSLATION_FEED_ATOM", "AUTHOR_FEED_ATOM", "AUTHOR_FEED_RSS")


class HubGenerator:
    """Writes the hub: reads no Markdown through Pelican, fires no signal per page. A page is a view and a template."""

    def __init__(self, settings: MutableMapping[str, Any], output_path: str, **_: object) -> None:
        self._settings = settings
        self._output = Path(output_path)

    def generate_output(self, _writer: object) -> None:
        """Do every step from views to verify; a problem in the data or a fault of ours ends the run."""
        write: Write = self._settings[STEPS]
        self._settings[PUBLISHED] = write(self._output, self._settings[HOW])


def register() -> None:
    """Called by Pelican: hand over the one generator."""
    signals.get_generators.connect(_generators)


def _generators(_pelican: Pelican) -> type[HubGenerator]:
    return HubGenerator


def settings(root: Path, theme: Path, write: Write) -> dict[str, Any]:
    """What pelicanconf.py sets: everything of Pelican's own is off, so that nothing is written twice or by surprise."""
    nothing = {
        f"{kind}_SAVE_AS": "" for kind in ("AUTHOR", "CATEGORY", "TAG", "ARCHIVES", "AUTHORS", "CATEGORIES", "TAGS")
    }
    feeds = dict.fromkeys(FEEDS)
    return {
        "PATH": str(root / "content"),
        "OUTPUT_PATH": str(root / "output"),
        "THEME": str(theme),
        "PLUGINS": ["porchlight.site.pelican_plugin"],
        STEPS: write,
        HOW: How(),
        "SITEURL": "",
        "TIMEZONE": "UTC",
        "DEFAULT_LANG": "en",
        "ARTICLE_PATHS": [],
        "PAGE_PATHS": [],
        "STATIC_PATHS": [],
        "THEME_STATIC_PATHS": [],
        "DIRECT_TEMPLATES": [],
        "DELETE_OUTPUT_DIRECTORY": False,
        **nothing,
        **feeds,
    }


def run(configuration: Path, output: Path, how: How) -> Hub:
    """Run Pelican with a pelicanconf.py as `pelican --fatal warnings` does, and hand back the hub that was published.

    What the steps raise comes through.
    Raises RuntimeError where Pelican itself warns: a plugin that fails to register would otherwise pass as done.
    """
    with _fatal_warnings():
        pelican = Pelican(read_settings(str(configuration), override={"OUTPUT_PATH": str(output), HOW: how}))
        pelican.run()
    published: Hub = pelican.settings[PUBLISHED]
    return published


@contextmanager
def _fatal_warnings() -> Iterator[None]:
    before = FatalLogger.fatal_lvl, console.quiet
    FatalLogger.fatal_lvl, console.quiet = logging.WARNING, True
    try:
        yield
    finally:
        FatalLogger.fatal_lvl, console.quiet = before
        signals.get_generators.disconnect(_generators)
        sys.modules.pop("pelicanconf", None)
