# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A column of amounts is put in order by the first amount in each cell, all of them in the column's one unit."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.model.schema import UNITS
from porchlight.views.sort_keys import sort_key


@pytest.mark.parametrize(
    ("unit", "words", "key"),
    [
        ("hours", "46", "46"),
        ("hours", "About 40", "40"),
        ("hours", "Al menos 36", "36"),
        ("hours", "40, in five days", "40"),
        ("hours", "2,000 hours, 100 with a supervisor", "2000"),
        ("hours", "2000 horas", "2000"),
        ("hours", "2.5 days", "20"),
        ("hours", "A 3-day class", "24"),
        ("hours", "2 semanas", "80"),
        ("hours", "CPS: 12 months of work, or 24 college credits", "1920"),
        ("hours", "1.25 hours", "1.25"),
        ("hours", "2.5 horas", "2.50"),
        ("months", "1 year", "12"),
        ("months", "18 months", "18"),
        ("months", "2 años sin consumir", "24"),
        ("months", "90 days", "2.96"),
        ("months", "Group: 1 or 2 years", "12"),
        ("dollars", "350 dollars in 2026", "350"),
        ("dollars", "Core 200 to 300 dollars", "200"),
        ("dollars", "Curso gratis; 50 dólares el examen", "50"),
        ("dollars", "$27.50 at the door", "27.50"),
    ],
)
def test_the_first_amount_counts_in_the_unit_of_the_column(unit: str, words: str, key: str) -> None:
    assert sort_key(words, unit) == key


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("hours", "An approved course (PRSS 101)"),
        ("hours", "13 courses online"),
        ("hours", "75% to pass"),
        ("hours", "HB 24-1004"),
        ("hours", "2017"),
        ("hours", "In 2017 the governor ordered it"),
        ("hours", "350 dollars"),
        ("hours", "Level I: none named. Level II: 1,500 hours"),
        ("hours", "3 years of peer work can replace the 40 hours"),
        ("months", "You write about it in 1,000 words"),
        ("months", "In recovery; no time named"),
        ("months", "72 hours"),
        ("dollars", "Mostly 20 years"),
        ("dollars", ""),
    ],
)
def test_what_is_no_amount_of_the_unit_or_not_asked_for_has_no_key(unit: str, words: str) -> None:
    assert sort_key(words, unit) == ""


def test_a_year_of_work_comes_after_hours_of_it() -> None:
    maine, pennsylvania = "72 hours of practice in the first year", "CPS: 12 months of work, or 24 college credits"
    assert float(sort_key(maine, "hours")) < float(sort_key(pennsylvania, "hours"))


@given(st.text() | st.from_regex(r"[0-9.,]{1,8} (day|year|dollar)s?"), st.sampled_from(UNITS))
def test_any_text_has_an_amount_or_nothing_in_every_unit(words: str, unit: str) -> None:
    assert re.fullmatch(r"([0-9]+(\.[0-9]{2})?)?", sort_key(words, unit))
