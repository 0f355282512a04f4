# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The sketch map shows where a list's records are, never nearer than they may be shown, and is small in every state."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from itertools import combinations

import pytest

from porchlight.model.record import Record, Value
from porchlight.reading.gazetteer import point_of, spots, towns
from porchlight.site.patterns import render_example
from porchlight.site.theme import environment
from porchlight.views.map_sheets import DOTS, sheet_of
from porchlight.views.sketch_map import TOWNS, SketchMap, sketch_map
from tests.theme.components import THEME, site
from tests.views.fakes import FACTS, HOUSING, edition, fact, record

MAP_BYTES = 2_000
STATES = sorted({spot.state for spot in spots("states")})


def home(name: str, city: str, state: str = "US-OH", **more: Value) -> Record:
    return record(name, {"city": city, "serves": (state,), **more})


def ohio(records: Iterable[Record], language: str = "en") -> SketchMap | None:
    return sketch_map(edition(language=language), HOUSING, tuple(records), "US-OH")


def drawn(records: Iterable[Record]) -> SketchMap:
    found = ohio(records)
    assert found is not None
    return found


def svg(shown: SketchMap) -> str:
    return str(render_example(environment(THEME), site("en"), "sketch_map", {"map": shown}))


def test_records_in_one_town_are_one_mark_with_their_number() -> None:
    shown = drawn([home("a", "Columbus"), home("b", "Columbus"), home("c", "Cleveland")])
    assert sorted(mark.count for mark in shown.marks) == ["", "2"]
    assert shown.alt == "Map of Ohio: 3 entries are marked. Columbus: 2; Cleveland: 1"
    assert {"Columbus", "Cleveland"} <= {town.name for town in shown.towns}


def test_the_map_speaks_spanish() -> None:
    shown = ohio([home("a", "Columbus")], "es")
    assert shown is not None
    assert (shown.alt, shown.scale) == ("Mapa de Ohio: 1 ficha está marcada. Columbus: 1", "50 millas")


def test_a_mark_stands_at_the_town_unless_the_record_holds_its_own_point() -> None:
    """A confidential house in Columbus is not told from any other in Columbus."""
    sheet = sheet_of("US-OH")
    town = point_of("Columbus", "US-OH")
    assert sheet is not None
    assert town is not None
    (middle,) = drawn([home("a", "Columbus", address_visibility="city_only")]).marks
    assert (middle.x, middle.y) == sheet.place(town)
    (own,) = drawn([home("a", "Columbus", latitude=41.0, longitude=-82.0)]).marks
    assert (own.x, own.y) == sheet.place((41.0, -82.0))


def test_marks_never_lie_on_one_another() -> None:
    shown = drawn(home(f"home-{n}", town.name) for n, town in enumerate(towns("US-OH")[:400]))
    assert sum(int(mark.count or 1) for mark in shown.marks) == 400
    for one, other in combinations(shown.marks, 2):
        assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 >= (one.radius + other.radius) ** 2


def test_what_has_no_place_on_the_map_is_counted_and_said() -> None:
    lost = [home("b", "Nowhere"), home("c", "Columbus", "US-GA"), home("d", "Columbus", latitude=0, longitude=0)]
    shown = drawn([home("a", "Columbus"), *lost])
    assert [mark.count for mark in shown.marks] == [""]
    assert "3 entries of the list are not on the map." in shown.notes


def test_nothing_to_place_is_no_map() -> None:
    assert ohio([]) is None
    assert ohio([home("a", "Nowhere"), home("b", "Columbus", "US-GA")]) is None
    assert sketch_map(edition(), HOUSING, (home("a", "Columbus"),), "US-XX") is None
    assert sketch_map(edition(), FACTS, (fact("law"),), "US-OH") is None


def test_a_town_with_markup_for_a_name_is_no_town() -> None:
    assert ohio([home("a", "<script>alert(1)</script>")]) is None
    exact = drawn([home("a", '"><script>x</script>', latitude=40.0, longitude=-83.0)])
    assert "<script" not in svg(exact)


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_a_small_map_whose_names_fit(state: str) -> None:
    """With a home in each of its first 60 towns."""
    homes = tuple(home(f"home-{n}", town.name, state) for n, town in enumerate(towns(state)[:60]))
    shown = sketch_map(edition(), HOUSING, homes, state)
    if not homes:
        assert shown is None
        return
    assert shown is not None
    assert shown.land.count("M") <= DOTS
    assert len(shown.towns) <= TOWNS
    assert len(gzip.compress(svg(shown).encode(), 9)) <= MAP_BYTES
    assert all(0 <= mark.x <= shown.width and 0 <= mark.y <= shown.height for mark in shown.marks)
    assert sum(int(mark.count or 1) for mark in shown.marks) == len(homes)
