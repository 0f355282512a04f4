# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The sheet of paper on which a state is sketched: how its points become places on it, and the dots of its land."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from math import cos, radians
from typing import NamedTuple

from porchlight.reading.gazetteer import Point, ground

XY = tuple[int, int]
Cells = frozenset[XY]

WIDTH, HIGHEST = 320, 300
MARGIN = 14
FOOT = 30
"""Below the land, for the scale."""

DOTS = 160
MILES_A_DEGREE = 69.1


class Box(NamedTuple):
    """A rectangle on the sheet."""

    left: int
    top: int
    right: int
    bottom: int

    def meets(self, other: Box) -> bool:
        """True where the two share some paper."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Sheet:
    """A state's sheet. `unit` is how many units a degree of latitude takes, `mile` how many a mile takes.

    The land lies above `floor`; `land` is its dots as one SVG path of strokes without length.
    """

    north: float
    west: float
    wide: float
    unit: float
    left: float
    floor: int
    land: str = ""

    @property
    def width(self) -> int:
        """How wide the whole sheet is."""
        return WIDTH

    @property
    def height(self) -> int:
        """How high the whole sheet is, with the scale."""
        return self.floor + FOOT

    @property
    def mile(self) -> float:
        """How many units a mile takes."""
        return self.unit / MILES_A_DEGREE

    def place(self, point: Point) -> XY | None:
        """Where a point lies on the sheet; None where it lies beyond its edges."""
        x = round(self.left + (_westward(point) - self.west) * self.wide * self.unit)
        y = round(MARGIN + (self.north - point[0]) * self.unit)
        return (x, y) if 0 <= x <= WIDTH and 0 <= y <= self.floor else None


@cache
def sheet_of(state: str) -> Sheet | None:
    """The sheet of a state, as large as fits; None where it is not a state that we know."""
    points = ground(state)
    if not points:
        return None
    bare = _bare_sheet(points)
    placed = frozenset(xy for point in points if (xy := bare.place(point)))
    return Sheet(bare.north, bare.west, bare.wide, bare.unit, bare.left, bare.floor, _land(placed))


def _bare_sheet(points: tuple[Point, ...]) -> Sheet:
    norths, easts = [lat for lat, _ in points], [_westward(point) for point in points]
    north, south, west, east = max(norths), min(norths), min(easts), max(easts)
    wide = cos(radians((north + south) / 2))
    across, down = max((east - west) * wide, 0.01), max(north - south, 0.01)
    unit = min((WIDTH - 2 * MARGIN) / across, (HIGHEST - 2 * MARGIN) / down)
    return Sheet(north, west, wide, unit, (WIDTH - across * unit) / 2, round(down * unit) + 2 * MARGIN)


def _westward(point: Point) -> float:
    """The longitude, counted on where Alaska's islands reach over the date line."""
    return point[1] - 360 if point[1] > 0 else point[1]


def _land(placed: frozenset[XY]) -> str:
    """The dots: the finest grid on which they are few enough."""
    step = 6
    while len(cells := _filled(frozenset((x // step, y // step) for x, y in placed))) > DOTS:
        step += 1
    return "".join(f"M{x * step + step // 2} {y * step + step // 2}h0" for x, y in sorted(cells, key=lambda c: c[::-1]))


def _filled(cells: Cells) -> Cells:
    """With the gaps where nobody lives: a cell that has land on all four sides of it is land."""
    rows: dict[int, list[int]] = defaultdict(list)
    columns: dict[int, list[int]] = defaultdict(list)
    for x, y in cells:
        rows[y].append(x)
        columns[x].append(y)
    inside = (
        (x, y)
        for y, row in rows.items()
        for x in range(min(row), max(row))
        if x in columns and min(columns[x]) < y < max(columns[x])
    )
    return cells | frozenset(inside)
