# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The next time of what comes each year, and nothing of what is over."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.model.record import Record, Value
from porchlight.model.recurring import day_of, on_its_day, yearly_rule
from tests.views.fakes import PACKAGE

EVENTS = PACKAGE.schema_of("events")
RULES = ("same_date", "same_weekday", "last_weekday")
DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))


def told(day: str, **values: Value) -> Record | None:
    return on_its_day(EVENTS, Record("events", "a-day", values), date.fromisoformat(day))


@pytest.mark.parametrize(
    ("starts", "rule", "day", "expected"),
    [
        ("2026-08-31", "same_date", "2026-08-31", "2026-08-31"),
        ("2026-08-31", "same_date", "2026-09-01", "2027-08-31"),
        ("2026-10-15", "same_weekday", "2027-01-01", "2027-10-21"),
        ("2026-04-25", "last_weekday", "2027-01-01", "2027-04-24"),
        ("2024-02-29", "same_date", "2024-03-01", "2028-02-29"),
    ],
)
def test_the_next_time_is_worked_out_by_the_rule(starts: str, rule: str, day: str, expected: str) -> None:
    record = told(day, starts=starts, repeats=rule)
    assert record
    assert record.text("starts") == expected


def test_a_fifth_friday_waits_for_a_year_that_has_one() -> None:
    record = told("2026-06-01", starts="2026-05-29", repeats="same_weekday")
    assert record
    assert record.text("starts") == _fifth_friday_in_may(2027)


def _fifth_friday_in_may(year: int) -> str:
    fifths = [date(each, 5, number) for each in range(year, year + 10) for number in (29, 30, 31)]
    return next(day for day in fifths if day.weekday() == 4).isoformat()


def test_a_month_goes_on_until_its_last_day() -> None:
    month = {"starts": "2026-09-01", "ends": "2026-09-30", "repeats": "same_date"}
    last, after = told("2027-09-30", **month), told("2027-10-01", **month)
    assert last
    assert (last.text("starts"), last.text("ends")) == ("2027-09-01", "2027-09-30")
    assert after
    assert (after.text("starts"), after.text("ends")) == ("2028-09-01", "2028-09-30")


def test_the_hour_stays_as_it_is() -> None:
    record = told("2027-02-01", starts="2027-01-16 18:30", ends="2027-01-16 20:00", repeats="same_date")
    assert record
    assert (record.text("starts"), record.text("ends")) == ("2028-01-16 18:30", "2028-01-16 20:00")


def test_what_comes_once_is_gone_the_day_after() -> None:
    once: dict[str, Value] = {"starts": "2026-10-08 09:00"}
    assert told("2026-10-08", **once)
    assert told("2026-10-09", **once) is None


def test_a_record_without_a_day_stays() -> None:
    assert told("2026-10-08", name="No day")


@given(first=DAYS, rule=st.sampled_from(RULES), day=DAYS)
def test_the_next_time_is_never_past_and_keeps_its_month_and_its_weekday_or_date(
    first: date, rule: str, day: date
) -> None:
    record = told(day.isoformat(), starts=first.isoformat(), repeats=rule)
    assert record
    again = day_of(record.text("starts"))
    assert again >= day
    assert again.month == first.month
    assert again.day == first.day if rule == "same_date" else again.weekday() == first.weekday()


def test_the_rule_for_other_calendars_says_the_same() -> None:
    assert yearly_rule(date(2026, 9, 1), "same_date") == "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1"
    assert yearly_rule(date(2026, 10, 15), "same_weekday") == "FREQ=YEARLY;BYMONTH=10;BYDAY=3TH"
    assert yearly_rule(date(2026, 4, 25), "last_weekday") == "FREQ=YEARLY;BYMONTH=4;BYDAY=-1SA"
