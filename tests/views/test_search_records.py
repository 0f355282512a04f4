# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What search knows of a record: the words that people type, and never a promise that nobody made."""

from __future__ import annotations

from datetime import date

import pytest

from porchlight.model.record import Row
from porchlight.views.search_records import found
from tests.views.fakes import CALLED, HOUSING, PHONE, edition, record


def content(answer: str, question: str = "moud", language: str = "en") -> str:
    row: Row = {"question": question, "answer": answer}
    maple = record("maple", {"summary": "A home."}, answers=(row,))
    return found(edition(language=language), HOUSING, maple).content.casefold()


@pytest.mark.parametrize("answer", ["yes", "case_by_case"])
def test_a_house_that_may_say_yes_is_found_by_the_words_for_it(answer: str) -> None:
    assert "methadone or buprenorphine" in content(answer)
    assert "suboxone" in content(answer)
    assert "sin identificación" in content(answer, "no_id", "es")


@pytest.mark.parametrize("answer", ["no", "not_said", "unknown"])
@pytest.mark.parametrize(
    ("question", "words"), [("moud", ("methadone", "suboxone")), ("registry", ("registry",)), ("pets", ("pet",))]
)
def test_a_house_that_says_no_or_nothing_is_not_found_by_those_words(
    answer: str, question: str, words: tuple[str, ...]
) -> None:
    assert [word for word in words if word in content(answer, question)] == []


def test_only_the_questions_with_a_yes_are_held() -> None:
    rows: tuple[Row, ...] = ({"question": "moud", "answer": "no"}, {"question": "children", "answer": "yes"})
    held = found(edition(), HOUSING, record("maple", answers=rows)).content
    assert "With children" in held
    assert "Methadone" not in held


def test_a_record_is_found_by_its_other_names_kind_and_summary_in_both_languages() -> None:
    maple = record(
        "maple",
        {"name": "Maple House", "also_called": ("the maples",), "who": "Men", "summary": "A shared home."},
        translations=({"language": "es", "name": "Casa Arce", "summary": "Una casa."},),
    )
    english, spanish = (found(edition(language=code), HOUSING, maple).content for code in ("en", "es"))
    assert [
        w for w in ("Maple House", "the maples", "Recovery home", "Men", "A shared home.") if w not in english
    ] == []
    assert [w for w in ("Casa Arce", "Maple House", "the maples", "Una casa.") if w not in spanish] == []


def test_a_result_says_what_decides_and_how_it_is_known() -> None:
    shown = dict(found(edition(), HOUSING, record("maple", phones=(PHONE,), checks=(CALLED,))).meta)
    assert shown == {
        "title": "maple",
        "resource": "housing",
        "kind": "Recovery home",
        "cost": "Free",
        "checked_words": "Checked by phone (peer volunteer) on November 2, 2026",
        "day": "2026-11-02",
        "days": "180",
        "call": "Call 614-555-0142",
        "call_href": "tel:+16145550142",
    }


def test_a_result_says_what_to_press_after_the_number() -> None:
    meta = dict(found(edition(), HOUSING, record("maple", phones=({**PHONE, "label": "Then press 1"},))).meta)
    assert meta["call"] == "Call 614-555-0142 (Then press 1)"


def test_a_result_says_that_a_house_is_full_until_a_week_is_over() -> None:
    full = record("maple", {"beds_free": 0, "beds_free_on": date(2026, 11, 2)})
    meta = dict(found(edition(), HOUSING, full).meta)
    assert (meta["full"], meta["full_until"]) == ("Full on November 2, 2026", "2026-11-09")
    free = record("maple", {"beds_free": 2, "beds_free_on": date(2026, 11, 2)})
    assert "full" not in dict(found(edition(), HOUSING, free).meta)


@pytest.mark.parametrize(
    ("serves", "at"),
    [
        ((), None),
        (("US",), None),
        (("US", "US-OH"), None),
        (("US-OH",), "OH"),
        (("US-OH-049", "US-KY", "US-OH"), "OH KY"),
    ],
)
def test_a_result_tells_the_states_that_it_serves_where_that_is_not_the_country(
    serves: tuple[str, ...], at: str | None
) -> None:
    """The search keeps what serves other states behind a press, and asks for these letters."""
    field = next(field.name for field in HOUSING.fields if field.role == "where")
    meta = dict(found(edition(), HOUSING, record("maple", {field: serves})).meta)
    assert meta.get("at") == at
