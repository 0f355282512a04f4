# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every line that a poll asks about, each with the first few things that a person can use for it today."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.model import paths
from porchlight.model.questionnaire import Questionnaire
from porchlight.views.edition import Edition
from porchlight.views.fitting import fitting
from porchlight.views.frames import frame
from porchlight.views.item_pages import nothing_here, reads
from porchlight.views.need_parts import Held, held
from porchlight.views.order import in_order
from porchlight.views.pages import Page
from porchlight.views.parts import Link
from porchlight.views.poll_types import AskedForBlock, AskedForItem, AskedForView
from porchlight.views.search_pages import found_page

OF_EACH = 3
"""How many pages and records are named below a line: more would be a list, and the line's own page has that."""


def asked_for_pages(edition: Edition) -> Iterator[Page]:
    """The page, where the hub asks anything."""
    if not edition.hub.questionnaires:
        return
    here, title, lead = paths.ASKED_FOR, edition.t("asked_for.title"), edition.t("asked_for.lead")
    view = AskedForView(
        frame=frame(edition, here, title, lead, "door"),
        title=title,
        intro=lead,
        blocks=tuple(block for each in edition.hub.questionnaires for block in _blocks(edition, each, here)),
        doors=tuple(_polls(edition, here)),
    )
    yield Page(edition.path(here), "asked_for.html", view, found_page(edition, here, title, lead))


def _blocks(edition: Edition, questionnaire: Questionnaire, here: str) -> Iterator[AskedForBlock]:
    of_item = {each.item.id: each for each in held(edition, questionnaire, None)}
    for block in questionnaire.blocks:
        items = tuple(_item(edition, questionnaire, of_item[item.id], here) for item in block.items)
        yield AskedForBlock(f"{paths.slug(questionnaire.id)}-{paths.slug(block.id)}", edition.words(block.title), items)


def _item(edition: Edition, questionnaire: Questionnaire, each: Held, here: str) -> AskedForItem:
    title, there = edition.words(each.item.label), paths.item_path(questionnaire.id, each.item.id)
    pages = (*fitting(edition, each, here), *reads(edition, each.item, here))
    whole = edition.t("asked_for.all", n=len(each.records), title=title)
    return AskedForItem(
        item=Link(title, edition.href(here, there)),
        pages=pages[:OF_EACH],
        records=tuple(_records(edition, each, here)),
        more=Link(whole, edition.href(here, there)) if len(each.records) > OF_EACH else None,
        empty=None if pages or each.records else nothing_here(edition, here, title),
    )


def _records(edition: Edition, each: Held, here: str) -> Iterator[Link]:
    for record in in_order(each.records, edition.hub.proofs)[:OF_EACH]:
        schema, name = edition.hub.package.schema_of(record.resource), edition.name(record)
        own = paths.record_path(schema.resource, record.id)
        in_list = f"{edition.href(here, paths.list_path(schema.resource))}#{record.id}"
        href = edition.href(here, own) if schema.page == "each" else in_list
        yield Link(name.value, href, note=edition.words(schema.singular), lang=name.lang)


def _polls(edition: Edition, here: str) -> Iterator[Link]:
    for questionnaire in edition.hub.questionnaires:
        poll = paths.poll_path(questionnaire.id)
        yield Link(edition.words(questionnaire.title), edition.href(here, poll))
        yield Link(edition.t("needs.title"), edition.href(here, paths.needs_path(questionnaire.id)))
