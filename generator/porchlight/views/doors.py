# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The four doors: what the hub holds for one need, resource by resource."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from porchlight.model import paths
from porchlight.model.doors import DOORS
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.views.bands import open_to, question_links
from porchlight.views.cards import card
from porchlight.views.edition import Edition
from porchlight.views.finder import has_finder
from porchlight.views.frames import frame
from porchlight.views.list_parts import Facet, Group
from porchlight.views.notices import notices
from porchlight.views.order import in_order, leading, wide
from porchlight.views.pages import Page
from porchlight.views.parts import Link
from porchlight.views.search_pages import found_page
from porchlight.views.types import DoorView

ICONS = {"stay": "bed", "work": "briefcase", "health": "heart", "people": "people"}
ON_A_DOOR = 6


def door_path(door: str) -> str:
    """The page behind one of the four doors."""
    return f"{door}/"


def door_pages(edition: Edition) -> Iterator[Page]:
    """A page per door: everything that names it, a few of each resource, with the way to all."""
    for door in DOORS:
        here = door_path(door)
        title, note = edition.t(f"doors.{door}.title"), edition.t(f"doors.{door}.note")
        groups = tuple(_group(edition, *held, here) for held in _behind(edition, door))
        asked = _questions(edition, here, door)
        view = DoorView(frame(edition, here, title, note, "door"), title, note, groups, notices(edition), asked)
        yield Page(edition.path(here), "door.html", view, found_page(edition, here, title, note))


def _questions(edition: Edition, here: str, door: str) -> Facet | None:
    """The questions of the first resource behind the door that is asked any, each with its sorted list."""
    for schema, _ in _behind(edition, door):
        if has_finder(schema):
            counts = open_to(schema, edition.hub.records[schema.resource])
            return replace(question_links(edition, schema, counts, here), current=True)
    return None


def _behind(edition: Edition, door: str) -> list[tuple[Schema, list[Record]]]:
    return by_resource(edition, (record for record in edition.hub.all_records() if door in record.codes("doors")))


def by_resource(edition: Edition, records: Iterable[Record]) -> list[tuple[Schema, list[Record]]]:
    """Each resource with what it holds of these records; the one that holds most that helps in many states first."""
    of: dict[str, list[Record]] = {}
    for record in records:
        of.setdefault(record.resource, []).append(record)
    held = [
        (schema, in_order(of[schema.resource], edition.hub.proofs))
        for schema in edition.hub.package.schemas
        if schema.resource in of and schema.page != "none"
    ]
    return sorted(held, key=lambda pair: (-len(wide(pair[1])), -len(pair[1])))


def _group(edition: Edition, schema: Schema, records: list[Record], here: str) -> Group:
    title, everything = edition.title(schema), len(edition.hub.records[schema.resource])
    whole = edition.href(here, paths.list_path(schema.resource))
    cards = tuple(card(edition, schema, record, here) for record in leading(records, ON_A_DOOR))
    more = Link(edition.t("list.more", n=everything, title=title), whole)
    return Group(title, cards, more if everything > len(cards) else None)
