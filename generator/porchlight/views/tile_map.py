# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The country as a grid of squares, one for each state: about where it lies, told in the order in which people look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from porchlight.model.alike import folded

DRAWN = """
.  .  .  .  .  .  .  .  .  .  ME
.  .  .  .  .  WI .  .  .  VT NH
WA ID MT ND MN IL MI .  NY MA .
OR NV WY SD IA IN OH PA NJ CT RI
CA UT CO NE MO KY WV VA MD DE .
.  AZ NM KS AR TN NC SC DC .  .
.  .  .  OK LA MS AL GA .  .  .
HI AK .  TX .  .  .  .  FL .  PR
"""
"""The grid that newspapers use, with Puerto Rico in the sea beside Florida."""

STEPS = 4


@dataclass(frozen=True, slots=True)
class Tile:
    """What one place gives to the map; `href` is "" where it has no page."""

    code: str
    label: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class Square:
    """A place on the map. `at` names its row and column, `step` how much is there: 0 is nothing, 4 the most.

    `words` say the count to whoever does not see the square, and below the name on a phone.
    """

    letters: str
    label: str
    href: str
    count: int
    at: str
    step: int
    words: str


@dataclass(frozen=True, slots=True)
class TileMap:
    """A map with its title; `steps` are the least and the most that each step in use stands for."""

    title: str
    squares: tuple[Square, ...]
    steps: tuple[tuple[int, int], ...]

    @property
    def empty(self) -> bool:
        """True where a place with a page has nothing: the key then says how that looks."""
        return any(square.href and not square.count for square in self.squares)

    @property
    def closed(self) -> bool:
        """True where a place has no page."""
        return not all(square.href for square in self.squares)


def tile_map(title: str, tiles: Iterable[Tile], say: Callable[[int], str]) -> TileMap:
    """The map of these places by their names, an accent changing no order; one that is not on the grid is left out.

    `say` puts a count into words: what is counted is the caller's, and 0 has words of its own.
    """
    shown = sorted((tile for tile in tiles if tile.code in PLACED), key=lambda tile: folded(tile.label))
    most = max((tile.count for tile in shown if tile.href), default=0)
    size = max(1, -(-most // STEPS))
    steps = tuple((low, low + size - 1) for low in range(1, most + 1, size))
    return TileMap(title, tuple(_square(tile, size, say) for tile in shown), steps)


def _square(tile: Tile, size: int, say: Callable[[int], str]) -> Square:
    letters, step = tile.code.removeprefix("US-"), -(-tile.count // size)
    return Square(letters, tile.label, tile.href, tile.count, PLACED[tile.code], step, say(tile.count))


def _placed() -> Iterator[tuple[str, str]]:
    for row, line in enumerate(DRAWN.split("\n")):
        for column, letters in enumerate(line.split(), start=1):
            if letters != ".":
                yield f"US-{letters}", f"r{row} c{column}"


PLACED = dict(_placed())
"""Where each place stands, by its code."""
