# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Opening hours in plain words, and as the few numbers from which a browser tells what is open now."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from porchlight.model.aging import known_on
from porchlight.model.hours import DAY, EVERY_DAY, DateRange, OpeningHours, Rule, Span
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.model.shelf_life import DAYS
from porchlight.model.zones import NAME_OF_ZONE
from porchlight.reading.opening_hours import HoursNotRead, parse
from porchlight.views.closures import Days, noted_days
from porchlight.views.edition import Edition
from porchlight.views.parts import Text
from porchlight.views.record_parts import OpenHours

NOON = DAY // 2
HOLIDAYS = 1 << 7
"""The bit of public holidays beside the seven of the week, Monday the lowest."""


def open_hours(edition: Edition, schema: Schema, record: Record) -> OpenHours | None:
    """A record's hours, in words and for the browser; None where it has none that can be read."""
    hours, zone = schema.field_for("open_hours"), schema.field_for("timezone")
    text = record.text(hours.name) if hours else ""
    timezone = record.text(zone.name) if zone else ""
    read = _parsed(text)
    if not read:
        return None
    said_of_now = "" if read.always else zone_words(edition, timezone)
    data = hours_data(text, timezone, last_day(record), noted_days(edition, record))
    return OpenHours(hours_words(edition, text, timezone), data, said_of_now if data else "")


def own_hours(edition: Edition, schema: Schema, record: Record) -> Text | None:
    """The hours in the record's own words; None where the page would say the same twice."""
    field, hours = schema.field_for("hours"), schema.text_of(record, "open_hours")
    text = edition.text(record, field.name) if field else None
    if not text:
        return None
    said = [hours_words(edition, hours, zone) for zone in ("", schema.text_of(record, "timezone"))]
    read = _parsed(hours)
    always = [(edition.t("hours.always.year"),)] if read and read.always else []
    return None if _folded(text.value) in [_folded(" ".join(words)) for words in (*said, *always)] else text


def _folded(words: str) -> list[str]:
    """The words in no order, without their signs: “Every day, day and night” is “Day and night, every day.”."""
    return sorted(re.findall(r"\w+", words.casefold()))


def last_day(record: Record) -> date | None:
    """The last day on which a page may tell from the record's hours what is open now; None where no day is known."""
    day = known_on(record)
    return day + timedelta(days=DAYS["hours"]) if day else None


def hours_words(edition: Edition, text: str, timezone: str) -> tuple[str, ...]:
    """The hours in plain words, a sentence each; none where they can't be read."""
    hours = _parsed(text)
    if not hours:
        return ()
    if hours.always:
        return (_sentence(edition.t("hours.always")),)
    zone = [zone_words(edition, timezone)] if timezone else []
    sentences = [*_weekly(edition, hours), *_special(edition, hours), *zone]
    return tuple(_sentence(words) for words in sentences)


def hours_data(text: str, timezone: str, until: date | None, noted: Sequence[Days] = ()) -> str:
    """The rules as JSON for `theme/js/hours.js`, told `until` a day; "" where one of these is not known.

    On the days that are `noted` a notice tells when the place is open, not its rules.
    """
    hours = _parsed(text)
    if not hours or not until or not (timezone or hours.always):
        return ""
    told: dict[str, object] = {} if hours.always else {"z": timezone}
    told |= {"u": until.isoformat(), "r": [_numbers(rule) for rule in hours.rules]}
    told |= {"x": list(noted)} if noted else {}
    return json.dumps(told, separators=(",", ":"))


def zone_words(edition: Edition, timezone: str) -> str:
    """What people call a time zone; the city that it is named for where it has no name in everyday use."""
    if timezone in NAME_OF_ZONE:
        return edition.t(f"hours.zone.{NAME_OF_ZONE[timezone]}")
    return edition.t("hours.zone.city", city=timezone.rpartition("/")[2].replace("_", " ")) if timezone else ""


@lru_cache(maxsize=4096)
def _parsed(text: str) -> OpeningHours | None:
    try:
        return parse(text)
    except HoursNotRead:
        return None


def _numbers(rule: Rule) -> list[object]:
    """Its days (the week's as bits, dates as pairs), its times in one row, and a 1 where people must call first."""
    days: object = rule.dates or sum(1 << day for day in rule.weekdays) + HOLIDAYS * rule.holidays
    times = [minute for span in rule.spans for minute in span]
    return [days, times, 1] if rule.appointment else [days, times]


def _weekly(edition: Edition, hours: OpeningHours) -> Iterator[str]:
    """One line for all days of the week that are alike, those that begin earliest in the week first."""
    alike: dict[tuple[tuple[Span, ...], bool], list[int]] = {}
    for day, spans in enumerate(_with_whole_nights([rule.spans for rule in hours.weekly])):
        if spans:
            alike.setdefault((spans, hours.weekly[day].appointment), []).append(day)
    for (spans, appointment), days in alike.items():
        if appointment and spans == ((0, DAY),):
            yield from _by_call_only(edition, days)
        else:
            line = edition.t("hours.line", days=_days(edition, days), times=_times(edition, spans))
            yield _sentence(line) + (f" {edition.t('hours.call_first')}" if appointment else "")


def _by_call_only(edition: Edition, days: list[int]) -> Iterator[str]:
    call_first = edition.t("hours.call_first")
    yield call_first if len(days) == len(EVERY_DAY) else f"{_sentence(_days(edition, days))} {call_first}"


def _with_whole_nights(week: list[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    """The week with a night that was written in two parts, until 24:00 and from 00:00, in one."""
    whole = [list(spans) for spans in week]
    for day in EVERY_DAY:
        evening, morning = week[day - 1], week[day]
        if evening and morning and _are_one_night(evening[-1], morning[0]):
            whole[day - 1][-1] = (evening[-1][0], DAY + morning[0][1])
            whole[day].pop(0)
    return [tuple(spans) for spans in whole]


def _are_one_night(evening: Span, morning: Span) -> bool:
    return evening[0] > 0 == morning[0] and evening[1] == DAY and morning[1] <= NOON


def _special(edition: Edition, hours: OpeningHours) -> Iterator[str]:
    """What is different on public holidays and on single dates."""
    on_holidays = [rule for rule in hours.rules if rule.holidays]
    if on_holidays:
        rule = on_holidays[-1]
        key = "hours.holidays" if rule.spans else "hours.holidays_closed"
        yield edition.t(key, times=_times(edition, rule.spans))
    for rule in hours.rules:
        times = _times(edition, rule.spans) or edition.t("hours.closed_day")
        for dates in rule.dates:
            yield edition.t("hours.on_dates", dates=_dates(edition, dates), times=times)


def _days(edition: Edition, days: list[int]) -> str:
    if len(days) == len(EVERY_DAY):
        return edition.t("hours.every_day")
    names = {day: edition.t(f"hours.day.{day + 1}") for day in days}
    words: list[str] = []
    for run in _runs(days):
        if len(run) > 2:
            words.append(edition.t("hours.day_range", first=names[run[0]], last=names[run[-1]]))
        else:
            words += (names[day] for day in run)
    return _joined(edition, words)


def _runs(days: list[int]) -> list[list[int]]:
    """The days in rows without a gap, where a row may run over the end of the week."""
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    if len(runs) > 1 and runs[0][0] == 0 and runs[-1][-1] == EVERY_DAY[-1]:
        return [*runs[1:-1], runs[-1] + runs[0]]
    return runs


def _times(edition: Edition, spans: Iterable[Span]) -> str:
    return _joined(edition, [_time_span(edition, span) for span in spans])


def _time_span(edition: Edition, span: Span) -> str:
    if span == (0, DAY):
        return edition.t("hours.all_day")
    return edition.t("hours.times", start=time_of_day(edition, span[0]), end=time_of_day(edition, span[1]))


def time_of_day(edition: Edition, minute: int) -> str:
    """A time of day as people say it: noon, midnight, else on a clock of twelve hours."""
    hour, past = divmod(minute % DAY, 60)
    if not past and hour % 12 == 0:
        return edition.t("hours.noon" if hour else "hours.midnight")
    clock = str(hour % 12 or 12) + (f":{past:02}" if past else "")
    return edition.t("hours.pm" if hour >= 12 else "hours.am", clock=clock)


def _dates(edition: Edition, dates: DateRange) -> str:
    first, last = (_date(edition, date) for date in dates)
    return first if first == last else edition.t("hours.date_range", first=first, last=last)


def _date(edition: Edition, date: int) -> str:
    year, month, day = date // 10_000, date // 100 % 100, date % 100
    key = "date.long" if year else "hours.date"
    return edition.t(key, day=day, month=edition.t(f"month.{month}"), year=year)


def _joined(edition: Edition, words: list[str]) -> str:
    """“a, b and c”."""
    if len(words) < 2:
        return "".join(words)
    return edition.t("hours.and", some=", ".join(words[:-1]), last=words[-1])


def _sentence(words: str) -> str:
    """With a great letter first and a full stop last; “p.m.” brings its own."""
    return words[0].upper() + words[1:].removesuffix(".") + "."
