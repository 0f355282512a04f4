# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""When something takes place, in words: a day, a day and hours, or several days."""

from __future__ import annotations

from porchlight.model.record import Record
from porchlight.model.recurring import Moment, day_of
from porchlight.model.schema import Schema
from porchlight.views.edition import Edition
from porchlight.views.hours import time_of_day


def when(edition: Edition, schema: Schema, record: Record) -> str:
    """From when to when the record takes place, "" where it does not say."""
    starts, ends = schema.text_of(record, "starts"), schema.text_of(record, "ends")
    if not starts:
        return ""
    if not ends or ends == starts:
        return moment(edition, starts)
    if day_of(starts) == day_of(ends):
        return edition.t("when.span", start=moment(edition, starts), end=_time(edition, ends))
    return edition.t("when.span", start=moment(edition, starts), end=moment(edition, ends))


def moment(edition: Edition, text: Moment) -> str:
    """A day, with the time of day where it is told."""
    day, time = edition.day(day_of(text)), _time(edition, text)
    return edition.t("when.at", day=day, time=time) if time else day


def _time(edition: Edition, text: Moment) -> str:
    hour, _, minute = text[11:].partition(":")
    return time_of_day(edition, int(hour) * 60 + int(minute)) if hour else ""
