# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page that fits a line of a poll best, where the hub has more than a list: states, words, a match, a table."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.model import paths
from porchlight.model.pages import is_about_words
from porchlight.model.questionnaire import Item
from porchlight.views.by_place_link import links_for_item
from porchlight.views.calendar import dated
from porchlight.views.compare import compare_link
from porchlight.views.doors import by_resource
from porchlight.views.edition import Edition
from porchlight.views.matching import match_link
from porchlight.views.need_parts import Held
from porchlight.views.parts import Link

_STIGMA, _CAMPAIGN = "anti_stigma", "campaign"
"""Codes by which an item looks for materials: the words page and the calendar serve the same."""


def fitting(edition: Edition, each: Held, here: str) -> tuple[Link, ...]:
    """Pages that do something with what is held for the item, the most fitting first; none where a list is all."""
    places = links_for_item(edition, each.item.id, here)
    return (*places, *_by_codes(edition, each.item, here), *_by_resource(edition, each, here))


def _by_codes(edition: Edition, item: Item, here: str) -> Iterator[Link]:
    looked_for = {code for query in item.supply for codes in query.where.values() for code in codes}
    if _STIGMA in looked_for:
        said = filter(is_about_words, edition.hub.package.schemas)
        for schema in said:
            yield Link(edition.title(schema), edition.href(here, paths.list_path(schema.resource)))
    if _CAMPAIGN in looked_for and dated(edition):
        yield Link(edition.t("calendar.title"), edition.href(here, paths.CALENDAR))


def _by_resource(edition: Edition, each: Held, here: str) -> Iterator[Link]:
    """By what the item looks for, not by all that names it: one training does not make a line one of trainings."""
    looked_for = {query.resource for query in each.item.supply}
    for schema, held in by_resource(edition, each.records):
        if schema.resource in looked_for:
            asks_skills = any(schema.codes_of(record, "skills") for record in held)
            ways = (match_link(edition, schema, here) if asks_skills else None, compare_link(edition, schema, here))
            yield from (way for way in ways if way)
