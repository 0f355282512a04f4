# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The ways to the pages of places."""

from __future__ import annotations

from collections.abc import Iterable

from porchlight.model import paths
from porchlight.model.places import VOCABULARY
from porchlight.model.record import Record
from porchlight.views.edition import Edition
from porchlight.views.parts import Link


def place_links(edition: Edition, codes: Iterable[str], here: str) -> tuple[Link, ...]:
    """The ways from the page `here` to the pages of these places, of those that have one."""
    own = edition.places.records
    return tuple(
        Link(
            edition.t("place.title", place=edition.label(VOCABULARY, code)),
            edition.href(here, paths.place_path(own[code].id)),
        )
        for code in codes
        if code in own
    )


def own_hub_link(edition: Edition, place: Record, here: str) -> Link | None:
    """The way from the page `here` to the place's own hub, in the same language; None where it has none."""
    schema = edition.hub.package.schema_of(place.resource)
    folder, code = schema.text_of(place, "own_hub"), schema.text_of(place, "place_code")
    if not folder:
        return None
    words = edition.t("place.own_hub.go", place=edition.label(VOCABULARY, code))
    return Link(words, paths.between(edition.path(here), f"{folder}/{edition.path('')}"))


def places_link(edition: Edition, here: str) -> Link | None:
    """The way to the page of all places; None where the hub has none."""
    return Link(edition.t("places.title"), edition.href(here, paths.PLACES)) if edition.places.records else None
