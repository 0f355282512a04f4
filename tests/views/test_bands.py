# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list sorted by what they say to a question: nobody vanishes, and the sum is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.model.record import Record, Row, Value
from porchlight.views.bands import BANDS, band_of, band_pages, local_first, sort
from porchlight.views.edition import Edition
from porchlight.views.lists import list_pages
from porchlight.views.types import BandsView, ListView
from tests.views.fakes import HOUSING, PHONE, edition, record, view_of

ANSWERS = ("yes", "case_by_case", "no", "not_said", "unknown")


def home(name: str, answer: str = "", values: dict[str, Value] | None = None, **parts: tuple[Row, ...]) -> Record:
    """A recovery home, and what it says to "on a registry"; "" stands for nobody asked."""
    said: Row = {"question": "registry", "answer": answer, "as_of": date(2026, 11, 2), "how": "phone"}
    return record(name, values, answers=(said,) if answer else (), **parts)


HOMES = (
    home("ash", "yes"),
    home("birch", "case_by_case"),
    home("cedar", "no"),
    home("dogwood", "not_said"),
    home("elm", "unknown"),
    home("fir"),
    home("gate", values={"kind": "way_in"}),
    home("hall", "yes", {"kind": "way_in"}),
    home("iris", "yes", {"status": "moved"}),
    home("jade", values={"status": "closed", "kind": "way_in"}),
)


def pages(of: Edition, question: str = "registry") -> list[BandsView]:
    start = of.path(f"housing/ask/{question.replace('_', '-')}/")
    return [view_of(page, BandsView) for page in band_pages(of, HOUSING) if page.path.startswith(start)]


def names(view: BandsView) -> dict[str, list[str]]:
    return {band.code: [one.card.name for one in band.cards] for band in view.bands}


def test_each_record_is_in_the_band_of_its_answer() -> None:
    (page,) = pages(edition(*HOMES))
    assert names(page) == {
        "yes": ["ash", "hall"],
        "ask": ["birch"],
        "unknown": ["dogwood", "elm", "fir"],
        "no": ["cedar"],
        "aside": ["gate"],
        "closed": ["iris", "jade"],
    }
    assert page.unasked is None


def test_the_sum_is_a_sentence() -> None:
    (page,) = pages(edition(*HOMES))
    assert page.count == (
        "10 entries: 2 say yes, 1 to ask first, 3 not known, 1 says no, 1 is not asked this, "
        "2 are closed or have moved."
    )
    (spanish,) = pages(edition(*HOMES, language="es"))
    assert spanish.count == (
        "10 fichas: 2 dicen que sí, 1 para preguntar primero, de 3 no se sabe, 1 dice que no, a 1 no se le pregunta, "
        "2 cerraron o se mudaron."
    )


KINDS = st.sampled_from(("recovery_residence", "way_in"))
STATUSES = st.sampled_from(("open", "paused", "closed", "moved"))


@given(st.lists(st.tuples(st.sampled_from(("", *ANSWERS)), KINDS, STATUSES)))
def test_the_bands_together_are_the_whole_list(given: list[tuple[str, str, str]]) -> None:
    homes = [
        home(f"home-{n}", answer, {"kind": kind, "status": status}) for n, (answer, kind, status) in enumerate(given)
    ]
    sorting = sort(HOUSING, "registry", homes)
    assert sorted(record.id for _, record in sorting.records) == sorted(home.id for home in homes)
    assert [code for code in BANDS if code in sorting.bands] == list(sorting.bands)
    assert all(band_of(HOUSING, record, "registry") == code for code, record in sorting.records)


def test_each_question_of_the_list_has_a_page_in_each_language() -> None:
    paths = [page.path for page in band_pages(edition(*HOMES, language="es"), HOUSING)]
    assert paths == [
        f"es/housing/ask/{slug}/" for slug in ("conviction", "registry", "moud", "no-id", "children", "apply-inside")
    ]


def test_no_closed_home_counts_as_one_that_may_say_yes() -> None:
    (page,) = pages(edition(home("shut", values={"status": "paused"}), home("told", "yes", {"status": "ended"})))
    assert page.count == "2 entries: 2 are closed or have moved."
    assert all(value.count == 0 for value in page.questions.values)


@pytest.mark.parametrize("answer", ["yes", "case_by_case"])
def test_the_sum_is_called_old_from_the_day_after_its_first_hope_is_past_its_life(answer: str) -> None:
    late: Row = {"question": "registry", "answer": "yes", "as_of": date(2026, 11, 20), "how": "phone"}
    for page in pages(edition(home("ash", answer), record("late", answers=(late,)))):
        assert page.old is not None
        assert page.old.begins == "2027-05-02"  # 180 days after 2 November are over
        assert page.old.title.value == "Some of these answers are old now."


def test_a_sum_without_hope_has_nothing_to_grow_old() -> None:
    (page,) = pages(edition(home("cedar", "no"), home("fir"), home("iris", "yes", {"status": "moved"})))
    assert page.old is None


def test_an_empty_list_has_no_bands() -> None:
    assert list(band_pages(edition(), HOUSING)) == []


def test_a_card_says_the_answer_with_its_words_and_its_day() -> None:
    said: Row = {
        "question": "registry",
        "answer": "yes",
        "as_of": date(2020, 1, 2),
        "how": "phone",
        "words": "Ask Sam.",
    }
    (page,) = pages(edition(record("ash", answers=(said,))))
    answer = page.bands[0].cards[0].answer
    assert answer is not None
    assert (answer.question, answer.label, answer.words.value) == ("On a registry", "Yes", "Ask Sam.")
    assert answer.checked is not None
    assert (answer.checked.day, answer.checked.days) == ("2020-01-02", 180)  # old: its words change when it is read


def test_a_card_whose_kind_is_not_asked_says_nothing_to_it() -> None:
    (page,) = pages(edition(*HOMES))
    assert {band.code: [one.answer is None for one in band.cards] for band in page.bands if band.code == "aside"} == {
        "aside": [True]
    }
    assert all(one.answer for band in page.bands if band.code not in ("aside", "closed") for one in band.cards)


def test_more_than_sixty_take_pages_and_each_page_tells_the_whole_sum() -> None:
    homes = [*(home(f"yes-{n:02}", "yes") for n in range(50)), *(home(f"no-{n:02}", "no") for n in range(20))]
    first, second = pages(edition(*homes))
    assert [{code: len(cards) for code, cards in names(page).items()} for page in (first, second)] == [
        {"yes": 50, "no": 10},
        {"no": 10},
    ]
    assert [(band.code, band.total) for band in (*first.bands, *second.bands)] == [("yes", 50), ("no", 20), ("no", 20)]
    assert [page.count for page in (first, second)] == [
        f"70 entries: 50 say yes, 20 say no. Page {n} of 2." for n in (1, 2)
    ]
    assert first.next is not None
    assert second.previous is not None
    assert (first.next.href, second.previous.href) == ("page-2/", "../")


def test_what_has_no_number_to_call_comes_after_what_has_one() -> None:
    wrong: Row = {**PHONE, "check": "wrong"}
    homes = (
        record("a-mute", {"serves": ("US-OH",), "first": 1}),
        record("b-wrong", {"serves": ("US-OH",)}, phones=(wrong,)),
        record("c-nation", {"serves": ("US",)}, phones=(PHONE,)),
        record("d-local", {"serves": ("US-OH",)}, phones=(wrong, PHONE)),
    )
    assert [home.id for home in local_first(edition(*homes), HOUSING)] == ["d-local", "c-nation", "a-mute", "b-wrong"]


def test_help_for_the_whole_country_follows_local_help_and_what_is_closed_comes_last() -> None:
    homes = (
        record("a-nation", {"serves": ("US",), "first": 1}),
        record("b-closed", {"serves": ("US-OH",), "status": "closed"}),
        record("c-local", {"serves": ("US-OH",)}),
    )
    assert [home.id for home in local_first(edition(*homes), HOUSING)] == ["c-local", "a-nation", "b-closed"]


DOORS: Sequence[Record] = (
    record("ash", {"doors": ("stay",)}),
    record("front", {"kind": "way_in", "doors": ("stay",), "first": 2}, phones=({**PHONE, "number": "614-555-0199"},)),
    record("later", {"kind": "way_in", "doors": ("stay",), "first": 9}, phones=(PHONE,)),
    record("mute", {"kind": "way_in", "doors": ("stay",), "first": 1}),
    record("work", {"kind": "way_in", "doors": ("work",), "first": 1}, phones=(PHONE,)),
)


def test_where_nobody_has_asked_the_page_says_so_and_leads_to_a_number() -> None:
    (page,) = pages(edition(*DOORS))
    assert page.unasked is not None
    assert [(door.label, door.href) for door in page.unasked.doors] == [
        ("Call front", "tel:+16145550199"),
        ("Call later", "tel:+16145550142"),
        ("Call 211", "tel:211"),
    ]


def test_the_same_number_is_no_second_door() -> None:
    front = record("front", {"doors": ("stay",), "first": 1}, phones=({**PHONE, "number": "211"},))
    (page,) = pages(edition(front))
    assert page.unasked is not None
    assert [door.href for door in page.unasked.doors] == ["tel:211"]


@pytest.mark.parametrize("answer", ["yes", "case_by_case", "no"])
def test_one_answer_is_enough_to_need_no_other_door(answer: str) -> None:
    (page,) = pages(edition(*DOORS, home("told", answer)))
    assert page.unasked is None


def test_the_list_leads_to_its_questions_with_how_many_are_open_to_each() -> None:
    of = edition(*HOMES)
    view = view_of(next(iter(list_pages(of, HOUSING))), ListView)
    assert view.questions is not None
    assert view.questions.title == "Will they take me?"
    assert {value.label: value.count for value in view.questions.values if value.count} == {"On a registry": 3}
    there = {page.path for page in band_pages(of, HOUSING)}
    assert {urljoin("housing/", value.href) for value in view.questions.values} == there


def test_a_page_marks_its_own_question_among_the_others() -> None:
    (page,) = pages(edition(*HOMES), "no_id")
    assert [value.label for value in page.questions.values if value.current] == ["No ID yet"]
    assert page.title == "A place to stay: No ID yet"
