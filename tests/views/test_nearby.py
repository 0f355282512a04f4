# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a record's page leads on to: near ones of its kind, and the next best where it is closed or full."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from porchlight.model.record import Record, Value
from porchlight.views.nearby import Points, miles, neighbor, neighbors
from porchlight.views.next_best import next_best, rooms_by_kind
from porchlight.views.parts import Link, Text
from porchlight.views.records import record_pages
from porchlight.views.types import RecordView
from tests.views.fakes import HOUSING, PHONE, edition, record, view_of

OHIO, TEXAS, EVERYWHERE = ("US-OH",), ("US-TX",), ("US",)
DAY = date(2026, 11, 20)


def home(record_id: str, **values: Value) -> Record:
    return record(record_id, {"serves": OHIO, **values}, phones=(PHONE,))


def instead_of(one: Record, records: Sequence[Record], points: Points) -> Sequence[Record]:
    """The next best of these records."""
    return next_best(HOUSING, one, rooms_by_kind(HOUSING, records, points), points)


def test_miles_are_as_the_crow_flies() -> None:
    columbus_and_cleveland = {"a": (39.96, -83.0), "b": (41.5, -81.69)}
    assert round(miles(record("a"), record("b"), columbus_and_cleveland)) == 127


def test_the_nearest_of_its_kind_come_first_then_the_rest_of_the_circle() -> None:
    homes = [home(f"home-{n}") for n in range(8)]
    points = {"home-0": (40.0, -83.0), "home-6": (40.1, -83.0), "home-7": (40.01, -83.0), "home-3": (45.0, -83.0)}
    near = neighbors(HOUSING, homes, points)
    assert [other.id for other in near["home-0"]] == ["home-7", "home-6", "home-1", "home-2", "home-3"]


def test_what_is_for_one_state_leads_on_to_that_state_and_to_the_whole_country_alone() -> None:
    homes = [home("a-ohio", serves=("US-OH",)), home("b-texas", serves=("US-TX",)), home("c-nation", serves=("US",))]
    homes += [home("d-county", serves=("US-OH-949",)), home("e-nation", serves=())]
    near = neighbors(HOUSING, homes, {})
    assert [other.id for other in near["a-ohio"]] == ["d-county", "c-nation", "e-nation"]
    assert [other.id for other in near["c-nation"]] == ["e-nation"]


def test_near_is_near_over_the_border_of_a_cell_too() -> None:
    homes = [home(f"home-{n}") for n in range(9)]
    points = {"home-0": (38.999, -81.001), "home-8": (39.001, -80.999)}
    assert neighbors(HOUSING, homes, points)["home-0"][0].id == "home-8"


def test_no_page_leads_on_to_what_is_closed_and_what_is_closed_leads_on() -> None:
    near = neighbors(HOUSING, [home("a"), home("b"), home("shut", status="closed")], {})
    assert {key: [other.id for other in others] for key, others in near.items()} == {
        "a": ["b"],
        "b": ["a"],
        "shut": ["a", "b"],
    }


def test_what_is_full_comes_after_what_may_have_room_and_still_leads_on() -> None:
    full = home("full", beds_free=0, beds_free_on=DAY)
    near = neighbors(HOUSING, [full, home("a"), home("b")], {"full": (40.0, -83.0), "a": (40.0, -83.1)})
    assert {key: [other.id for other in others] for key, others in near.items()} == {
        "full": ["a", "b"],
        "a": ["b", "full"],
        "b": ["a", "full"],
    }


def test_a_house_leads_to_none_that_is_for_the_others_alone_however_near() -> None:
    houses = [home("men", populations=("men",)), home("women", populations=("women",)), home("all")]
    others = [home("both", populations=("women", "men"))]
    near = neighbors(HOUSING, houses + others, {"men": (40.0, -83.0), "women": (40.0, -83.01)})
    assert {other.id for other in near["men"]} == {"all", "both"}
    assert {other.id for other in near["women"]} == {"all", "both"}
    assert {other.id for other in near["all"]} == {"men", "women", "both"}


def test_where_none_of_the_kind_has_room_shelters_and_ways_in_are_offered_in_turn() -> None:
    full = home("full", beds_free=0, beds_free_on=DAY, populations=("women",))
    instead = [
        home("landlord", kind="landlord"),
        home("front-door", kind="way_in"),
        home("hall", kind="way_in", serves=EVERYWHERE),
        home("shelter", kind="emergency_shelter"),
        home("for-men", kind="emergency_shelter", populations=("men",)),
        home("full-shelter", kind="emergency_shelter", beds_free=0, beds_free_on=DAY),
        home("shut", kind="way_in", status="closed"),
    ]
    assert [other.id for other in instead_of(full, [full, *instead], {})] == ["shelter", "front-door", "hall"]
    assert [other.id for other in instead_of(full, [full, *instead, home("one")], {})] == ["one"]
    assert [other.id for other in instead_of(instead[3], instead[:4], {})] == ["front-door", "hall"]


def test_the_next_best_tells_whom_it_is_for() -> None:
    full = home("full", beds_free=0, beds_free_on=DAY)
    coded, told = home("coded", populations=("women",), who="Women and girls"), home("told", who="People over 60")
    shown = edition(full, coded, told, home("silent"), language="es")
    page = next(iter(record_pages(shown, HOUSING)))
    instead = view_of(page, RecordView).next_best
    assert instead is not None
    assert {place.link.label: place.who for place in instead.places} == {
        "coded": Text("Mujeres"),
        "told": Text("People over 60", "en"),
        "silent": None,
    }


def test_nobody_is_sent_on_to_a_place_that_a_notice_closes() -> None:
    """Weather is no closure: such a place may still help."""
    full, homes = home("full", beds_free=0, beds_free_on=DAY), [home(each) for each in ("shut", "cold", "open")]
    told = [
        Record("notices", name, {"id": name, "name": name, "kind": kind, "about": (f"housing/{name}",)})
        for name, kind in (("shut", "closure"), ("cold", "weather"))
    ]
    instead = view_of(next(iter(record_pages(edition(full, *homes, *told), HOUSING))), RecordView).next_best
    assert instead is not None
    assert [place.link.label for place in instead.places] == ["cold", "open"]


def test_a_neighbor_tells_the_miles_or_else_the_town() -> None:
    maple, oak, elm = home("maple"), home("oak", city="Wick Falls"), home("elm", city="Lamplight")
    points = {"maple": (40.0, -83.0), "oak": (40.1, -83.0), "elm": (40.001, -83.0)}
    shown = edition(maple, oak, elm)
    notes = [neighbor(shown, HOUSING, maple, other, points, "housing/maple/").link for other in (oak, elm)]
    assert notes == [Link("oak", "../oak/", note="about 7 miles away"), Link("elm", "../elm/", note="Lamplight")]


def test_a_neighbor_whose_name_begins_with_its_state_does_not_tell_it_twice() -> None:
    homes = [home(f"home-{n}", name=name) for n, name in enumerate(("Ohio: beds", "Ohioan House", "Ohio"))]
    shown = edition(home("maple"), *homes)
    notes = [neighbor(shown, HOUSING, home("maple"), other, {}, "housing/maple/").link.note for other in homes]
    assert notes == ["", "Ohio", ""]


def test_the_next_best_is_near_then_in_the_state_then_everywhere_and_three_at_most() -> None:
    shut = home("shut", status="closed")
    others = [
        home("everywhere", serves=EVERYWHERE),
        home("texas", serves=TEXAS),
        home("ohio"),
        home("far"),
        home("near", serves=TEXAS),
    ]
    points = {"shut": (40.0, -83.0), "near": (40.1, -83.0), "far": (41.5, -83.0)}
    assert [other.id for other in instead_of(shut, [shut, *others], points)] == ["near", "far", "ohio"]
    assert [other.id for other in instead_of(shut, [shut, *others[:2]], points)] == ["everywhere"]


@pytest.mark.parametrize(
    "values",
    [
        {"status": "paused"},
        {"kind": "landlord"},
        {"beds_free": 0, "beds_free_on": DAY},
        {"serves": TEXAS},
        {"populations": ("men", "coming_home")},
    ],
    ids=["closed", "of another kind", "full itself", "elsewhere", "for the others"],
)
def test_what_would_not_help_is_no_next_best(values: dict[str, Value]) -> None:
    shut = home("shut", status="closed", populations=("women", "in_recovery"))
    assert instead_of(shut, [shut, home("other", **values)], {}) == []
    assert instead_of(shut, [shut, home("other")], {}) != []


def test_a_full_house_says_so_for_a_week_with_the_next_best_and_its_number() -> None:
    full = home("full", beds_free=0, beds_free_on=DAY)
    page, _ = record_pages(edition(full, home("open")), HOUSING)
    instead = view_of(page, RecordView).next_best
    assert instead is not None
    assert (instead.title, instead.until) == ("Full", "2026-11-27")
    assert instead.words == "No bed was free on November 20, 2026. Ask about the list."
    assert [(place.link.label, place.call and place.call.button) for place in instead.places] == [
        ("open", "Call 614-555-0142")
    ]
    assert instead.everything.href == "../"
