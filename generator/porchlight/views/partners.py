# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Partners to call by state, for employers: one page without a script that prints well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from porchlight.model import paths
from porchlight.model.pages import has_partners
from porchlight.model.record import Record
from porchlight.model.schema import EVERYWHERE, Schema
from porchlight.views.calls import calls, has_number, links
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.list_parts import OfPlace
from porchlight.views.order import in_order
from porchlight.views.pages import Page
from porchlight.views.partner_types import Partner, PartnersView
from porchlight.views.parts import Link
from porchlight.views.search_pages import found_page
from porchlight.views.states import lacking, states
from porchlight.views.trust import checked, review


def partner_pages(edition: Edition) -> Iterator[Page]:
    """The page, where the hub knows a partner in any state."""
    if has_partners(edition.hub):
        schema = edition.hub.package.schema_of(paths.PARTNERS_OF)
        yield _page(edition, schema, in_order(each for each in edition.hub.records[schema.resource] if each.is_open))


def _page(edition: Edition, schema: Schema, records: Sequence[Record]) -> Page:
    here, title, lead = paths.PARTNERS, edition.t("partners.title"), edition.t("partners.lead")
    found = states(edition, schema, records)
    national = [each for each in records if EVERYWHERE in schema.codes_of(each, "where") and has_number(each)]
    above = [(each.title, f"{each.slug}/") for each in edition.articles if each.slug == paths.HIRE]
    doors = [*above, (edition.title(schema), paths.list_path(schema.resource))]
    view = PartnersView(
        frame=frame(edition, here, title, lead, "partners", above),
        title=title,
        lead=lead,
        national=tuple(_partners(edition, schema, national)),
        states=tuple(
            OfPlace(each.anchor, each.label, tuple(_partners(edition, schema, each.records)))
            for each in found
            if each.records
        ),
        lacking=lacking(edition, found),
        doors=tuple(Link(label, edition.href(here, there)) for label, there in doors),
    )
    return Page(edition.path(here), "partners.html", view, found_page(edition, here, title, lead))


def _partners(edition: Edition, schema: Schema, records: Iterable[Record]) -> Iterator[Partner]:
    for record in records:
        name, over = edition.name(record), review(edition, schema, record)
        there = paths.record_path(schema.resource, record.id)
        yield Partner(
            page=Link(name.value, edition.href(paths.PARTNERS, there), lang=name.lang),
            words=edition.text(record, "summary"),
            caveat=edition.text(record, "caveat"),
            calls=calls(edition, record),
            links=links(edition, record),
            checked=checked(edition, schema, record),
            dated=_dated(edition, record),
            until=over.day if over else "",
        )


def _dated(edition: Edition, record: Record) -> str:
    """The newest day that a page we read gives: how old it is decides how much it is worth."""
    days = [day for row in record.rows("sources") if isinstance(day := row.get("page_date"), date)]
    return edition.t("partners.dated", day=edition.day(max(days))) if days else edition.t("partners.undated")
