# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a record is said to be: never nearer than it may be shown."""

from __future__ import annotations

import pytest

from porchlight.model.record import Value
from porchlight.reading.gazetteer import county_point, point_of
from porchlight.views.whereabouts import only_state, point
from tests.views.fakes import FACTS, HOUSING, fact, record

COLUMBUS = point_of("Columbus", "US-OH")


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"serves": ("US-OH",)}, "US-OH"),
        ({"serves": ("US-OH", "US-KY")}, ""),
        ({"serves": ("US",)}, ""),
        ({}, ""),
    ],
)
def test_the_state_is_the_one_that_the_record_serves(values: dict[str, Value], state: str) -> None:
    assert only_state(HOUSING, record("maple", values)) == state


def test_a_record_stands_in_the_middle_of_its_town() -> None:
    assert COLUMBUS is not None
    assert point(HOUSING, record("maple", {"city": "Columbus", "serves": ("US-OH",)})) == COLUMBUS
    assert point(HOUSING, record("maple", {"city": "COLUMBUS", "serves": ("US-OH",)})) == COLUMBUS


def test_a_record_without_a_known_town_stands_in_the_middle_of_its_county() -> None:
    home = record("ash", {"county": "Franklin County", "serves": ("US-OH",)})
    assert point(HOUSING, home) == county_point("Franklin", "US-OH")


def test_a_point_that_may_be_shown_comes_before_the_town() -> None:
    shown: dict[str, Value] = {"city": "Columbus", "serves": ("US-OH",), "latitude": 39.95, "longitude": -83}
    assert point(HOUSING, record("maple", shown)) == (39.95, -83.0)


def test_half_a_point_is_none() -> None:
    half: dict[str, Value] = {"city": "Columbus", "serves": ("US-OH",), "latitude": 39.95}
    assert point(HOUSING, record("maple", half)) == COLUMBUS


@pytest.mark.parametrize(
    "values", [{}, {"city": "Columbus"}, {"city": "Nowhere", "serves": ("US-OH",)}, {"serves": ("US-OH",)}]
)
def test_a_record_without_a_known_town_has_no_point(values: dict[str, Value]) -> None:
    assert point(HOUSING, record("maple", values)) is None


def test_a_resource_without_places_has_none() -> None:
    assert (point(FACTS, fact("law")), only_state(FACTS, fact("law"))) == (None, "")
