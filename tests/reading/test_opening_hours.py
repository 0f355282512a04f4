# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Opening hours are read in their plain form only, and what is not plain is told in words."""

from __future__ import annotations

import contextlib
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening_hours import OpeningHours as Judge

from porchlight.model.hours import EVERY_DAY, OpeningHours, Rule
from porchlight.reading.opening_hours import MONTHS, WEEKDAYS, HoursNotRead, parse, written

WEEK = (0, 1, 2, 3, 4)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("24/7", (Rule(EVERY_DAY, spans=((0, 1440),)),)),
        ("Mo-Fr 09:00-17:00", (Rule(WEEK, spans=((540, 1020),)),)),
        ("mo-fr 9:00-17:00", (Rule(WEEK, spans=((540, 1020),)),)),
        ("Mo,We,Fr 09:00-12:00, 13:00-17:00", (Rule((0, 2, 4), spans=((540, 720), (780, 1020))),)),
        ("Sa-Mo 10:00-12:00", (Rule((0, 5, 6), spans=((600, 720),)),)),
        ("22:00-06:00", (Rule(EVERY_DAY, spans=((1320, 1800),)),)),
        ("Mo 09:00-00:00", (Rule((0,), spans=((540, 1440),)),)),
        ('"by appointment"', (Rule(EVERY_DAY, spans=((0, 1440),), appointment=True),)),
        ('Tu 09:00-10:00 "Call first"', (Rule((1,), spans=((540, 600),), appointment=True),)),
    ],
)
def test_what_is_plain_is_read(text: str, rules: tuple[Rule, ...]) -> None:
    assert parse(text) == OpeningHours(rules)


@pytest.mark.parametrize(
    ("rule", "read"),
    [
        ("PH off", Rule(holidays=True)),
        ("PH closed", Rule(holidays=True)),
        ("PH,Su 10:00-12:00", Rule((6,), True, spans=((600, 720),))),
        ("Dec 25 off", Rule(dates=((1225, 1225),))),
        ("2026 Dec 24 09:00-12:00", Rule(dates=((20261224, 20261224),), spans=((540, 720),))),
        ("Dec 24-26,Dec 31-Jan 02 off", Rule(dates=((1224, 1226), (1231, 102)))),
        ("2026 Dec 24-2027 Jan 02 off", Rule(dates=((20261224, 20270102),))),
        ("Feb 29 off", Rule(dates=((229, 229),))),
    ],
)
def test_what_is_different_on_some_days_is_read(rule: str, read: Rule) -> None:
    assert parse(f"Mo 09:00-17:00; {rule}").rules[1] == read


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "A rule is empty."),
        ("Mo 09:00-17:00;", "A rule is empty."),
        ("Monday 9 to 5", "“Monday 9 to 5” is not written plainly enough."),
        ("Mo[1] 09:00-10:00", "“Mo[1] 09:00-10:00” is not written plainly enough."),
        ("sunrise-sunset", "“sunrise-sunset” is not written plainly enough."),
        ("Mo-Fr", "“Mo-Fr” has no times. Write them, as 09:00-17:00, or “off”."),
        ("24/7 off", "“24/7 off” says several things at once."),
        ("off", "By this it is never open."),
        ("PH-Mo 09:00-10:00", "Public holidays (PH) are not a part of the week, so no “-” goes with them."),
        ("Mo 10:00-12:00,11:00-14:00", "Two of the times in “10:00-12:00,11:00-14:00” run into each other."),
        ("2026 Dec 24-Jan 02 off", "“2026 Dec 24-Jan 02” needs the year on both days, or on none."),
        (
            'Mo 09:00-17:00 "ring twice"',
            "“ring twice” is not understood here: only “by appointment” is, behind times.",
        ),
        (
            'Mo off "by appointment"',
            "“by appointment” is not understood here: only “by appointment” is, behind times.",
        ),
    ],
)
def test_what_is_not_plain_is_told_in_words(text: str, reason: str) -> None:
    with pytest.raises(HoursNotRead) as told:
        parse(text)
    assert (told.value.reason, told.value.impossible) == (reason, False)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("25:00-26:00", "There is no “25:00”: a day goes from 00:00 to 24:00."),
        ("Mo 09:60-10:00", "There is no “09:60”: a day goes from 00:00 to 24:00."),
        ("Mo 24:00-02:00", "“24:00-02:00” begins when the day is over: write 00:00 and the day after."),
        ("Mo 09:00-09:00", "“09:00-09:00” is over when it begins. A whole day is 00:00-24:00."),
        ("Feb 30 09:00-10:00", "There is no “Feb 30”."),
        ("2027 Feb 29 09:00-10:00", "There is no “2027 Feb 29”."),
        ("Dec 26-24 09:00-10:00", "“Dec 26-24” ends before it begins."),
    ],
)
def test_no_clock_and_no_calendar_has_it(text: str, reason: str) -> None:
    with pytest.raises(HoursNotRead) as told:
        parse(text)
    assert (told.value.reason, told.value.impossible) == (reason, True)


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("PH off; Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00; PH off"),
        ("Dec 25 off; PH off; Mo 09:00-17:00", "Mo 09:00-17:00; PH off; Dec 25 off"),
        ("Fr-Sa 22:00-06:00; Su off", "Fr 22:00-24:00; Sa 00:00-06:00,22:00-24:00; Su 00:00-06:00"),
        ("Fr 18:00-02:00; Sa 10:00-12:00", "Fr 18:00-24:00; Sa 00:00-02:00,10:00-12:00"),
        ("Sa 20:00-09:00; Su 08:00-12:00; PH off", "Sa 20:00-24:00; Su 00:00-12:00; PH off"),
    ],
)
def test_rules_that_would_undo_each_other_are_told_with_what_to_write(text: str, instead: str) -> None:
    """The library lets a later rule replace a whole day, the end of a night that began before it too."""
    with pytest.raises(HoursNotRead) as told:
        parse(text)
    assert told.value.instead == instead
    assert written(parse(instead)) == instead


def test_a_night_that_no_rule_cuts_is_read() -> None:
    assert written(parse("Fr-Sa 22:00-06:00; PH off")) == "Fr-Sa 22:00-06:00; PH off"


NOON = datetime(2026, 12, 25, 12)
CLOCK = st.integers(0, 24 * 60).map(lambda minute: f"{minute // 60:02}:{minute % 60:02}")
TIMES = st.lists(st.tuples(CLOCK, CLOCK).map("-".join), min_size=1, max_size=2).map(",".join)
DATE = st.tuples(st.sampled_from(("", "2026 ")), st.sampled_from(MONTHS), st.integers(1, 31)).map(
    lambda date: f"{date[0]}{date[1]} {date[2]:02}"
)
DAYS = st.one_of(
    st.lists(st.sampled_from((*WEEKDAYS, "Mo-Fr", "Fr-Mo")), min_size=1, max_size=3).map(",".join),
    st.sampled_from(("PH", "PH,Su", "Mo-Fr,PH")),
    DATE,
    st.tuples(DATE, DATE).map("-".join),
)
RULE = st.tuples(DAYS, st.one_of(TIMES, st.just("off")), st.sampled_from(("", ' "by appointment"'))).map(
    lambda rule: f"{rule[0]} {rule[1]}{rule[2]}"
)


@given(st.lists(RULE, min_size=1, max_size=4).map("; ".join))
def test_what_was_read_is_written_and_read_again(text: str) -> None:
    """And the library reads what we read; what we propose instead can be read."""
    with contextlib.suppress(HoursNotRead):
        hours = parse(text)
        again = written(hours)
        assert parse(again) == hours
        assert Judge(text).is_open(NOON) == Judge(again).is_open(NOON)


@given(st.lists(RULE, min_size=2, max_size=5).map("; ".join))
def test_what_is_proposed_instead_can_be_read(text: str) -> None:
    instead = proposed(text)
    assert not instead or written(parse(instead)) == instead


def proposed(text: str) -> str:
    try:
        parse(text)
    except HoursNotRead as fault:
        return fault.instead
    return ""


@given(st.one_of(st.text(max_size=300), st.from_regex(r"[MoTuFrSaPH0-9:;,\"\- ]{0,80}")))
def test_no_text_breaks_the_reading(text: str) -> None:
    with contextlib.suppress(HoursNotRead):
        assert parse(text).rules
