# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A share or a large number on a page leads to the fact that says it; all other numbers are left alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from markdown_it.token import Token

from porchlight.checking import in_article
from porchlight.checking.context import Context
from porchlight.checking.rules.figures import figure_without_fact, figures_of, share_without_fact
from porchlight.model.hub import Article
from porchlight.model.record import Record
from porchlight.problems import Place
from tests.views.fakes import edition, fact, record

FACT = fact("seen", {"summary": "Of 2,000 people, 40% came.", "figure": "40%; 1 in 11"})


def article(text: str) -> Article:
    return Article("page", "en", "Page", "A page.", text, place=Place("content/en/page.md", 5))


def told(text: str) -> list[str]:
    hub = edition(FACT, articles=(article(text),)).hub
    return [problem.message for problem in figure_without_fact(Context(hub, date(2026, 11, 30), Place))]


@pytest.mark.parametrize(
    "words",
    [
        *("40%", "40 %", "63.9 percent", "40 por ciento", "1 in 11", "1 de cada 11", "9 out of 10", "400,000"),
        *("95-percent", "95 pct", "95 per cent", "95 percentage", "ninety percent", "thirty-five percent"),
        *("treinta y cinco por ciento", "nine in ten", "9 out of ten", "nine out of 10", "one in every twenty"),
        *("nueve de cada diez", "una de cada 11", "600000", "4.5 million", "a million", "two thousand", "dos mil"),
        *("cuatro millones", "400 thousand", "un millón"),
    ],
)
def test_a_figure_without_a_link_needs_a_fact(words: str) -> None:
    assert [figure.words for figure in figures_of(article(f"About {words} of them."))] == [words]
    assert told(f"About {words} of them.") == ["This figure needs the record of a fact, with its source and year."]


@pytest.mark.parametrize(
    "text",
    [
        "Call 614-555-0142 in 2026 at 9 in the morning.",
        "It costs $1,000, and $5,000 at most.",
        "Text HOME to 741741 or 898211. Text 741741 at any time. Live in Columbus, OH 43215 now.",
        "It costs $4.5 million, or four million dollars.",
        "One of three doors. Take two in one day. Come back once in ten days. Ask for one in a store.",
        "Section 12.345 of the law, 42 CFR 8.12. Nine people. Be 18 or older. Open 24 hours.",
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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("About **95**% came.", "95%"),
        ("About *95* percent came.", "95 percent"),
        ("About 95\npercent came.", "95 percent"),
        ("About `95%` came.", "95%"),
        ("About 95&#37; came.", "95%"),
        ("| a |\n|---|\n| **95**% |", "95%"),
        ("```notes\nAbout 95% came.\n```", "95%"),
        ("```answer About 95%\nYes.\n```", "95%"),
        ("About 95[%](https://www.example.org/) came.", "95%"),
        ("About 600000 people came.", "600000"),
    ],
)
def test_no_mark_and_no_line_hides_a_figure(text: str, words: str) -> None:
    assert [figure.words for figure in figures_of(article(text))] == [words]


def test_a_figure_in_the_description_can_lead_nowhere() -> None:
    page = replace(article("Words."), title="Of 9 in 10", description="About 95% came.")
    assert [figure.words for figure in figures_of(page)] == ["9 in 10", "95%"]


def test_a_number_in_words_is_said_by_its_fact_in_digits_or_in_words() -> None:
    assert told("[one in eleven](record:facts/seen) and [forty percent](record:facts/seen).") == []
    assert told("[nine in ten](record:facts/seen) came.") == ["The fact “seen” does not say this figure."]


def test_the_place_of_a_figure_that_is_cut_is_where_it_begins() -> None:
    (figure,) = figures_of(article("One.\n\nTwo of them, about **95**\npercent.\n"))
    assert (figure.place.line, figure.place.column) == (7, 22)


@pytest.mark.parametrize(
    ("summary", "found"),
    [("Helps 95% of all.", 1), ("About 6 in 100 stay.", 1), ("For 4.5 million homes.", 1), ("Has 1,200 beds.", 0)],
)
def test_a_summary_tells_no_share(summary: str, found: int) -> None:
    """What a place counts of its own may stay, and a fact is where shares belong."""
    home = record("home", {"summary": summary})
    context = Context(edition(home, fact("seen", {"summary": summary})).hub, date(2026, 11, 30), place)
    assert [problem.code for problem in share_without_fact(context)] == ["share-in-record"] * found


def place(_record: Record, *_way: str | int) -> Place:
    return Place("data/housing/home.yaml", 1)


def test_a_text_is_read_once_however_many_rules_look_at_it(monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[str] = []
    read = in_article._read

    def noted(markdown: str, line: int) -> Iterator[tuple[int, Token]]:
        reads.append(markdown)
        return read(markdown, line)

    monkeypatch.setattr(in_article, "_read", noted)
    page = article("A page that no other test has. About 40%.\n\n~~~\nMore of it, about 50%.\n~~~\n")
    assert [figure.words for _ in range(3) for figure in figures_of(page)] == ["40%", "50%"] * 3
    assert reads == [page.markdown, "More of it, about 50%.\n"]
