# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What counts for a place: its own, what lies in it, what it lies in, the whole country."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.care.queue import queue
from porchlight.model.by_state import by_state
from porchlight.model.hub import Hub, Settings
from porchlight.model.pages import narrowed
from porchlight.model.place_supply import by_code, records_by_reach
from porchlight.model.places import Places, Reach, places_of, state_of, states_of
from porchlight.reading.hub import read_hub
from tests.checking.hubs import TODAY, minimal_hub
from tests.views.fakes import HOUSING, PACKAGE, record

PLACES = Places({}, {"US-OH": "", "US-OH-949": "", "US-OH-99010": "US-OH-949", "US-OH-99020": "", "US-TX": ""})
CODES = st.sampled_from(["US", *PLACES.parents])


def reach(codes: list[str], place: str) -> Reach | None:
    """The one way by which a record for these places is held for the place."""
    home = record("home", {"name": "Home", "serves": tuple(codes)})
    ways = records_by_reach(by_code(Hub(Settings("Hub", {"en": "A hub"}), PACKAGE, {}), [home]), PLACES, place)
    found = [way for way, records in ways.items() if records]
    assert len(found) <= 1
    return found[0] if found else None


def test_a_county_lies_in_its_state_and_a_city_in_its_county() -> None:
    assert PLACES.above("US-OH-99010") == ("US-OH-949", "US-OH")
    assert PLACES.above("US-OH-99020") == ("US-OH",)
    assert PLACES.above("US-OH") == PLACES.above("US") == ()
    assert PLACES.inside("US-OH") == ("US-OH-949", "US-OH-99010", "US-OH-99020")
    assert PLACES.inside("US-OH-949") == ("US-OH-99010",)
    assert PLACES.inside("US-TX") == ()


@pytest.mark.parametrize(
    ("codes", "place", "way"),
    [
        (["US-OH"], "US-OH", "here"),
        (["US-OH-949"], "US-OH", "inside"),
        (["US-OH-99010"], "US-OH", "inside"),
        (["US-OH"], "US-OH-99010", "around"),
        (["US-OH-949"], "US-OH-99010", "around"),
        (["US-OH-99020"], "US-OH-949", None),
        (["US"], "US-OH-949", "nation"),
        ([], "US-OH-949", "nation"),
        (["US", "US-OH"], "US-OH", "here"),
        (["US-TX"], "US-OH", None),
    ],
)
def test_a_record_serves_a_place_the_nearest_way(codes: list[str], place: str, way: str | None) -> None:
    assert reach(codes, place) == way


@given(st.lists(CODES), st.sampled_from([*PLACES.parents]))
def test_what_serves_a_place_is_found_under_it_whatever_is_picked(codes: list[str], place: str) -> None:
    """The finder's codes and the place's page agree on what is for a place or for where it lies."""
    is_near = reach(codes, place) in ("here", "inside", "around")
    assert (place in PLACES.with_above(PLACES.with_inside(codes))) == is_near
    assert set(states_of(PLACES.with_above(codes))) == set(states_of(codes))


def test_places_that_lie_in_each_other_lead_round_only_once() -> None:
    """The check tells of it; whoever reads the hub meanwhile must not wait for ever."""
    assert Places({}, {"US-OH-001": "US-OH-003", "US-OH-003": "US-OH-001"}).above("US-OH-001") == ("US-OH-003",)


def test_a_county_counts_once_for_its_state() -> None:
    county = record("elm", {"name": "Elm", "serves": ("US-OH-949", "US-OH", "US")})
    assert by_state(HOUSING, [county]) == {"US-OH": [county]}
    assert state_of("US") == ""


def test_the_places_of_a_hub_are_codes_and_labels_of_it(tmp_path: Path) -> None:
    """A record may serve a county that has a file; lists of its state hold it; nobody is asked to check a name."""
    hub = minimal_hub(tmp_path)
    (hub / "data/places/elm-county.yaml").write_text(
        "id: elm-county\ncode: US-OH-901\nname: Elm County\nkind: county\n"
        "translations:\n  es: {state: unreviewed, name: Condado de Elm}\n",
        encoding="utf-8",
    )
    house = hub / "data/housing/maple-house.yaml"
    house.write_text(house.read_text("utf-8").replace("serves: [US-OH]", "serves: [US-OH-901]"), encoding="utf-8")

    reading = read_hub(hub)

    assert reading.problems == ()
    labels = reading.hub.package.vocabularies["place"].labels
    assert labels["US-OH-901"] == {"en": "Elm County", "es": "Condado de Elm"}
    assert labels["US-OH"] == {"en": "Ohio", "es": "Ohio"}
    assert list(places_of(reading.hub).records) == ["US-OH-901", "US-OH"]
    assert narrowed(reading.hub, HOUSING)["serves"] == {"US-OH": 1, "US-OH-901": 1}
    assert not [task for task in queue(reading.hub, TODAY) if task.record.startswith("places/")]
