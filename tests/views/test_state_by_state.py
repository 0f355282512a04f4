# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page that tells facts state by state: no state is passed over, and none is told a rule past its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from porchlight.model.hub import Article, Shelf
from porchlight.model.record import Record, Row, Value
from porchlight.views.articles import article_pages
from porchlight.views.edition import Edition
from porchlight.views.text_types import ArticleView, StateByState
from tests.views.fakes import PACKAGE, edition, view_of

RULES = Article(
    "rules", "en", "Rules", "State by state.", "Pick one.", state_by_state=Shelf("facts", "topics", "hiring")
)
LAST_DAY, NEXT_DAY = date(2027, 2, 21), date(2027, 2, 22)


def rule(name: str, *places: str, topic: str = "hiring") -> Record:
    source: Row = {"url": f"https://www.example.org/{name}", "title": name, "read_on": date(2026, 11, 24)}
    values: dict[str, Value] = {
        "name": name,
        "summary": f"{name} says so.",
        "topics": (topic,),
        "serves": places,
        "review_by": LAST_DAY,
    }
    return Record("facts", name, values, {"sources": (source,)})


OHIO, TWO, COUNTRY = rule("ohio", "US-OH"), rule("two", "US-OH", "US-IA"), rule("country", "US")
OTHER = rule("other", "US-TX", topic="benefits")


def told(day: date, *records: Record) -> StateByState:
    of_hub: Edition = edition(*records, articles=(RULES,))
    own = replace(of_hub, hub=of_hub.hub.shown_on(day))
    (page,) = article_pages(own)
    found = view_of(page, ArticleView).state_by_state
    assert found is not None
    return found


def test_each_place_tells_what_names_it_and_nothing_else() -> None:
    places = told(LAST_DAY, OHIO, TWO, COUNTRY, OTHER).states
    assert [(place.anchor, place.title) for place in places] == [("us-ia", "Iowa"), ("us-oh", "Ohio")]
    assert [[part.fact.words.value for part in place.told if part.fact] for place in places] == [
        ["two says so."],
        ["ohio says so.", "two says so."],
    ]


def test_every_place_that_the_hub_knows_is_told_or_named_as_one_of_which_nothing_is() -> None:
    found = told(LAST_DAY, OHIO, TWO)
    labels = [words["en"] for code, words in PACKAGE.vocabularies["place"].labels.items() if "-" in code]
    for label in labels:
        assert (label in found.lacking) != (label in [state.title for state in found.states])


def test_where_each_place_has_a_fact_nothing_is_said_to_be_missing() -> None:
    places = [code for code in PACKAGE.vocabularies["place"].labels if "-" in code]
    assert told(LAST_DAY, rule("all", *places)).lacking == ""


@pytest.mark.parametrize(("day", "is_told"), [(LAST_DAY, True), (NEXT_DAY, False)])
def test_a_rule_past_its_day_is_gone_and_its_place_leads_to_the_source(day: date, is_told: bool) -> None:
    (place,) = told(day, OHIO).states
    (part,) = place.told
    assert (part.fact is not None) == is_told
    if not is_told:
        assert part.source is not None
        assert (part.source.label, part.source.href) == ("ohio", "https://www.example.org/ohio")
