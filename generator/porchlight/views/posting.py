# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the forms of a page post to, and where they lead on to."""

from __future__ import annotations

from porchlight.model import paths
from porchlight.views.edition import Edition


def action(edition: Edition, form: str, here: str) -> str:
    """Where the form posts to: the hub's form service, or `f/` beside the site's first page."""
    service = _elsewhere(edition)
    if service:
        return f"{service}/f/{form}"
    return paths.between(edition.path(here), f"f/{form}")


def onward(edition: Edition, there: str) -> str:
    """The page to go to once a post is stored. A service on another host needs the whole address."""
    address = whole(edition, there) if _elsewhere(edition) else ""
    return address or f"{edition.base}{edition.path(there)}"


def _elsewhere(edition: Edition) -> str:
    """The address of a form service that has one of its own; "" where posts stay on the site's own host."""
    return edition.hub.settings.form_service.rstrip("/")


def whole(edition: Edition, there: str) -> str:
    """The page's whole address; "" where the hub has none yet."""
    address = edition.hub.settings.address.rstrip("/")
    return f"{address}/{edition.path(there)}" if address else ""
