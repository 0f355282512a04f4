# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A fact as it stands on a slide or a page of text: what it says, its source and year; past its day it is not told."""

from __future__ import annotations

import re
from datetime import date

from porchlight.model.record import Record
from porchlight.reading.slides import Figure
from porchlight.views.edition import Edition
from porchlight.views.parts import Link, Text
from porchlight.views.text_types import FactTold
from porchlight.views.trust import review

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def fact_told(edition: Edition, figure: Figure) -> FactTold | None:
    """What the record tells; None where it is not here, or must not be told as true on the day of the build."""
    record = edition.find_key(figure.key)
    if record is None or figure.key in edition.hub.overdue:
        return None
    over = review(edition, edition.hub.package.schema_of(record.resource), record)
    return FactTold(
        words=edition.text(record, "summary") or edition.name(record),
        source=_source(edition, record),
        caveat=edition.text(record, "caveat"),
        there=f"{record.key}/",
        until=over.day if over else "",
        again=edition.t("review.until", day=over.day_words) if over else "",
    )


def source_of(edition: Edition, figure: Figure) -> Link | None:
    """The page to look at while the record is being looked at again; None where the record is not here."""
    record = edition.find_key(figure.key)
    source = record.rows("sources")[:1] if record else ()
    return next((Link(str(each["title"]), str(each["url"])) for each in source), None)


def _source(edition: Edition, record: Record) -> Text:
    """Who found it out, with the year of the study, else of the page; where neither tells one, when we read it."""
    source = record.rows("sources")[0] if record.rows("sources") else {}
    told = edition.text(record, "study") or edition.plain(str(source.get("title", "")))
    dated, read = source.get("page_date"), source.get("read_on")
    if _YEAR.search(told.value):
        return told
    if isinstance(dated, date):
        return Text(f"{told.value}, {dated.year}", told.lang)
    if not isinstance(read, date):
        return told
    return Text(edition.t("slides.no_date", source=told.value, month=edition.month(read.year, read.month)), told.lang)
