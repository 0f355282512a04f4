# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a browser tells of opening hours is what the library that judges them tells."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from opening_hours import OpeningHours
from playwright.sync_api import Browser

from porchlight.reading.opening_hours import MONTHS, WEEKDAYS, HoursNotRead, parse
from porchlight.views.hours import hours_data
from tests.serving import serving
from tests.theme.components import THEME

pytestmark = pytest.mark.browser

SEED = 41
FAR_AHEAD = date(2099, 1, 1)
EXPRESSIONS, MOMENTS = 300, 8
SEEN_AHEAD = timedelta(days=398)
"""The script looks about this far ahead; a change that comes later is none to it."""

ZONES = (
    *("America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles"),
    *("America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico", "Pacific/Guam", "Australia/Lord_Howe"),
)
DAYS = (
    *("2026-03-08", "2026-11-01", "2027-03-14", "2028-11-05"),  # the clocks of the United States change
    *("2026-04-05", "2026-10-04"),  # those of Lord Howe change by half an hour
    *("2026-07-03", "2026-07-04", "2026-11-26", "2027-12-31", "2028-11-10", "2033-06-20", "2035-12-25"),  # holidays
    *("2028-02-28", "2028-02-29", "2028-03-01", "2027-02-28", "2026-12-31", "2027-01-01", "2026-12-24"),
)
ASKED = """async (cases) => {
  const { stateAt } = await import("/hours.js");
  return cases.map(([data, now]) => {
    const { open, appointment, change } = stateAt(JSON.parse(data), new Date(now));
    return [open, appointment, change && change.getTime() / 1000];
  });
}"""

Case = tuple[str, str, datetime]


def test_the_browser_and_the_library_agree_on_what_is_open_and_until_when(browser: Browser) -> None:
    """Both read the same text; a page asks the script, in Chromium, for each moment of each expression."""
    cases = list(generated(Random(SEED)))
    context = browser.new_context()
    page = context.new_page()
    with serving(THEME / "js") as address:
        page.goto(f"{address}/hours.js")
        told = page.evaluate(
            ASKED, [(hours_data(text, zone, FAR_AHEAD), now.timestamp() * 1000) for text, zone, now in cases]
        )
    context.close()
    wrong = [
        (text, zone, str(now.astimezone(ZoneInfo(zone))), answer, expected)
        for (text, zone, now), answer in zip(cases, told, strict=True)
        if answer != (expected := by_library(text, zone, now))
    ]
    assert len(cases) == EXPRESSIONS * MOMENTS
    assert wrong == []


def test_the_generated_cases_hold_every_shape() -> None:
    """So that the agreement is worth something: each shape is there, each state is met, and so are changes."""
    cases = list(generated(Random(SEED)))
    texts = {text for text, _, _ in cases}
    for shape in ("PH off", "PH 1", "Dec 25 off", "2026 Dec", '"by', ",", "24/7; PH", "Dec 24-", "Feb 29"):
        assert any(shape in text for text in texts), shape
    assert any(end > 24 * 60 for text in texts for rule in parse(text).rules for _, end in rule.spans)
    assert {by_library(*case)[0] for case in cases[:200]} == {True, False}


def test_hours_that_can_not_be_told_are_no_answer(browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    broken = ('{"z":"Nowhere/Land","r":[[127,[0,1440]]]}', "{}", '{"z":"America/Denver"}', "[]")
    with serving(THEME / "js") as address:
        page.goto(f"{address}/hours.js")
        told = page.evaluate(ASKED, [(data, 1_790_000_000_000) for data in broken])
    context.close()
    assert told == [[None, False, None]] * len(broken)


def by_library(text: str, zone: str, now: datetime) -> list[Any]:
    """Open, by appointment, and the second at which that changes, by the library."""
    place = ZoneInfo(zone)
    here = now.astimezone(place)
    hours = OpeningHours(text, timezone=place, country="US", max_interval_days=SEEN_AHEAD.days + 1)
    comment = next(iter(hours.intervals(here)))[3]
    change = hours.next_change(here)
    if change is None or change - here > SEEN_AHEAD:
        return [hours.is_open(here), bool(comment), None]
    return [hours.is_open(here), bool(comment), change.timestamp()]


def generated(random: Random) -> Iterator[Case]:
    for text in islice(expressions(random), EXPRESSIONS):
        zone = random.choice(ZONES)
        for _ in range(MOMENTS):
            yield text, zone, moment(random, zone)


def expressions(random: Random) -> Iterator[str]:
    """Hours of every shape that can be read, one after the other, without end."""
    while True:
        text = "; ".join([*week(random), *holidays(random), *dates(random)])
        try:
            parse(text)
        except HoursNotRead:
            continue
        yield text


def week(random: Random) -> list[str]:
    if random.random() < 0.08:
        return ["24/7"]
    count = random.choice((1, 1, 2, 3))
    return [f"{days(random)}{times(random)}" for _ in range(count)]


def days(random: Random) -> str:
    first, last, other = (random.choice(WEEKDAYS) for _ in range(3))
    return random.choice(("", f"{first} ", f"{first}-{last} ", f"{first}-{last},{other} ", f"{first},{last},PH "))


def times(random: Random) -> str:
    if random.random() < 0.15:
        return "off"
    quarters = range(4, 14) if random.random() < 0.2 else range(24 * 4)  # the hours in which clocks change
    edges = sorted(random.sample(quarters, random.choice((2, 2, 4))))
    if random.random() < 0.3:
        edges = [*edges[1:], edges[0]]  # the last of them runs over midnight
    clocks = [f"{edge // 4:02}:{edge % 4 * 15:02}" for edge in edges]
    spans = ",".join(f"{start}-{end}" for start, end in zip(clocks[::2], clocks[1::2], strict=True))
    return spans + random.choice(("", "", "", ' "by appointment"'))


def holidays(random: Random) -> list[str]:
    return random.choice(([], ["PH off"], [f"PH {times(random)}"], [f"PH,Su {times(random)}"]))


def dates(random: Random) -> list[str]:
    month, day = random.choice(MONTHS), random.randint(1, 28)
    some = (
        "Dec 25",
        "2026 Dec 24",
        "Dec 24-Jan 02",
        "Feb 29",
        "Feb 20-29",
        "2026 Dec 24-2027 Jan 02",
        "2028 Feb 28-29",
        f"{month} {day:02}",
        f"Dec 24,{month} {day:02}",
    )
    return [f"{chosen} {times(random)}" for chosen in random.sample(some, random.choice((0, 0, 1, 2)))]


def moment(random: Random, zone: str) -> datetime:
    """A moment near midnight or within the first hours of a day that matters, or anywhere in ten years."""
    here = ZoneInfo(zone)
    if random.random() < 0.3:
        start = datetime(2026, 1, 1, tzinfo=UTC)
        return start + timedelta(minutes=random.randrange(9 * 365 * 24 * 60), seconds=random.choice((0, 0, 59)))
    day = datetime.fromisoformat(random.choice(DAYS)) + timedelta(days=random.choice((-1, 0, 0, 0, 1)))
    minutes = random.choice((-1, 0, 1, *(random.randrange(0, 300) for _ in range(3)), random.randrange(24 * 60)))
    return (day + timedelta(minutes=minutes)).replace(tzinfo=here, fold=random.choice((0, 1))).astimezone(UTC)


def test_the_data_is_small() -> None:
    """It stands on every card of a list."""
    data = hours_data("Mo-Fr 09:00-12:00,13:00-17:00; PH off", "America/New_York", FAR_AHEAD)
    assert json.loads(data) == {
        "z": "America/New_York",
        "u": "2099-01-01",
        "r": [[31, [540, 720, 780, 1020]], [128, []]],
    }
    assert len(data) < 100


@pytest.mark.parametrize("text", ["24/7", "Mo-Su 00:00-24:00"])
def test_hours_that_nobody_looked_at_for_long_tell_nothing_of_now(browser: Browser, text: str) -> None:
    data = hours_data(text, "America/New_York", date(2026, 11, 20))
    days = [datetime(2026, 11, day, 18, tzinfo=UTC) for day in (19, 20, 23)]
    page = browser.new_page()
    with serving(THEME / "js") as address:
        page.goto(f"{address}/hours.js")
        told = page.evaluate(ASKED, [(data, day.timestamp() * 1000) for day in days])
    page.close()
    assert [open_ for open_, _, _ in told] == [True, True, None]
