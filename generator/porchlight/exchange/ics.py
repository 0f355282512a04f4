# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A calendar file that any calendar can read or follow: iCalendar, by RFC 5545."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from porchlight.model.recurring import Moment, day_of

MOST_BYTES = 75
"""Of one line, without its end; a longer one goes on below, behind a space."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `mark` never changes; `stamp` is the day on which it was last looked at; `rule` is "" or an RRULE.

    A moment without a time of day is a whole day. A time without a `zone` is meant by the reader's own clock.
    """

    mark: str
    stamp: date
    starts: Moment
    ends: Moment
    zone: str
    rule: str
    name: str
    words: str
    where: str
    page: str


def calendar(name: str, language: str, events: Iterable[Event]) -> bytes:
    """The events as one file, the same for the same events."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Porchlight//Calendar//EN",
        f"NAME;LANGUAGE={language}:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        *(line for event in events for line in _event(event)),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.mark}"
    yield f"DTSTAMP:{event.stamp:%Y%m%d}T000000Z"
    yield from _whole_days(event) if len(event.starts) == len("2027-01-16") else _hours(event)
    for name, value in (("SUMMARY", event.name), ("DESCRIPTION", event.words), ("LOCATION", event.where)):
        yield from (f"{name}:{_text(value)}",) if value else ()
    yield from (f"URL:{event.page}",) if event.page else ()
    yield "END:VEVENT"


def _whole_days(event: Event) -> Iterator[str]:
    """The last day of a calendar's span is the first on which it is over; such a day keeps nobody busy."""
    over = day_of(event.ends or event.starts) + timedelta(days=1)
    yield f"DTSTART;VALUE=DATE:{day_of(event.starts):%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{over:%Y%m%d}"
    yield from (f"RRULE:{event.rule}",) if event.rule else ()
    yield "TRANSP:TRANSPARENT"


def _hours(event: Event) -> Iterator[str]:
    """Of hours only the next time is told: by the world's clock, a rule for local hours would be wrong in summer."""
    yield f"DTSTART:{_clock(event.starts, event.zone)}"
    if len(event.ends) == len(event.starts):
        yield f"DTEND:{_clock(event.ends, event.zone)}"


def _clock(moment: Moment, zone: str) -> str:
    at = datetime.fromisoformat(moment)
    return f"{at.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC):%Y%m%dT%H%M%SZ}" if zone else f"{at:%Y%m%dT%H%M%S}"


def _text(value: str) -> str:
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        value = value.replace(sign, written)
    return "\\n".join(value.splitlines())


def _folded(line: str) -> bytes:
    """The line in pieces that are short enough, none of which cuts a letter in two."""
    pieces, piece = [], b""
    for letter in line:
        written = letter.encode()
        if len(piece) + len(written) > MOST_BYTES:
            pieces.append(piece)
            piece = b" "
        piece += written
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
