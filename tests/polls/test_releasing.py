# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is released of a poll tells of many people, never of one: also to someone who compares all that was released."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porchlight.model.questionnaire import Block, Item, Option, Questionnaire, Wave
from porchlight.model.released import FIRST, MORE, Figures, Release, detail_for
from porchlight.model.seal import content_of, seal_of
from porchlight.polls.counting import percent
from porchlight.polls.releasing import Held, next_release
from porchlight.polls.response import NO_LANGUAGE, Mode, Response

DAY = date(2026, 12, 1)
WAVE = Wave("fall", date(2026, 11, 1), date(2027, 3, 1))
AFTER = date(2027, 3, 2)
ITEMS = ("bus", "beds")
TEA = Questionnaire(
    id="tea",
    version=1,
    title={"en": "Tea"},
    intro={"en": "Made up."},
    options=tuple(Option(code, {"en": code}) for code in "12345"),
    no_answer=Option("na", {"en": "No answer"}),
    blocks=(Block("one", {"en": "One"}, {"en": "More of this."}, "editor", tuple(Item(i, {"en": i}) for i in ITEMS)),),
    waves=(WAVE,),
    breakdowns=("mode",),
)


def person(bus: str = "", beds: str = "", mode: Mode = "web") -> Response:
    answers = {name: code for name, code in zip(ITEMS, (bus, beds), strict=True) if code}
    return Response("tea", 1, "en", mode, "2026-12-01", answers, wave="fall")


def released(responses: Sequence[Response], before: Sequence[Release] = (), day: date = DAY) -> Release:
    found = next_release(TEA, WAVE, responses, before, day)
    assert isinstance(found, Release), found
    return found


def figures(release: Release, item: str = "bus") -> Figures:
    return next(each for each in release.figures if each.item == item)


def test_ten_answers_are_too_few_and_the_eleventh_opens_the_results() -> None:
    assert next_release(TEA, WAVE, [person("5")] * 10, (), DAY) == Held("too-few", 1)
    release = released([person("1"), *[person("5")] * 10])
    assert figures(release).counts == {"disagree": 1, "neutral": 0, "agree": 10}


def test_what_few_people_all_say_alike_waits_until_someone_says_otherwise() -> None:
    assert released([person("5")] * 40).figures == ()
    assert figures(released([person("5")] * 47)).counts["5"] == 47  # of so many it may be told
    mixed = [person("1"), *[person("5")] * 20]
    first = released(mixed)
    alike = released([*mixed, *[person("5")] * 10], [first], AFTER)
    assert alike.figures == first.figures
    assert figures(released([*mixed, *[person("5")] * 10, person("3")], [first], AFTER)).people == 32


@pytest.mark.parametrize(
    ("people", "detail"), [(11, "sides"), (29, "sides"), (30, "percent"), (46, "percent"), (47, "options")]
)
def test_the_more_people_answered_the_finer_it_is_told(people: int, detail: str) -> None:
    assert detail_for(people) == detail


def test_whole_percentages_are_told_of_a_middle_group() -> None:
    responses = [person("5")] * 21 + [person("3")] * 4 + [person("1")] * 7
    assert figures(released(responses)).counts == {"disagree": 22, "neutral": 13, "agree": 66}


def test_nine_new_answers_change_nothing_and_the_tenth_does_after_a_day() -> None:
    first = released([person("5")] * 12)
    assert next_release(TEA, WAVE, [person("5")] * 21, [first], AFTER) == Held("too-few-new", 1)
    assert next_release(TEA, WAVE, [person("5")] * 22, [first], DAY) == Held("too-soon", not_before=date(2026, 12, 2))
    assert released([person("5")] * 22, [first], date(2026, 12, 2)).people == 22


def test_an_item_that_few_of_the_new_people_answered_stays_as_it_was() -> None:
    begun = [*[person("5", "5")] * 11, person("1", "1")]
    first = released(begun)
    second = released([*begun, *[person("1")] * 8, person("3"), person("1", "1")], [first], date(2026, 12, 2))
    assert figures(second, "bus").people == 22
    assert figures(second, "beds") == figures(first, "beds")


def test_an_item_that_fewer_than_eleven_answered_is_not_told() -> None:
    release = released([*[person("5")] * 20, *[person("4", "1")] * 9, person("1", "2")])
    assert [each.item for each in release.figures] == ["bus"]


def test_after_the_last_release_of_a_wave_there_is_none() -> None:
    last = released([person("5")] * 12, day=AFTER)
    assert last.is_last
    assert next_release(TEA, WAVE, [person("5")] * 90, [last], date(2027, 9, 1)) == Held("was-last")


def test_groups_side_by_side_are_told_once_after_the_end_and_only_where_each_is_large() -> None:
    web, paper = (
        [person("5")] * 20 + [person("1")] * 15,
        [person("5", mode="paper")] * 18 + [person("1", mode="paper")] * 12,
    )
    assert released(web + paper).breakdown == ()
    last = released(web + paper, day=AFTER)
    assert {(cell.group, cell.people, cell.counts["agree"]) for cell in last.breakdown if cell.item == "bus"} == {
        ("web", 35, 20),
        ("paper", 30, 18),
    }
    assert released(web + paper[:29], day=AFTER).breakdown == ()


def test_people_whose_language_is_not_known_are_a_group_of_their_own_that_is_told_only_where_it_is_large() -> None:
    def spoken(language: str, agree: int, people: int) -> list[Response]:
        return [replace(person("5" if at < agree else "1"), language=language) for at in range(people)]

    by_language = replace(TEA, breakdowns=("language",))
    english, unknown = spoken("en", 20, 35), spoken(NO_LANGUAGE, 18, 30)
    last = next_release(by_language, WAVE, english + unknown, [], AFTER)
    assert isinstance(last, Release)
    assert last.languages == {"en": 35, NO_LANGUAGE: 30}
    assert {(cell.group, cell.people) for cell in last.breakdown} == {("en", 35), (NO_LANGUAGE, 30)}
    small = next_release(by_language, WAVE, english + unknown[:10], [], AFTER)
    assert isinstance(small, Release)
    assert (small.languages, small.breakdown) == ({"en": None, NO_LANGUAGE: None}, ())


def test_a_kind_of_group_that_an_answer_does_not_hold_stops_the_release() -> None:
    by_place = replace(TEA, breakdowns=("place",))  # type: ignore[arg-type]
    with pytest.raises(AttributeError, match="place"):
        next_release(by_place, WAVE, [person("5")] * 60, [], AFTER)


def test_how_answers_came_in_is_told_in_numbers_only_where_no_group_is_small() -> None:
    assert released([*[person("5")] * 20, person("5", mode="paper")]).modes == {"paper": None, "web": None}
    assert released([*[person("5")] * 20, *[person("5", mode="paper")] * 11]).modes == {"paper": 11, "web": 20}


def test_a_release_that_was_changed_no_longer_fits_its_seal() -> None:
    release = released([person("5")] * 12)
    assert release.seal == seal_of(content_of(release))
    assert seal_of(content_of(replace(release, people=13))) != release.seal
    assert released([person("5")] * 30, [release], AFTER).before == release.seal


def all_releases(everyone: Sequence[Response], looks: Sequence[int]) -> list[Release]:
    """What is released when somebody asks for a release day after day, each time with so many answers in."""
    told: list[Release] = []
    for day, seen in enumerate(looks):
        found = next_release(TEA, WAVE, everyone[:seen], told, DAY + timedelta(days=day))
        told += [found] if isinstance(found, Release) else []
    return told


codes = st.sampled_from(["", "", "1", "2", "3", "4", "5", "na"])
people = st.lists(st.builds(person, codes, codes, st.sampled_from(["web", "paper"])), max_size=90)
cuts = st.lists(st.integers(0, 90), min_size=1, max_size=6)


@settings(max_examples=300)
@given(people, cuts)
def test_whoever_compares_all_releases_learns_of_ten_people_at_once_or_of_none(
    everyone: list[Response], looks: list[int]
) -> None:
    """The attacker asks for a release at any moments, and has every state that was ever published of each item."""
    told = all_releases(everyone, sorted(looks))
    for item in ITEMS:
        states = [each for release in told for each in release.figures if each.item == item]
        sizes = sorted({each.people for each in states})
        assert all(size >= FIRST for size in sizes)
        assert all(later - earlier >= MORE for earlier, later in pairwise(sizes))
        for each in states:  # one size was told in one way only, so nothing shows between two states of it
            assert [other for other in states if other.people == each.people and other != each] == []


@settings(max_examples=200)
@given(people, cuts, st.data())
def test_people_between_two_releases_can_change_places_and_no_release_shows_it(
    everyone: list[Response], looks: list[int], data: st.DataObject
) -> None:
    """Among the ten or more who came between two releases nobody can tell who said what."""
    told = all_releases(everyone, sorted(looks))
    moments = [0, *(release.people for release in told)]
    start, end = data.draw(st.sampled_from(list(pairwise([*moments, len(everyone)]))))
    mixed = data.draw(st.permutations(everyone[start:end]))
    assert all_releases([*everyone[:start], *mixed, *everyone[end:]], sorted(looks)) == told


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_share_is_rounded_to_the_nearest_whole_percentage(part: int, whole: int) -> None:
    assert abs(percent(part, whole) - 100 * part / whole) <= 0.5
