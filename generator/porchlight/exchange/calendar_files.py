# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files of the calendar: one for each event, and one of all to follow."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from porchlight.exchange.ics import Event, calendar
from porchlight.model import paths
from porchlight.model.aging import known_on
from porchlight.model.record import Record
from porchlight.model.recurring import day_of, yearly_rule
from porchlight.model.schema import Schema
from porchlight.views.calendar import dated, source_link
from porchlight.views.edition import Edition


def calendar_files(edition: Edition) -> dict[str, bytes]:
    """Every calendar file of the edition by path; a hub without events has none."""
    events = {(schema.resource, record.id): _event(edition, schema, record) for schema, record in dated(edition)}
    if not events:
        return {}
    name = edition.hub.settings.name
    feed = {edition.path(paths.CALENDAR_FEED): calendar(name, edition.language, events.values())}
    return feed | {
        edition.path(paths.event_file(*key)): calendar(event.name, edition.language, [event])
        for key, event in events.items()
    }


def _event(edition: Edition, schema: Schema, record: Record) -> Event:
    starts, rule = schema.text_of(record, "starts"), schema.text_of(record, "repeats")
    page = paths.record_path(schema.resource, record.id)
    return Event(
        mark=uuid5(NAMESPACE_URL, f"{_base(edition) or edition.hub.settings.name}/{page}").urn,
        stamp=known_on(record) or day_of(starts),
        starts=starts,
        ends=schema.text_of(record, "ends"),
        zone=schema.text_of(record, "timezone"),
        rule=yearly_rule(day_of(starts), rule) if rule else "",
        name=edition.name(record).value,
        words="\n".join(_words(edition, record)),
        where=_venue(edition, schema, record),
        page=f"{_base(edition)}/{edition.path(page)}" if _base(edition) else "",
    )


def _words(edition: Edition, record: Record) -> Iterator[str]:
    """What it is, what nobody is sure of, and where that is told: a calendar shows no more of the page than this."""
    summary, caveat, source = (
        edition.text(record, "summary"),
        edition.text(record, "caveat"),
        source_link(edition, record),
    )
    yield from (summary.value,) if summary else ()
    yield from (f"{edition.t('record.caveat')}: {caveat.value}",) if caveat else ()
    yield from (edition.t("slides.source", source=source.href),) if source else ()


def _base(edition: Edition) -> str:
    return edition.hub.settings.address.rstrip("/")


def _venue(edition: Edition, schema: Schema, record: Record) -> str:
    field = schema.field_for("venue")
    text = edition.text(record, field.name) if field else None
    return text.value if text else ""
