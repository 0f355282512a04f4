# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The first page: two plain questions, four doors, the time line, and the doors for those who help."""

from __future__ import annotations

from porchlight.model import paths
from porchlight.model.doors import DOORS
from porchlight.views.doors import ICONS, door_path
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.notices import notices
from porchlight.views.pages import Page
from porchlight.views.parts import Door, Link
from porchlight.views.place_links import places_link
from porchlight.views.types import HomeView

TIMES = (
    ("before", "still-inside"),
    ("day_one", "day-one"),
    ("first_72", "first-72-hours"),
    ("first_month", "first-month"),
)
TONIGHT = "tonight"
HELPERS = (("hire", "employers/partner"), ("peer", "in-reach"), ("doors", "help"), ("help", "volunteering"))


def home_page(edition: Edition) -> Page:
    """The first page of a language."""
    settings, t = edition.hub.settings, edition.t
    lead = edition.words(settings.taglines)
    view = HomeView(
        frame=frame(edition, "", settings.name, lead, "home"),
        title=t("home.title"),
        lead=lead,
        search=edition.href("", "search/"),
        doors=tuple(_door(edition, door) for door in DOORS),
        times=_times(edition),
        helpers=_helpers(edition),
        notices=notices(edition),
        places=places_link(edition, ""),
        tonight=edition.href("", f"{TONIGHT}/") if any(a.slug == TONIGHT for a in edition.articles) else "",
    )
    return Page(edition.path(""), "home.html", view)


def _door(edition: Edition, door: str) -> Door:
    title, note = edition.t(f"doors.{door}.title"), edition.t(f"doors.{door}.note")
    return Door(title, edition.href("", door_path(door)), ICONS[door], note)


def _times(edition: Edition) -> tuple[Link, ...]:
    """Only the steps whose page is written: a hub of one's own may start without them."""
    written = {article.slug for article in edition.articles}
    return tuple(_noted(edition, f"times.{key}", f"{slug}/") for key, slug in TIMES if slug in written)


def _helpers(edition: Edition) -> tuple[Link, ...]:
    written = {article.slug for article in edition.articles}
    resources = {schema.resource for schema in edition.hub.package.schemas}
    links = [_noted(edition, f"helpers.{key}", f"{slug}/") for key, slug in HELPERS if slug in written | resources]
    for questionnaire in edition.hub.questionnaires[:1]:
        links.append(_noted(edition, "helpers.missing", paths.poll_path(questionnaire.id)))
    return tuple(links)


def _noted(edition: Edition, key: str, there: str) -> Link:
    return Link(edition.t(f"{key}.title"), edition.href("", there), note=edition.t(f"{key}.note"))
