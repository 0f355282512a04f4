# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page that keeps the site on a phone, and that a phone without a connection is led to."""

from __future__ import annotations

from porchlight.model import paths
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.pages import Page
from porchlight.views.parts import Link
from porchlight.views.service_types import OfflineView

WORKER = "sw.js"
TONIGHT = "tonight"


def offline_page(edition: Edition) -> Page:
    """What to call without a connection, and the button that keeps pages."""
    here, title = paths.OFFLINE, edition.t("offline.title")
    view = OfflineView(
        frame=frame(edition, here, title, edition.t("offline.lead"), "offline"),
        title=title,
        worker=paths.between(edition.path(here), WORKER),
        doors=tuple(_doors(edition, here)),
    )
    return Page(edition.path(here), "offline.html", view)


def _doors(edition: Edition, here: str) -> list[Link]:
    doors = [Link(edition.t("offline.call"), "tel:988"), Link(edition.t("home.tonight.call"), "tel:211")]
    if any(article.slug == TONIGHT for article in edition.articles):
        doors.append(Link(edition.t("offline.tonight"), edition.href(here, f"{TONIGHT}/")))
    return doors
