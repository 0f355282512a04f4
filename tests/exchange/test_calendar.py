# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Calendar files hold what the records say, and any text that people write."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.checking.run import check_hub
from porchlight.exchange.calendar_files import calendar_files
from porchlight.exchange.ics import MOST_BYTES, Event, calendar
from porchlight.model.hub import Hub
from porchlight.site.theme import catalog, theme_folder
from porchlight.views.calendar import calendar_page
from porchlight.views.calendar_types import CalendarView
from porchlight.views.edition import Assets, Edition
from tests.conftest import ROOT
from tests.views.fakes import view_of

DAY = Event("urn:uuid:a", date(2026, 11, 30), "2027-08-31", "", "", "", "A day", "Words.", "", "")
UNWRITTEN = re.compile(r"\\(.)")


def read(content: bytes) -> list[dict[str, str]]:
    """The events of a calendar file, read as RFC 5545 tells: lines unfolded, names cut off, texts unescaped."""
    lines = content.decode().replace("\r\n ", "").split("\r\n")
    events: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and line and not line.startswith("END:"):
            plain = UNWRITTEN.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], value)
            events[-1].setdefault(name, plain)
    return events


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=300))
def test_any_text_comes_back_and_no_line_is_too_long(words: str) -> None:
    content = calendar("Hub", "en", [Event("urn:uuid:a", DAY.stamp, "2027-08-31", "", "", "", words, "", "", "")])
    assert max(map(len, content.split(b"\r\n"))) <= MOST_BYTES
    assert read(content)[0].get("SUMMARY", "") == words


def test_a_line_break_can_begin_no_line_of_its_own() -> None:
    event = Event("urn:uuid:a", DAY.stamp, "2027-08-31", "", "", "", "A", "One\r\nEND:VEVENT\nTwo", "", "")
    content = calendar("Hub", "en", [event])
    assert content.count(b"\r\nEND:VEVENT\r\n") == 1
    assert read(content)[0]["DESCRIPTION"] == "One\nEND:VEVENT\nTwo"


@pytest.mark.parametrize(
    ("starts", "ends", "zone", "expected"),
    [
        ("2027-09-01", "2027-09-30", "", {"DTSTART;VALUE=DATE": "20270901", "DTEND;VALUE=DATE": "20271001"}),
        ("2027-08-31", "", "", {"DTSTART;VALUE=DATE": "20270831", "DTEND;VALUE=DATE": "20270901"}),
        (
            "2027-01-16 18:30",
            "2027-01-16 20:00",
            "America/New_York",
            {"DTSTART": "20270116T233000Z", "DTEND": "20270117T010000Z"},
        ),
        ("2027-01-16 18:30", "", "", {"DTSTART": "20270116T183000"}),
    ],
)
def test_days_are_whole_and_hours_go_by_the_clock_of_the_place(
    starts: str, ends: str, zone: str, expected: dict[str, str]
) -> None:
    event = Event("urn:uuid:a", DAY.stamp, starts, ends, zone, "", "A", "", "", "")
    (told,) = read(calendar("Hub", "en", [event]))
    assert {name: value for name, value in told.items() if name.startswith(("DTSTART", "DTEND"))} == expected


def edition(language: str, day: date) -> Edition:
    hub: Hub = check_hub(ROOT, day).hub.shown_on(day)
    return Edition(hub, language, catalog(theme_folder(ROOT), language), Assets("site.css", "main.js", "icon.svg"))


@pytest.mark.parametrize(
    ("language", "name"), [("en", "National Recovery Month"), ("es", "Mes Nacional de la Recuperación")]
)
def test_the_shipped_days_come_again_by_their_rule_in_both_languages(language: str, name: str) -> None:
    of_hub = edition(language, date(2027, 10, 1))
    files = calendar_files(of_hub)
    feed = read(files[of_hub.path("calendar/calendar.ics")])
    month = next(event for event in feed if event["SUMMARY"] == name)
    assert month["DTSTART;VALUE=DATE"] == "20280901"
    assert month["RRULE"] == "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1"
    (alone,) = read(files[of_hub.path("events/recovery-month/event.ics")])
    assert alone == month
    assert len({event["UID"] for event in feed}) == len(feed) == len(files) - 1


def test_the_page_tells_the_same_events_as_the_feed_the_soonest_first() -> None:
    of_hub = edition("en", date(2026, 11, 30))
    view = view_of(calendar_page(of_hub), CalendarView)
    shown = [one.page.label for month in view.months for one in month.happenings]
    feed = read(calendar_files(of_hub)["calendar/calendar.ics"])
    assert shown == [event["SUMMARY"] for event in feed]
    assert view.months[0].title == "April 2027"
    days = [one.until for month in view.months for one in month.happenings]
    assert min(days) >= "2026-11-30"


def test_each_day_says_where_it_is_told_and_what_nobody_is_sure_of() -> None:
    of_hub = edition("es", date(2026, 11, 30))
    happenings = [one for month in view_of(calendar_page(of_hub), CalendarView).months for one in month.happenings]
    assert any(one.caveat for one in happenings)
    feed = read(calendar_files(of_hub)[of_hub.path("calendar/calendar.ics")])
    for one, event in zip(happenings, feed, strict=True):
        assert one.source
        doubt = [f"De qué no estamos seguros: {one.caveat.value}"] if one.caveat else []
        assert event["DESCRIPTION"].split("\n") == [one.words.value, *doubt, f"Fuente: {one.source.href}"]


def test_without_an_address_of_its_own_nobody_is_asked_to_follow() -> None:
    view = view_of(calendar_page(edition("en", date(2026, 11, 30))), CalendarView)
    assert view.subscribe == ""
    assert view.feed
    assert view.feed.href == "calendar.ics"
