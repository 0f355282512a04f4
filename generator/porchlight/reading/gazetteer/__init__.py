# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where towns, counties, ZIP codes and states of the United States lie: points of the Census Bureau, beside this file.

A file is read when it is first asked for. Points are (latitude, longitude) in degrees, right to about half a mile.
States are told by their code as data writes it, US-OH. `docs/places.md` says where the points come from;
`tools/gazetteer.py` makes the files.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Literal, NamedTuple

Point = tuple[float, float]
Kind = Literal["states", "counties", "places", "zips"]

UNHEARD = re.compile(r"['’‘`ʻ.]")
SPACE = re.compile(r"[^a-z0-9]+")
SHORTENED = re.compile(r"\b(?:saint|mount|fort)(?=e?\b)")
COUNTY_WORDS = re.compile(r" (?:county|parish|borough|census area|city and borough|municipality|municipio|city)$")
EARTH = 3959
"""Miles from its middle to its ground."""

ZIP = re.compile(r"[0-9]{5}(?:-[0-9]{4})?")


class Spot(NamedTuple):
    """A named point. `weight` is a measure of size: about how many ZIP codes a town holds, 0 for most.

    `number` is that of a county in its state at the Census Bureau.
    """

    name: str
    state: str
    point: Point
    weight: int = 0
    number: int = 0


def fold(name: str) -> str:
    """The name as it is compared: no case, no accents, no marks, one space; Saint is St, Fort is Ft, Mount is Mt."""
    words = SPACE.sub(" ", UNHEARD.sub("", name if name.isascii() else _without_accents(name)).lower()).strip()
    return SHORTENED.sub(lambda word: f"{word[0][0]}t", words)


def _without_accents(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def point_of(city: str, state: str) -> Point | None:
    """The point of a town in a state, or None where the gazetteer has no such town."""
    spot = _towns().get((fold(city), state))
    return spot.point if spot else None


def county_point(name: str, state: str) -> Point | None:
    """The middle of a county, with or without the word County, or None."""
    found = counties_named(name, state)
    return found[0].point if found else None


def counties_named(name: str, state: str) -> Sequence[Spot]:
    """The county of that name; without the word County, after it the city beside it that stands for itself, too."""
    return _counties().get((fold(name), state)) or _counties().get((_bare(fold(name)), state)) or ()


def zip_point(code: str) -> Point | None:
    """The point of a ZIP code, written as text since some begin with 0; None where it has no area of its own."""
    spot = _zips().get(code.strip()[:5]) if ZIP.fullmatch(code.strip()) else None
    return spot.point if spot else None


@cache
def across() -> Mapping[str, tuple[str, ...]]:
    """The ZIP codes whose land lies in more than one state, each with the states that are not its own."""
    lines = (line.split(",") for line in _lines("crossings"))
    return {code: tuple(f"US-{state}" for state in states) for code, *states in lines}


def miles(one: Point, other: Point) -> float:
    """How far two points lie apart as the crow flies."""
    (north, west), (south, east) = (map(radians, point) for point in (one, other))
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin((east - west) / 2) ** 2
    return EARTH * 2 * asin(sqrt(half))


def towns(state: str) -> tuple[Spot, ...]:
    """The towns of a state by name; empty where it is not a state that we know."""
    return _by_state("places").get(state, ())


def ground(state: str) -> tuple[Point, ...]:
    """Every point that we have in a state, of whatever kind: together they show its shape."""
    return tuple(spot.point for kind in _LAND for spot in _by_state(kind).get(state, ()))


_LAND: tuple[Kind, ...] = ("counties", "places", "zips")


@cache
def spots(kind: Kind) -> tuple[Spot, ...]:
    """Every point of a kind, state by state. Of a state the first is its name, more are other names for it."""
    return tuple(_spots(_lines(kind)))


@cache
def _by_state(kind: Kind) -> Mapping[str, tuple[Spot, ...]]:
    """The same by state, in the same order: a map of each state is asked for, and all spots are many."""
    found: dict[str, list[Spot]] = {}
    for spot in spots(kind):
        found.setdefault(spot.state, []).append(spot)
    return {state: tuple(held) for state, held in found.items()}


def contents() -> list[bytes]:
    """The files with the points as they lie on the disk: where they are the same, all that is told here is."""
    return [path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.txt"))]


def _lines(name: str) -> Iterator[str]:
    text = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8")
    return (line for line in text.splitlines() if not line.startswith("#"))


def _spots(lines: Iterator[str]) -> Iterator[Spot]:
    """Rows count hundredths of a degree north and west from the corner that their heading `=OH 432,3840,8172` gives.

    What stands behind the state in a heading begins each of its names: the first three digits of ZIP codes.
    """
    state = start = ""
    north = west = 0
    for line in lines:
        name, *numbers = line.split(",")
        if name.startswith("="):
            state, _, start = name[1:].partition(" ")
            north, west = map(int, numbers)
            continue
        up, left, *more = map(int, numbers)
        yield Spot(start + name, f"US-{state}", ((north + up) / 100, -(west + left) / 100), *more)


@cache
def _towns() -> Mapping[tuple[str, str], Spot]:
    return {(fold(spot.name), spot.state): spot for spot in spots("places")}


@cache
def _counties() -> Mapping[tuple[str, str], Sequence[Spot]]:
    """By their whole name and by the bare one, where a county comes before a city that stands for itself."""
    whole = {(fold(spot.name), spot.state): [spot] for spot in spots("counties")}
    bare: dict[tuple[str, str], list[Spot]] = {}
    for (name, state), found in sorted(whole.items(), key=lambda entry: entry[0][0].endswith(" city")):
        bare.setdefault((_bare(name), state), []).extend(found)
    return bare | whole


@cache
def _zips() -> Mapping[str, Spot]:
    return {spot.name: spot for spot in spots("zips")}


def _bare(county: str) -> str:
    return COUNTY_WORDS.sub("", county)
