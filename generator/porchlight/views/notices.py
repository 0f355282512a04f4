# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What matters for a time, such as heat or a closed door.

It stands on top of the pages where people begin, or with the places that it is about.
"""

from __future__ import annotations

from collections.abc import Iterable

from porchlight.model import paths
from porchlight.model.aging import read_on
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.views.edition import Edition
from porchlight.views.list_parts import Notice
from porchlight.views.parts import Link, Text
from porchlight.views.trust import sources


def notices(edition: Edition) -> tuple[Notice, ...]:
    """Every notice that may be shown now or soon and is about no single place."""
    return tuple(notice(edition, schema, record) for schema, record in edition.notices.get("", ()))


def notices_about(edition: Edition, record: Record) -> tuple[Notice, ...]:
    """Every notice that may be shown now or soon and is about the record."""
    return tuple(notice(edition, schema, told) for schema, told in edition.notices.get(record.key, ()))


def notice(edition: Edition, schema: Schema, record: Record, here: str | None = None) -> Notice:
    """One notice; on a page `here` that lists notices it leads to the places that it is about."""
    ends, read, told = edition.date_of(record, _ends(schema)), read_on(record), sources(edition, record)
    return Notice(
        title=edition.name(record),
        words=edition.text(record, "summary") or Text(""),
        begins=schema.text_of(record, "shown_from"),
        ends=schema.text_of(record, "gone_after"),
        until=edition.t("notice.until", day=ends) if ends else "",
        read=edition.t("notice.read", day=edition.day(read)) if read else "",
        day=read.isoformat() if read else "",
        source=Link(told[0].title, told[0].href, lang=told[0].lang) if told else None,
        about=() if here is None else tuple(_about(edition, schema, record, here)),
    )


def carried(notices: Iterable[Notice]) -> list[list[str]]:
    """Notices as `theme/js/noted.js` draws them: title, its language ("" for the page's), first and last day, dates."""
    return [[each.title.value, each.title.lang, each.begins, each.ends, _dates(each)] for each in notices]


def _dates(notice: Notice) -> str:
    """Its end, its age and its source in one line: “Until November 29 · read on November 23 · example.org”."""
    return " · ".join(filter(None, (notice.until, notice.read, notice.source.label if notice.source else "")))


def _ends(schema: Schema) -> str:
    field = schema.field_for("gone_after")
    return field.name if field else ""


def _about(edition: Edition, schema: Schema, record: Record, here: str) -> Iterable[Link]:
    for place in filter(None, map(edition.find_key, schema.codes_of(record, "about"))):
        name, there = edition.name(place), paths.record_path(place.resource, place.id)
        yield Link(name.value, edition.href(here, there), lang=name.lang)
