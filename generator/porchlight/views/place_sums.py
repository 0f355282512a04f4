# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a place lacks: in a sentence, as a table with a line per door, and the ways to add something."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.model.aging import asked_on
from porchlight.model.place_supply import Supply
from porchlight.model.shelf_life import DAYS
from porchlight.views.edition import Edition
from porchlight.views.parts import Checked, CheckKind, Link
from porchlight.views.place_here import Here
from porchlight.views.place_types import PlaceSum

_ABOUT, _ADD = "about-the-data", "{#add}"
"""The text that tells how to bring something in, and the mark of that part of it."""


def missing(place: Here) -> str:
    """The doors without anything for this place or a part of it, in one sentence."""
    edition = place.edition
    if not place.lacking:
        return edition.t("place.missing.none", place=place.label)
    doors = ", ".join(edition.t(f"doors.{code}.title") for code in place.lacking)
    return edition.t("place.missing", doors=doors, place=place.label)


def sums(place: Here) -> Iterator[PlaceSum]:
    """The table, a line per door. Ages are counted when it is read, so it tells days and no “still good”."""
    edition = place.edition
    for door in place.supply:
        title = edition.t(f"doors.{door.door}.title")
        yield PlaceSum(
            door=Link(title, f"#{door.door}"),
            here=str(door.offers),
            asked=str(door.asked),
            oldest=_oldest(edition, door),
            add=_add(place, door, title),
        )


def _oldest(edition: Edition, door: Supply) -> Checked | None:
    """The record that nobody has looked at for longest: the day on which it was asked or read, and for how long."""
    record = edition.find_key(door.oldest_record)
    if record is None or door.oldest is None:
        return None
    kind: CheckKind = "checked" if asked_on(record) else "read"
    day, life = edition.day(door.oldest), DAYS[edition.hub.package.schema_of(record.resource).shelf_life]
    return Checked(kind, edition.t(f"needs.{kind}_on", day=day), door.oldest.isoformat(), day, life)


def _add(place: Here, door: Supply, title: str) -> Link | None:
    words = place.edition.t("needs.add" if door.offers else "place.add_first")
    href = place.everywhere.forms.get(door.door) or _write(place, f"{title}, {place.label}")
    return Link(words, href) if href else None


def add(place: Here) -> Link | None:
    """How to tell of something for the place, behind whichever door; None where the hub says nothing of it."""
    href = _write(place, place.label)
    return Link(place.edition.t("place.missing.add"), href) if href else None


def _write(place: Here, about: str) -> str:
    """A letter to who keeps the hub; else the part of its text that tells how to add something; else "" ."""
    edition = place.edition
    write = edition.hub.settings.way_to_write(f"{edition.t('needs.add')}: {about}")
    if write or not any(article.slug == _ABOUT and _ADD in article.markdown for article in edition.articles):
        return write
    return edition.href(place.path, f"{_ABOUT}/") + "#add"
