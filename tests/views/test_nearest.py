# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is near is found without measuring how far everything is, and is what measuring everything would find."""

from __future__ import annotations

from itertools import islice
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.reading import gazetteer
from porchlight.reading.gazetteer import Point
from porchlight.views.nearest import grid

ENOUGH = 6

points = st.tuples(st.floats(-14, 72), st.floats(-179, -64))
towns = st.sampled_from(
    [(39.96, -83.0), (39.96, -82.99), (40.0, -83.0), (41.5, -81.69), (61.2, -149.9), (71.3, -156.8)]
)
moved = st.tuples(towns, st.floats(-1, 1), st.floats(-1, 1)).map(lambda m: (m[0][0] + m[1], m[0][1] + m[2]))


@given(st.lists(points | towns | moved, max_size=60), points | towns | moved, st.sampled_from([1.0, 50.0, 100.0]))
def test_what_is_near_is_what_measuring_all_of_it_finds(held: list[Point], here: Point, far: float) -> None:
    found = list(grid((point, number) for number, point in enumerate(held)).within(here, far))
    by_measure = sorted(gazetteer.miles(here, point) for point in held if gazetteer.miles(here, point) <= far)
    assert [miles for miles, things in found for _ in things] == by_measure
    for miles, things in found:
        assert things == [n for n, point in enumerate(held) if point == held[things[0]]]
        assert miles == gazetteer.miles(here, held[things[0]])


def measured(monkeypatch: pytest.MonkeyPatch, held: list[Point]) -> int:
    """How many distances are measured to find a few near each of the points."""
    seen: list[Point] = []
    measure = gazetteer.miles

    def counted(one: Point, other: Point) -> float:
        seen.append(other)
        return measure(one, other)

    monkeypatch.setattr(gazetteer, "miles", counted)
    near = grid((point, number) for number, point in enumerate(held))
    for here in held:
        list(islice(near.within(here, 50), ENOUGH))
    monkeypatch.undo()
    return len(seen)


def test_four_times_as_many_in_one_state_take_about_four_times_as_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measuring all in the cells of a fixed size would take sixteen times as much."""
    random = Random(1)
    held = [(random.uniform(38.4, 41.9), random.uniform(-84.8, -80.5)) for _ in range(2000)]
    assert measured(monkeypatch, held) < 5 * measured(monkeypatch, held[:500])
    assert measured(monkeypatch, held[:1] * 2000) == 2000
