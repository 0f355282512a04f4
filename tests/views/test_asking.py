# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What to say, what they ask, how to apply, the rules of the house, and the papers: told as they were written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from porchlight.model.paper_chain import paper_chain
from porchlight.model.record import Record, Row, Value
from porchlight.model.schema import Schema
from porchlight.views.asking import house_rules, steps, to_say, will_ask
from porchlight.views.parts import Link, Text
from porchlight.views.record_papers import papers
from porchlight.views.record_parts import Detail, HouseRule, Papers
from tests.views.fakes import FACTS, HOUSING, PACKAGE, edition, record

SERVICES = PACKAGE.schema_of("services")

RULES: tuple[Row, ...] = (
    {"rule": "car", "answer": "unknown"},
    {"rule": "visitors", "answer": "sometimes", "words": "On Sunday.", "words_es": "El domingo."},
    {"rule": "curfew", "answer": "yes", "words": "At 11."},
    {"rule": "smoking", "answer": "no"},
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Call. Then wait.", ["Call. Then wait."]),
        ("1. Call.\n2. Wait.\n", ["Call.", "Wait."]),
        ("1) Call.\n  2) Wait.", ["Call.", "Wait."]),
        ("Call.\n\nWait.", ["Call.", "Wait."]),
        ("Call at 9.\nWait until 10.", ["Call at 9.\nWait until 10."]),
        ("1. Call.", ["1. Call."]),
        ("First:\n1. Call.\n2. Wait.", ["First:\n1. Call.\n2. Wait."]),
        ("Bring 2 papers.\n\n\n", ["Bring 2 papers."]),
    ],
)
def test_steps_are_cut_where_they_are_written_as_steps_and_nowhere_else(text: str, parts: list[str]) -> None:
    told = steps(edition(), HOUSING, record("maple", {"how_to": text}))
    assert told == Detail("How to get it", tuple(Text(part) for part in parts))


def test_without_a_way_to_apply_there_are_no_steps() -> None:
    assert steps(edition(), HOUSING, record("maple")) is None


def test_what_a_place_asks_is_told_where_it_is_known_and_else_what_such_places_ask() -> None:
    own = will_ask(edition(), HOUSING, record("maple", {"will_ask": "Your name.\n\nYour day."}))
    assert own == Detail("What they will ask you", (Text("Your name."), Text("Your day.")))
    usual = will_ask(edition(), HOUSING, record("maple"))
    assert usual is not None
    assert usual.title == "What they may ask you"
    assert usual.texts[0] == Text("Your name, and the day on which you need the bed")


def test_nothing_is_made_up_for_what_nobody_asks() -> None:
    assert will_ask(edition(), FACTS, record("law")) is None


@pytest.mark.parametrize("kind", ["crisis_line", "overdose", "warm_line", "help_line", "naloxone"])
def test_a_line_gets_no_words_that_nobody_checked(kind: str) -> None:
    line = Record("services", "line", {"id": "line", "name": "A line", "summary": "A line.", "kind": kind})
    assert to_say(edition(), SERVICES, line) == ()
    assert will_ask(edition(), SERVICES, line) is None
    own = replace(line, values={**line.values, "will_ask": "Your county."})
    assert will_ask(edition(), SERVICES, own) == Detail("What they will ask you", (Text("Your county."),))


@pytest.mark.parametrize("kind", ["model", "way_in", "certifier"])
def test_what_has_no_beds_is_not_asked_for_one(kind: str) -> None:
    assert to_say(edition(), HOUSING, record("shelters", {"kind": kind})) == ()
    assert will_ask(edition(), HOUSING, record("shelters", {"kind": kind})) is None
    assert to_say(edition(), HOUSING, record("maple"))[0].startswith("“I am looking for a place to stay.")


@pytest.mark.parametrize("schema", PACKAGE.schemas, ids=lambda schema: schema.resource)
def test_the_usual_words_are_for_kinds_that_there_are(schema: Schema) -> None:
    field = schema.field_for("kind")
    assert set(schema.script_for) <= set(PACKAGE.vocabularies[field.vocabulary].labels if field else ())


def test_house_rules_stand_in_one_order_with_a_word_and_a_shape_each() -> None:
    assert house_rules(edition(), record("maple", house_rules=RULES)) == (
        HouseRule("Time to be home", "yes", "Yes", Text("At 11.")),
        HouseRule("Visitors", "case_by_case", "Sometimes", Text("On Sunday.")),
        HouseRule("Smoking outside", "no", "No", Text("")),
        HouseRule("A car", "unknown", "Not known: ask", Text("")),
    )


def test_house_rules_are_told_in_spanish_where_they_have_it_and_marked_where_not() -> None:
    told = house_rules(edition(language="es"), record("maple", house_rules=RULES))
    assert [rule.words for rule in told[:2]] == [Text("At 11.", "en"), Text("El domingo.")]


def test_papers_lead_to_their_pages_with_what_comes_before_and_what_they_open() -> None:
    desk = record("desk", {"gives": ("state_id",), "needs": ("birth_certificate",)})
    clerk = record("clerk", {"gives": ("birth_certificate",)})
    maple = record("maple", {"papers": "A photo ID.", "needs": ("state_id",)})
    hub = edition(desk, clerk, maple)
    chain = paper_chain(hub.hub)
    assert papers(hub, HOUSING, maple, chain, "housing/maple/") == Papers(
        texts=(Text("A photo ID."),),
        needs=(
            Link(
                "Birth certificate",
                "../../papers/birth-certificate/",
                note="They do not ask for it. You may need it to get: State ID or driver license",
            ),
            Link("State ID or driver license", "../../papers/state-id/"),
        ),
    )
    told = papers(hub, HOUSING, clerk, chain, "housing/clerk/")
    assert told is not None
    assert [link.note for link in told.gives] == ["You need it for: State ID or driver license"]


@pytest.mark.parametrize("values", [{}, {"summary": "A home."}])
def test_without_papers_nothing_is_said_of_them(values: dict[str, Value]) -> None:
    hub = edition(record("maple", values))
    assert papers(hub, HOUSING, record("maple", values), paper_chain(hub.hub), "housing/maple/") is None


def test_a_paper_that_no_open_record_knows_leads_nowhere() -> None:
    shut = record("shut", {"needs": ("state_id",), "status": "closed"})
    hub = edition(shut)
    told = papers(hub, HOUSING, shut, paper_chain(hub.hub), "housing/shut/")
    assert told is not None
    assert told.needs == (Link("State ID or driver license", ""),)
