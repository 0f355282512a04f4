# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The calendar: what comes next, month by month, each with a file for the reader's own calendar."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from porchlight.model import paths
from porchlight.model.record import Record
from porchlight.model.recurring import day_of
from porchlight.model.schema import Schema
from porchlight.views.calendar_types import CalendarMonth, CalendarView, Happening
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.moments import when
from porchlight.views.pages import Page
from porchlight.views.parts import Link, Text
from porchlight.views.search_pages import found_page
from porchlight.views.trust import sources

Dated = tuple[Schema, Record]


def dated(edition: Edition) -> list[Dated]:
    """All that takes place on a day, the soonest first."""
    found = (
        (schema, record)
        for schema in edition.hub.package.schemas
        if schema.field_for("starts") and schema.page == "each"
        for record in edition.hub.records.get(schema.resource, ())
        if record.is_open and schema.text_of(record, "starts")
    )
    return sorted(found, key=lambda each: (each[0].text_of(each[1], "starts"), each[1].id))


def calendar_page(edition: Edition) -> Page:
    """The page of what comes next."""
    here, title, lead = paths.CALENDAR, edition.t("calendar.title"), edition.t("calendar.lead")
    happenings = dated(edition)
    view = CalendarView(
        frame=frame(edition, here, title, lead, "calendar"),
        title=title,
        lead=lead,
        feed=Link(edition.t("calendar.feed"), edition.href(here, paths.CALENDAR_FEED)) if happenings else None,
        subscribe=_subscribe(edition) if happenings else "",
        months=tuple(_months(edition, happenings, here)),
        doors=(Link(edition.t("calendar.kits"), edition.href(here, "help/")),) if _has_kits(edition) else (),
    )
    return Page(edition.path(here), "calendar.html", view, found_page(edition, here, title, lead))


def calendar_file(edition: Edition, schema: Schema, record: Record, here: str) -> Link | None:
    """The file of one record for the reader's own calendar, where it takes place on a day."""
    if not schema.text_of(record, "starts"):
        return None
    return Link(edition.t("calendar.add"), edition.href(here, paths.event_file(schema.resource, record.id)))


def source_link(edition: Edition, record: Record) -> Link | None:
    """The first page that tells of it."""
    return next(
        (Link(edition.t("compare.source", host=each.host), each.href) for each in sources(edition, record)), None
    )


def _has_kits(edition: Edition) -> bool:
    return any(article.slug == "help" for article in edition.articles)


def _subscribe(edition: Edition) -> str:
    """The address by which a calendar follows the feed; it must be a whole one."""
    base = edition.hub.settings.address.rstrip("/")
    return f"webcal://{base.partition('://')[2]}/{edition.path(paths.CALENDAR_FEED)}" if base else ""


def _months(edition: Edition, happenings: list[Dated], here: str) -> Iterator[CalendarMonth]:
    for (year, month), of_month in groupby(happenings, key=_month):
        title = edition.month(year, month)
        yield CalendarMonth(title[:1].upper() + title[1:], tuple(_happening(edition, *each, here) for each in of_month))


def _month(happening: Dated) -> tuple[int, int]:
    schema, record = happening
    day = day_of(schema.text_of(record, "starts"))
    return day.year, day.month


def _happening(edition: Edition, schema: Schema, record: Record, here: str) -> Happening:
    name = edition.name(record)
    file = calendar_file(edition, schema, record, here)
    assert file
    return Happening(
        page=Link(name.value, edition.href(here, paths.record_path(schema.resource, record.id)), lang=name.lang),
        when=when(edition, schema, record),
        words=edition.text(record, "summary") or Text(""),
        caveat=edition.text(record, "caveat"),
        source=source_link(edition, record),
        file=file,
        until=day_of(schema.text_of(record, "ends") or schema.text_of(record, "starts")).isoformat(),
    )
