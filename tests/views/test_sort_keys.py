# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A column of words is put in order by the first amount in each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.views.sort_keys import sort_key


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("46", "46"),
        ("About 40", "40"),
        ("2,000 hours, 100 with a supervisor", "2000"),
        ("350 dollars in 2026", "350"),
        ("In 2017 the governor ordered it", ""),
        ("2000 hours", ""),
        ("In recovery; no time named", ""),
        ("1 year", "12"),
        ("18 months", "18"),
        ("2 años sin consumir", "24"),
        ("2.5 days", "16"),
        ("A 3-day class", "24"),
        ("75% to pass", ""),
        ("HB 24-1004", "24"),
        ("", ""),
    ],
)
def test_the_first_amount_counts_and_no_year_does(words: str, key: str) -> None:
    assert sort_key(words) == key


@given(st.text())
def test_any_text_has_a_whole_number_or_nothing(words: str) -> None:
    assert sort_key(words) == "" or sort_key(words).isdigit()
