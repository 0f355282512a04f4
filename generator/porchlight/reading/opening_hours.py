# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads opening hours in the plain part of OpenStreetMap's way to write them, and writes them again."""

from __future__ import annotations

import re
from calendar import monthrange
from itertools import pairwise

from porchlight.model.hours import DAY, EVERY_DAY, DateRange, OpeningHours, Rule, Span
from porchlight.reading.saying import shown

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
CALL_FIRST = ("by appointment", "by appointment only", "appointment only", "call first", "call ahead")
"""What may stand in quotes behind the times: each tells people to call before they come."""

DAY_OF_YEAR = 1231
"""The greatest date without a year; any greater number holds one."""

_DAY = f"(?:{'|'.join((*WEEKDAYS, 'PH'))})"
_DATE = rf"(?:20\d\d )?(?:{'|'.join(MONTHS)}) \d{{1,2}}"
_DAYS = f"{_DAY}(?:-{_DAY})?(?:, ?{_DAY}(?:-{_DAY})?)*"
_DATES = rf"{_DATE}(?:-(?:{_DATE}|\d{{1,2}}))?(?:, ?{_DATE}(?:-(?:{_DATE}|\d{{1,2}}))?)*"
_SPAN = r"\d{1,2}:\d{2}-\d{1,2}:\d{2}"
_RULE = re.compile(
    rf"(?P<always>24/7)?(?P<days>{_DAYS})?(?P<dates>{_DATES})? ?(?P<times>off|closed|{_SPAN}(?:, ?{_SPAN})*)?"
    r'(?: ?"(?P<words>[^"]*)")?',
    re.IGNORECASE | re.ASCII,
)
_MOMENT = re.compile(r"(?:(?P<year>20\d\d) )?(?:(?P<month>[a-z]{3}) )?(?P<day>\d{1,2})", re.IGNORECASE | re.ASCII)


class HoursNotRead(ValueError):
    """Hours that can't be read: why, in one plain sentence, and what to write, where that can be told.

    `impossible` marks times and days that no clock or calendar has.
    """

    def __init__(self, reason: str, *, impossible: bool = False, instead: str = "") -> None:
        super().__init__(reason)
        self.reason, self.impossible, self.instead = reason, impossible, instead


def parse(text: str) -> OpeningHours:
    """The hours that the text tells; HoursNotRead says why it can't be read.

    Accepted are `24/7`, days of the week and `PH` (public holidays), dates with or without a year, times, `off`, and
    words in quotes that tell people to call first. A later rule replaces an earlier one for the whole day.
    """
    hours = OpeningHours(tuple(_rule(part.strip()) for part in text.split(";")))
    if not any(rule.spans for rule in hours.rules):
        raise HoursNotRead("By this it is never open.")
    _check_order(hours)
    _check_nights(hours)
    return hours


def _rule(text: str) -> Rule:
    found = _RULE.fullmatch(text)
    if not found or not text:
        raise HoursNotRead(f"“{shown(text)}” is not written plainly enough." if text else "A rule is empty.")
    days, dates, times, words = found["days"], found["dates"], found["times"], found["words"]
    if sum(map(bool, (found["always"], days, dates))) > 1 or (found["always"] and times):
        raise HoursNotRead(f"“{shown(text)}” says several things at once.")
    spans = _spans(times or "", bool(found["always"]) or words is not None, text)
    appointment = _appointment(words, spans)
    if dates:
        return Rule(dates=_dates(dates), spans=spans, appointment=appointment)
    weekdays, holidays = _days(days) if days else (EVERY_DAY, False)
    return Rule(weekdays, holidays, (), spans, appointment)


def _appointment(words: str | None, spans: tuple[Span, ...]) -> bool:
    if words is None:
        return False
    if words.strip().casefold() not in CALL_FIRST or not spans:
        raise HoursNotRead(f"“{shown(words)}” is not understood here: only “by appointment” is, behind times.")
    return True


def _days(text: str) -> tuple[tuple[int, ...], bool]:
    """The days of the week in order, and whether public holidays are among them."""
    days: set[int] = set()
    holidays = False
    for part in re.split(", ?", text.title()):
        first, _, last = part.partition("-")
        if "Ph" not in (first, last):
            start, end = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
            days |= {day % 7 for day in range(start, end + 1 if end >= start else end + 8)}
        elif last:
            raise HoursNotRead("Public holidays (PH) are not a part of the week, so no “-” goes with them.")
        else:
            holidays = True
    return tuple(sorted(days)), holidays


def _dates(text: str) -> tuple[DateRange, ...]:
    return tuple(_date_range(part) for part in re.split(", ?", text))


def _date_range(text: str) -> DateRange:
    """The range; what the second day leaves out is as in the first, but a month needs its own year."""
    first, _, last = text.partition("-")
    start = _date(first, 0)
    end = _date(last, start // 100) if last else start
    if (start > DAY_OF_YEAR) != (end > DAY_OF_YEAR):
        raise HoursNotRead(f"“{shown(text)}” needs the year on both days, or on none.")
    if end < start and (start > DAY_OF_YEAR or last.isdigit()):
        raise HoursNotRead(f"“{shown(text)}” ends before it begins.", impossible=True)
    return start, end


def _date(text: str, month_before: int) -> int:
    """A day as a number, 1224 or 20261224; a bare day takes the month (and year) before it."""
    found = _MOMENT.fullmatch(text)
    assert found, text
    month = MONTHS.index(found["month"].title()) + 1 if found["month"] else month_before % 100
    year = int(found["year"] or 0) if found["month"] else month_before // 100
    if not 1 <= int(found["day"]) <= _days_in(year, month):
        raise HoursNotRead(f"There is no “{shown(text)}”.", impossible=True)
    return year * 10_000 + month * 100 + int(found["day"])


def _days_in(year: int, month: int) -> int:
    """The days of a month; without a year, February has the 29 of a leap year."""
    return monthrange(year or 2028, month)[1]


def _spans(times: str, whole_day: bool, text: str) -> tuple[Span, ...]:
    if times.casefold() in ("off", "closed"):
        return ()
    if not times and not whole_day:
        raise HoursNotRead(f"“{shown(text)}” has no times. Write them, as 09:00-17:00, or “off”.")
    spans = tuple(sorted(_span(part) for part in re.split(", ?", times))) if times else ((0, DAY),)
    for before, after in pairwise(spans):
        if before[1] > after[0]:
            raise HoursNotRead(f"Two of the times in “{shown(times)}” run into each other.")
    return spans


def _span(text: str) -> Span:
    start, end = map(_minute, text.split("-"))
    if start == DAY:
        raise HoursNotRead(f"“{text}” begins when the day is over: write 00:00 and the day after.", impossible=True)
    end = end or DAY
    if start == end:
        raise HoursNotRead(f"“{text}” is over when it begins. A whole day is 00:00-24:00.", impossible=True)
    return start, end if end > start else end + DAY


def _minute(text: str) -> int:
    hour, minute = map(int, text.split(":"))
    if minute > 59 or hour * 60 + minute > DAY:
        raise HoursNotRead(f"There is no “{text}”: a day goes from 00:00 to 24:00.", impossible=True)
    return hour * 60 + minute


def _rank(rule: Rule) -> int:
    return 2 if rule.dates else int(rule.holidays)


def _check_order(hours: OpeningHours) -> None:
    """What is special comes last, since a rule for the week would replace it."""
    ordered = OpeningHours(tuple(sorted(hours.rules, key=_rank)))
    if ordered != hours:
        reason = "Days of the week come first, then holidays (PH), then dates: a later rule replaces an earlier one."
        raise HoursNotRead(reason, instead=written(_with_nights_kept(ordered)))


def _check_nights(hours: OpeningHours) -> None:
    """A rule for the next day would cut a night off at midnight."""
    kept = _with_nights_kept(hours)
    if kept != hours:
        reason = "A rule for the next day would end this night at midnight: write what is after midnight with that day."
        raise HoursNotRead(reason, instead=written(kept))


def _with_nights_kept(hours: OpeningHours) -> OpeningHours:
    """The hours as they are, or with every night in two parts where a rule for the next day would cut one off."""
    plain = [rule for rule in hours.rules if rule.weekdays]
    told = [_by_midnight(plain, day) for day in EVERY_DAY]
    meant = [_with_night(hours.weekly, day) for day in EVERY_DAY]
    return hours if told == meant else _split_nights(hours, meant)


def _by_midnight(rules: list[Rule], day: int) -> tuple[Span, ...]:
    """A day's times by the rules: the last one for it counts; where that has none, the first night before it."""
    found: tuple[Span, ...] = ()
    for rule in rules:
        today, before = day in rule.weekdays, (day - 1) % 7 in rule.weekdays
        if today or not found:
            found = _on_one_day(rule.spans if today else (), rule.spans if before else ())
    return found


def _with_night(weekly: tuple[Rule, ...], day: int) -> tuple[Span, ...]:
    return _on_one_day(weekly[day].spans, weekly[day - 1].spans)


def _on_one_day(today: tuple[Span, ...], yesterday: tuple[Span, ...]) -> tuple[Span, ...]:
    """What of the times falls on the day itself, in order; times that touch become one."""
    night = [(0, end - DAY) for _, end in yesterday if end > DAY]
    joined: list[Span] = []
    for start, end in sorted([*night, *((start, min(end, DAY)) for start, end in today)]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _split_nights(hours: OpeningHours, days: list[tuple[Span, ...]]) -> OpeningHours:
    """The same week with every night split at midnight, one rule for the days that are alike."""
    alike: dict[tuple[tuple[Span, ...], bool], list[int]] = {}
    for day in EVERY_DAY:
        alike.setdefault((days[day], hours.weekly[day].appointment), []).append(day)
    week = (Rule(tuple(of), spans=spans, appointment=calls) for (spans, calls), of in alike.items() if spans)
    special = (Rule((), r.holidays, r.dates, r.spans, r.appointment) for r in hours.rules if _rank(r))
    return OpeningHours((*week, *special))


def written(hours: OpeningHours) -> str:
    """The hours as text that `parse` reads back to the same."""
    return "; ".join(map(_rule_text, hours.rules))


def _rule_text(rule: Rule) -> str:
    if rule == Rule(EVERY_DAY, spans=((0, DAY),)):
        return "24/7"
    days = ",".join(map(_range_text, rule.dates)) or _days_text(rule)
    times = ",".join(f"{_clock(start)}-{_clock(end if end <= DAY else end - DAY)}" for start, end in rule.spans)
    return f"{days} {times or 'off'}" + (' "by appointment"' if rule.appointment else "")


def _days_text(rule: Rule) -> str:
    runs: list[list[int]] = []
    for day in rule.weekdays:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    parts = [WEEKDAYS[run[0]] + (f"-{WEEKDAYS[run[-1]]}" if len(run) > 1 else "") for run in runs]
    return ",".join([*parts, "PH"] if rule.holidays else parts)


def _range_text(dates: DateRange) -> str:
    first, last = map(_date_text, dates)
    return first if first == last else f"{first}-{last}"


def _date_text(date: int) -> str:
    year, month, day = date // 10_000, date // 100 % 100, date % 100
    return (f"{year} " if year else "") + f"{MONTHS[month - 1]} {day:02}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
