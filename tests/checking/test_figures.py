# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A share or a large number on a page leads to the fact that says it; all other numbers are left alone."""

from __future__ import annotations

from datetime import date

import pytest

from porchlight.checking.context import Context
from porchlight.checking.rules.figures import figure_without_fact, figures_of
from porchlight.model.hub import Article
from porchlight.problems import Place
from tests.views.fakes import edition, fact

FACT = fact("seen", {"summary": "Of 2,000 people, 40% came.", "figure": "40%; 1 in 11"})


def article(text: str) -> Article:
    return Article("page", "en", "Page", "A page.", text, place=Place("content/en/page.md", 5))


def told(text: str) -> list[str]:
    hub = edition(FACT, articles=(article(text),)).hub
    return [problem.message for problem in figure_without_fact(Context(hub, date(2026, 11, 30), Place))]


@pytest.mark.parametrize(
    "words", ["40%", "40 %", "63.9 percent", "40 por ciento", "1 in 11", "1 de cada 11", "9 out of 10", "400,000"]
)
def test_a_figure_without_a_link_needs_a_fact(words: str) -> None:
    assert [figure.words for figure in figures_of(article(f"About {words} of them."))] == [words]
    assert told(f"About {words} of them.") == ["This figure needs the record of a fact, with its source and year."]


@pytest.mark.parametrize(
    "text",
    [
        "Call 614-555-0142 in 2026 at 9 in the morning.",
        "It costs $1,000, and $5,000 at most.",
        "Write `40%` in the box.",
        "Take 2 or 3 papers. It takes 72 hours.",
        "[It pays $25,000](record:programs/bonding).",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_figure_that_its_fact_says_stands() -> None:
    text = "[40% of them](record:facts/seen) and [one: 1 in 11](record:facts/seen), of [2,000](record:facts/seen)."
    assert told(text) == []


def test_a_fact_that_says_another_figure_carries_none() -> None:
    assert told("[41%](record:facts/seen) came.") == ["The fact “seen” does not say this figure."]


def test_another_page_is_no_fact() -> None:
    assert told("[40%](https://www.example.org/) came.") == [
        "This figure needs the record of a fact, with its source and year."
    ]


def test_a_link_to_a_fact_that_is_not_there_is_one_problem_and_not_two() -> None:
    assert told("[40%](record:facts/none) came.") == []


def test_the_place_is_that_of_the_figure() -> None:
    (figure,) = figures_of(article("One.\n\nTwo of them,\nabout 40% more.\n"))
    assert (figure.place.line, figure.place.column) == (8, 7)
