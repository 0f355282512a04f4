# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The map of squares: every state once, in the order of its names, with steps that follow the counts."""

from __future__ import annotations

import gzip

from hypothesis import given
from hypothesis import strategies as st

from porchlight.reading.gazetteer import spots
from porchlight.site.patterns import render_example
from porchlight.site.theme import environment
from porchlight.views.tile_map import DRAWN, PLACED, STEPS, Tile, TileMap, tile_map
from tests.theme.components import THEME, site

HTML_BYTES = 3_000


def tiles(*counts: int) -> list[Tile]:
    return [Tile(code, code, "#", count) for code, count in zip(PLACED, counts, strict=False)]


def drawn(*counts: int) -> TileMap:
    return tile_map("Made up", tiles(*counts), str)


def test_every_state_of_the_gazetteer_has_one_square() -> None:
    assert set(PLACED) == {spot.state for spot in spots("states")} - {"US-VI"}
    assert len(set(PLACED.values())) == len(PLACED) == sum(word != "." for word in DRAWN.split())


def test_neighbors_stand_as_on_a_map() -> None:
    assert PLACED["US-OH"] == "r4 c7"
    assert PLACED["US-ME"] == "r1 c11"
    assert PLACED["US-CA"] == "r5 c1"


def test_the_order_is_that_of_the_names_whatever_their_accents() -> None:
    named = [
        Tile("US-OR", "Oregón", "#", 1),
        Tile("US-NY", "Nueva York", "#", 1),
        Tile("US-OK", "Oklahoma", "#", 1),
        Tile("US-OH", "Óhio (example)", "#", 1),
    ]
    labels = [square.label for square in tile_map("Made up", named, str).squares]
    assert labels == ["Nueva York", "Óhio (example)", "Oklahoma", "Oregón"]


def test_a_place_that_is_not_on_the_grid_is_left_out() -> None:
    assert tile_map("Made up", [Tile("US", "Everywhere", "#", 3), Tile("US-OH-049", "A county", "#", 3)], str) == (
        TileMap("Made up", (), ())
    )


def test_the_key_tells_what_each_step_stands_for() -> None:
    assert drawn(0, 1, 3, 12).steps == ((1, 3), (4, 6), (7, 9), (10, 12))
    assert drawn(2, 1).steps == ((1, 1), (2, 2))
    assert drawn(0).steps == ()


def test_the_key_names_empty_squares_and_those_without_a_page_only_where_there_are_some() -> None:
    without = tile_map("Made up", [Tile("US-OH", "Ohio", "", 0)], str)
    assert (drawn(1).empty, drawn(1).closed) == (False, False)
    assert (drawn(0).empty, drawn(0).closed) == (True, False)
    assert (without.empty, without.closed) == (False, True)


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=len(PLACED)))
def test_a_square_stands_in_the_step_that_the_key_tells(counts: list[int]) -> None:
    found = drawn(*counts)
    assert len(found.steps) <= STEPS
    for square in found.squares:
        holds = [n for n, (low, high) in enumerate(found.steps, start=1) if low <= square.count <= high]
        assert [square.step] == (holds or [0])


def test_the_whole_country_is_a_small_list() -> None:
    states = [
        Tile(s.state, s.name, f"{s.name.lower().replace(' ', '-')}/", n * 7 % 13) for n, s in enumerate(spots("states"))
    ]
    whole = tile_map("Offers by state", states, lambda n: f"{n} offers")
    for language in ("en", "es"):
        travels = len(
            gzip.compress(render_example(environment(THEME), site(language), "tile_map", {"map": whole}).encode(), 9)
        )
        print(f"{language}: {travels} bytes")
        assert travels <= HTML_BYTES
