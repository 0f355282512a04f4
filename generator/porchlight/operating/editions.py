# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A hub's folder in one of its languages, for commands that tell things in words."""

from __future__ import annotations

from pathlib import Path

from porchlight.care.tasks import Due
from porchlight.model.hub import Hub
from porchlight.reading.saying import listed, shown
from porchlight.site.theme import catalog, theme_folder
from porchlight.views.edition import Assets, Edition


class NoSuchLanguage(Exception):
    """The hub has no pages in the language; the message says which it has."""


def edition_in(root: Path, hub: Hub, language: str = "", due: Due | None = None) -> Edition:
    """The hub in the language, in its first where none is named; raises NoSuchLanguage."""
    language = language or hub.settings.languages[0]
    if language not in hub.settings.languages:
        spoken = listed(hub.settings.languages)
        raise NoSuchLanguage(f"This hub has no pages in “{shown(language)}”. Take {spoken}.")
    return Edition(hub, language, catalog(theme_folder(root), language), Assets("", "", ""), due=due)
