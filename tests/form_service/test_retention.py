# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.form_service.opening import open_store
from porchlight.form_service.retention import enforce, overdue
from porchlight.model.questionnaire import Wave
from porchlight.polls.privacy import Keeping
from porchlight.polls.response import Response
from tests.polls.support import needs

FIRST = Wave("2026-fall", date(2026, 11, 1), date(2026, 11, 30))
SECOND = Wave("2027-fall", date(2027, 11, 1), date(2027, 11, 30))
TWICE = replace(needs(), waves=(FIRST, SECOND))
YEAR = Keeping(12)


@pytest.mark.parametrize(
    ("today", "over"),
    [
        (date(2026, 12, 1), ()),
        (date(2027, 11, 30), ()),
        (date(2027, 12, 1), ("2026-fall",)),
        (date(2028, 11, 30), ("2026-fall",)),
        (date(2028, 12, 1), ("2026-fall", "2027-fall")),
    ],
)
def test_answers_go_a_year_after_their_own_wave_closed(today: date, over: tuple[str, ...]) -> None:
    assert overdue(TWICE, YEAR, today) == over


def test_a_wave_without_a_last_day_keeps_its_answers() -> None:
    assert overdue(needs(), YEAR, date(2099, 1, 1)) == ()


def test_months_of_other_lengths_end_on_their_last_day() -> None:
    poll = replace(needs(), waves=(Wave("w", None, date(2026, 8, 31)),))
    assert overdue(poll, Keeping(6), date(2027, 2, 28)) == ()
    assert overdue(poll, Keeping(6), date(2027, 3, 1)) == ("w",)


def test_what_is_deleted_is_logged_by_number_and_never_by_person(
    where: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Pelican, where a test has imported it, keeps a logger from saying the same line twice in one process.
    monkeypatch.setattr(logging.getLogger("porchlight"), "filters", [])
    came = {"2026-11-05": "2026-fall", "2026-11-30": "2026-fall", "2027-11-03": "2026-fall", "2027-11-04": "2027-fall"}
    with open_store(where, lambda: date(2027, 12, 1)) as store, caplog.at_level(logging.INFO, "porchlight"):
        for day, wave in came.items():  # the third was brought in a year late, and stays a year
            store.keep(Response("needs", 1, "en", "web", day, {"training_crisis": "5"}, f"sid-of-{day}", wave)).result()
        assert enforce(store, [TWICE], YEAR, date(2027, 11, 30)) == 0
        assert enforce(store, [TWICE], YEAR, date(2027, 12, 1)) == 2
        assert enforce(store, [TWICE], YEAR, date(2027, 12, 1)) == 0
        assert [each.day for each in store.responses("needs")] == ["2027-11-03", "2027-11-04"]
        assert [(each.day, each.count) for each in store.purges()] == [("2027-12-01", 2)]
    assert caplog.messages == ["2027-12-01: 2 answers to “needs” are deleted, since their time is over."]


@given(st.dates(date(2026, 1, 1), date(2035, 1, 1)), st.integers(0, 40), st.integers(0, 900))
def test_nothing_of_a_wave_goes_before_its_months_are_over(today: date, months: int, ago: int) -> None:
    closes = today - timedelta(days=ago)
    poll = replace(needs(), waves=(Wave("w", None, closes),))
    is_over = bool(overdue(poll, Keeping(months), today))
    assert not is_over or ago > months * 30 - months // 2 - 3
    assert is_over or ago <= months * 31


def test_what_was_set_aside_goes_after_thirty_days_though_nobody_answers_any_more(where: str) -> None:
    today = date(2026, 11, 1)
    with open_store(where, lambda: today) as store:
        store.set_aside(
            Response("needs", 1, "en", "web", "2026-11-01", {"training_crisis": "5"}, "sid-of-a-robot")
        ).result()
        for today, left in ((date(2026, 11, 30), 1), (date(2026, 12, 1), 1), (date(2026, 12, 2), 0)):
            assert enforce(store, [needs()], YEAR, today) == 0
            assert len(store.quarantined("needs")) == left
        assert [(each.day, each.what, each.count) for each in store.purges()] == [("2026-12-02", "quarantine", 1)]


def test_a_clock_that_jumps_years_ahead_deletes_nothing_until_it_has_told_the_same_twice(where: str) -> None:
    asked = replace(needs(), waves=(FIRST,))
    with open_store(where, lambda: date(2026, 11, 5)) as store:
        store.keep(
            Response("needs", 1, "en", "web", "2026-11-05", {"training_crisis": "5"}, "a-sid-of-a-person", FIRST.id)
        ).result()
        looks = [date(2026, 11, 5), date(2031, 1, 1), date(2026, 11, 6), date(2026, 11, 7)]
        assert [enforce(store, [asked], YEAR, day) for day in looks] == [0, 0, 0, 0]
        assert store.count_responses("needs") == 1
        assert [enforce(store, [asked], YEAR, date(2031, 1, day)) for day in (1, 2)] == [0, 1]
