# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page of the reader's own list: what stands in it is known to the reader's browser alone."""

from __future__ import annotations

from porchlight.model import paths
from porchlight.model.doors import DOORS
from porchlight.views.doors import door_path
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.pages import Page
from porchlight.views.parts import Link
from porchlight.views.service_types import KeptView


def kept_page(edition: Edition) -> Page:
    """“My list”; without a script it says how to write a number down, and leads to the doors."""
    here, title = paths.KEPT, edition.t("kept.title")
    view = KeptView(
        frame=frame(edition, here, title, edition.t("kept.description"), "kept", indexable=False),
        title=title,
        short=edition.href(here, paths.SHORT),
        doors=tuple(_door(edition, here, door) for door in DOORS),
    )
    return Page(edition.path(here), "kept.html", view)


def _door(edition: Edition, here: str, door: str) -> Link:
    return Link(
        edition.t(f"doors.{door}.title"), edition.href(here, door_path(door)), note=edition.t(f"doors.{door}.note")
    )
