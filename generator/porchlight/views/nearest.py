# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Things at points, found from the nearest on without looking at all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from math import cos, radians, sqrt
from typing import Generic, TypeVar

from porchlight.reading import gazetteer
from porchlight.reading.gazetteer import Point

_T = TypeVar("_T")

WIDEST, A_CELL = 1.5, 16
"""Degrees of a cell where things are few; the more there are, the smaller, so that about as many stay in one."""

A_DEGREE = 68
"""Miles between two parallels, and a little less: what is farther than we think is only looked at too early."""

FARTHEST_NORTH = 80
"""Nobody lives nearer to a pole, where a degree from west to east is next to nothing."""


@dataclass(frozen=True, slots=True)
class Grid(Generic[_T]):
    """Things by the cell in which they lie, and there by their point; those of one point in the order given."""

    size: float
    cells: Mapping[tuple[int, int], Mapping[Point, Sequence[_T]]]

    def within(self, here: Point, farthest: float) -> Iterator[tuple[float, Sequence[_T]]]:
        """Each point no more than so many miles away with what is there, the nearest first.

        Cells are looked into ring by ring, and only for as long as someone asks for more.
        """
        waiting: list[tuple[float, int, Sequence[_T]]] = []
        a_ring = self.size * A_DEGREE * cos(radians(min(abs(here[0]) + 1, FARTHEST_NORTH)))
        serial = count()
        for ring in count():
            for point, things in self._ring(here, ring):
                heappush(waiting, (gazetteer.miles(here, point), next(serial), things))
            sure = ring * a_ring
            while waiting and waiting[0][0] <= min(sure, farthest):
                far, _, things = heappop(waiting)
                yield far, things
            if sure > farthest:
                return

    def _ring(self, here: Point, ring: int) -> Iterator[tuple[Point, Sequence[_T]]]:
        """What lies in the cells that are so many cells away."""
        north, east = _cell(here, self.size)
        for up in range(-ring, ring + 1):
            for right in range(-ring, ring + 1) if abs(up) == ring else (-ring, ring):
                yield from self.cells.get((north + up, east + right), {}).items()


def grid(placed: Iterable[tuple[Point, _T]]) -> Grid[_T]:
    """The things in cells of a size that suits how many they are."""
    held = list(placed)
    size = WIDEST / max(1, int(sqrt(len(held) / A_CELL)))
    cells: dict[tuple[int, int], dict[Point, list[_T]]] = {}
    for point, thing in held:
        cells.setdefault(_cell(point, size), {}).setdefault(point, []).append(thing)
    return Grid(size, cells)


def _cell(point: Point, size: float) -> tuple[int, int]:
    return int(point[0] // size), int(point[1] // size)
