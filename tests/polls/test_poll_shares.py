# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Shares tell what the counts tell, and no order that the answers don't carry."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.model.questionnaire import Block, Item, Option, Questionnaire, Wave
from porchlight.model.released import Figures, Release
from porchlight.polls.counting import percent
from porchlight.polls.shares import is_clearly_more, newest_of_each_wave, shares

CODES = ("1", "2", "3", "4", "5")
ITEMS = ("a", "b", "c", "d")
POLL = Questionnaire(
    id="made-up",
    version=1,
    title={"en": "Made up"},
    intro={"en": ""},
    options=tuple(Option(code, {"en": code}) for code in CODES),
    no_answer=Option("na", {"en": "No answer"}),
    blocks=(Block("b", {"en": "B"}, {"en": "More?"}, "editor", tuple(Item(item, {"en": item}) for item in ITEMS)),),
    waves=(Wave("fall"), Wave("spring")),
)


def release(*figures: Figures, wave: str = "fall", number: int = 1) -> Release:
    return Release("made-up", 1, wave, number, date(2026, 11, 1), 60, {}, {}, figures)


def options(item: str, *counts: int) -> Figures:
    return Figures(item, sum(counts), "options", dict(zip(CODES, counts, strict=True)), 1)


def agreeing(item: str, agree: int, people: int) -> Figures:
    return Figures(item, people, "sides", {"agree": agree, "neutral": 0, "disagree": people - agree}, 1)


@given(st.lists(st.integers(0, 400), min_size=5, max_size=5).filter(any))
def test_shares_equal_the_counts(counts: list[int]) -> None:
    (share,) = shares(release(options("a", *counts)), POLL)
    people = sum(counts)
    for told, count in (
        (share.disagree, sum(counts[:2])),
        (share.neutral, counts[2]),
        (share.agree, sum(counts[3:])),
    ):
        assert abs(told - 100 * count / people) <= 0.5
    assert share.people == people
    assert 99 <= share.agree + share.neutral + share.disagree <= 101


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_half_is_rounded_up(count: int, people: int) -> None:
    assert percent(count, people) == int(100 * count / people + 0.5)


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)).filter(any), min_size=4, max_size=4))
def test_places_hold_every_item_and_equal_shares_tie(pairs: list[tuple[int, int]]) -> None:
    found = shares(release(*(agreeing(i, a, a + d) for i, (a, d) in zip(ITEMS, pairs, strict=True))), POLL)
    assert [share.agree for share in found] == sorted((share.agree for share in found), reverse=True)
    for place, share in enumerate(found, start=1):
        assert 1 <= share.first <= place <= share.last <= len(found)
        for other in found:
            if (other.agree, other.people) == (share.agree, share.people):
                assert (other.first, other.last) == (share.first, share.last)


def test_a_small_gap_is_a_tie_and_a_large_one_is_not() -> None:
    found = shares(release(agreeing("a", 50, 60), agreeing("b", 45, 60), agreeing("c", 10, 60)), POLL)
    assert [(share.item, share.first, share.last) for share in found] == [("a", 1, 2), ("b", 1, 2), ("c", 3, 3)]


@pytest.mark.parametrize(("more", "less", "people", "clear"), [(60, 40, 100, True), (60, 47, 100, False)])
def test_the_rule_of_two_steps(more: int, less: int, people: int, clear: bool) -> None:
    """At a half, two steps of a hundred people each are 14 of a hundred."""
    assert is_clearly_more((more, people), (less, people)) is clear


def test_a_gap_that_only_rounding_makes_is_a_tie() -> None:
    """As rounded shares, 90 of a hundred is clearly above 78; 71 of 79 is not clearly above 61 of 78."""
    found = shares(release(options("a", 0, 8, 0, 0, 71), options("b", 0, 17, 0, 0, 61)), POLL)
    assert [(share.agree, share.first, share.last) for share in found] == [(90, 1, 2), (78, 1, 2)]
    assert is_clearly_more((90, 100), (78, 100))


def test_lines_that_are_shown_alike_have_no_order() -> None:
    found = shares(release(options("a", 0, 9949, 0, 0, 51), options("b", 0, 9980, 0, 0, 20)), POLL)
    assert is_clearly_more((51, 10_000), (20, 10_000))
    assert [(share.agree, share.first, share.last) for share in found] == [(1, 1, 1), (0, 2, 2)]
    found = shares(release(options("a", 0, 9956, 0, 0, 44), options("b", 0, 9990, 0, 0, 10)), POLL)
    assert is_clearly_more((44, 10_000), (10, 10_000))
    assert [(share.agree, share.first, share.last) for share in found] == [(0, 1, 2), (0, 1, 2)]


@given(
    st.tuples(st.integers(0, 46), st.integers(30, 46)).filter(lambda pair: pair[0] <= pair[1]),
    st.tuples(st.integers(0, 46), st.integers(30, 46)).filter(lambda pair: pair[0] <= pair[1]),
)
def test_shares_alone_give_no_finer_order_than_the_people(one: tuple[int, int], other: tuple[int, int]) -> None:
    told = [Figures(i, n, "percent", {"agree": percent(a, n)}, 1) for i, (a, n) in zip("ab", (one, other), strict=True)]
    places = {share.item: share.first for share in shares(release(*told), POLL)}
    assert (places["a"] < places["b"]) <= is_clearly_more(one, other)
    assert (places["b"] < places["a"]) <= is_clearly_more(other, one)


def test_what_was_not_told_has_no_share() -> None:
    assert [share.item for share in shares(release(agreeing("b", 12, 20)), POLL)] == ["b"]


def test_percentages_are_told_as_they_are() -> None:
    told = Figures("a", 40, "percent", {"agree": 73, "neutral": 18, "disagree": 10}, 1)
    (share,) = shares(release(told), POLL)
    assert (share.agree, share.neutral, share.disagree, dict(share.counts)) == (73, 18, 10, {})


def test_the_newest_release_of_each_wave_stands_in_the_order_of_the_waves() -> None:
    found = newest_of_each_wave(
        [release(wave="spring"), release(number=2), release(number=1), release(wave="spring", number=2)], POLL
    )
    assert [(each.wave, each.number) for each in found] == [("fall", 2), ("spring", 2)]
