# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A sketch of a state with a list's records on it: dots for the land, marks for the records, no tiles, no script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import hypot

from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.reading.gazetteer import Spot, fold, towns
from porchlight.views.edition import Edition
from porchlight.views.map_sheets import XY, Box, Sheet, sheet_of
from porchlight.views.whereabouts import city_of, only_state, point

TOWNS = 8
NAMED = 12
"""How many towns the text alternative tells at most: the list below the map tells all."""

RADIUS = (8, 12, 15)
"""Of a mark for one record, and of those with one digit and with more in them."""

APART = 2 * RADIUS[-1]
"""Marks nearer than this are drawn as one."""

TOWN = 3
"""Radius of the dot of a town without a mark."""

LETTER, LINE = 9.4, 18
"""About how wide a letter and how high a line is."""

BARS = (500, 200, 100, 50, 20, 10, 5, 2)
LONGEST_BAR = 110


@dataclass(frozen=True, slots=True)
class Mark:
    """One or more records at a point; `count` is "" for one."""

    x: int
    y: int
    radius: int
    count: str = ""


@dataclass(frozen=True, slots=True)
class TownName:
    """A town's name and where its line stands: `anchor` says whether it starts, ends or has its middle there."""

    name: str
    x: int
    y: int
    anchor: str


@dataclass(frozen=True, slots=True)
class SketchMap:
    """What the map prints. `alt` tells in words what is marked, `notes` stand below.

    `land` (dots), `dots` (those of named towns without a mark) and `bar` (the scale) are SVG paths.
    """

    width: int
    height: int
    land: str
    marks: tuple[Mark, ...]
    towns: tuple[TownName, ...]
    dots: str
    bar: str
    scale: str
    alt: str
    notes: tuple[str, ...]


def sketch_map(edition: Edition, schema: Schema, records: Sequence[Record], state_code: str) -> SketchMap | None:
    """The records of a list that lie in a state, on its map; None where not one can be placed on it."""
    sheet = sheet_of(state_code)
    spots = list(_placed(schema, records, state_code, sheet)) if sheet else []
    if sheet is None or not spots:
        return None
    marks = _marks(spots)
    names = tuple(_names(sheet, _candidates(schema, records, state_code), marks))
    return SketchMap(
        width=sheet.width,
        height=sheet.height,
        land=sheet.land,
        marks=marks,
        towns=tuple(name for name, _ in names),
        dots="".join(f"M{x} {y}h0" for _, at in names if at for x, y in [at]),
        bar=_bar(sheet),
        scale=edition.t("map.scale", miles=_miles(sheet)),
        alt=_alt(edition, schema, records, state_code, len(spots)),
        notes=_notes(edition, len(records) - len(spots)),
    )


def _placed(schema: Schema, records: Sequence[Record], state: str, sheet: Sheet) -> Iterator[XY]:
    """Where on the sheet each record lies that does lie there: a point in another state is a slip, not a mark."""
    for record in records:
        at = point(schema, record) if only_state(schema, record) == state else None
        if at and (xy := sheet.place(at)):
            yield xy


def _marks(spots: Sequence[XY]) -> tuple[Mark, ...]:
    """One mark for all that would lie on one another, at the point that holds most."""
    found: dict[XY, int] = {}
    for (x, y), count in sorted(Counter(spots).items(), key=lambda spot: (-spot[1], spot[0])):
        near = next((at for at in found if hypot(at[0] - x, at[1] - y) < APART), (x, y))
        found[near] = found.get(near, 0) + count
    return tuple(_mark(at, count) for at, count in sorted(found.items()))


def _mark(at: XY, count: int) -> Mark:
    shown = str(count) if count > 1 else ""
    return Mark(*at, RADIUS[min(len(shown), 2)], shown)


def _candidates(schema: Schema, records: Sequence[Record], state: str) -> list[Spot]:
    """Towns whose names help most: where records are, then the largest of the state."""
    here = Counter(fold(city) for record in records if (city := city_of(schema, record)))
    return [town for town, _ in sorted(_largest(state), key=lambda each: -here.get(each[1], 0))[: 5 * TOWNS]]


@cache
def _largest(state: str) -> Sequence[tuple[Spot, str]]:
    """The towns of a state, the largest first, each with its name as `fold` makes it."""
    largest = sorted(towns(state), key=lambda town: (-town.weight, town.name))
    return [(town, fold(town.name)) for town in largest]


def _names(sheet: Sheet, candidates: Sequence[Spot], marks: Sequence[Mark]) -> Iterator[tuple[TownName, XY | None]]:
    """The first names that find room: one for a mark, and of large towns with the point at which they need a dot."""
    taken = [Box(m.x - m.radius, m.y - m.radius, m.x + m.radius, m.y + m.radius) for m in marks]
    nameless, left = set(marks), TOWNS
    for town in candidates:
        at = sheet.place(town.point)
        if at is None or not left:
            continue
        near = [mark for mark in marks if _apart(at, mark) < APART]
        own = next((mark for mark in near if mark in nameless and _apart(at, mark) < RADIUS[0]), None)
        if own is None and (near or not town.weight):
            continue
        middle, radius = ((own.x, own.y), own.radius) if own else (at, TOWN)
        if found := next(_rooms(sheet, town.name, middle, radius, taken), None):
            taken += [found[1], Box(at[0] - TOWN, at[1] - TOWN, at[0] + TOWN, at[1] + TOWN)]
            nameless -= {own}
            left -= 1
            yield found[0], None if own else at


def _apart(at: XY, mark: Mark) -> float:
    return hypot(at[0] - mark.x, at[1] - mark.y)


def _rooms(sheet: Sheet, name: str, middle: XY, radius: int, taken: Sequence[Box]) -> Iterator[tuple[TownName, Box]]:
    """The places round a point where a name lies on nothing else: right, left, above, below."""
    (x, y), long, off = middle, round(LETTER * len(name)), radius + 4
    for anchor, at, line, start in (
        ("start", x + off, y, x + off),
        ("end", x - off, y, x - off - long),
        ("middle", x, y - off - LINE // 2, x - long // 2),
        ("middle", x, y + off + LINE // 2, x - long // 2),
    ):
        box = Box(start, line - LINE // 2, start + long, line + LINE // 2)
        inside = box.left >= 0 and box.right <= sheet.width and box.top >= 0 and box.bottom <= sheet.floor
        if inside and not any(box.meets(other) for other in taken):
            yield TownName(name, at, line, anchor), box


def _miles(sheet: Sheet) -> int:
    return next((miles for miles in BARS if miles * sheet.mile <= LONGEST_BAR), BARS[-1])


def _bar(sheet: Sheet) -> str:
    return f"M8 {sheet.height - 12}v6h{round(_miles(sheet) * sheet.mile)}v-6"


def _alt(edition: Edition, schema: Schema, records: Sequence[Record], state: str, placed: int) -> str:
    """Which state, how many entries, and in which towns."""
    inside = (city_of(schema, r) for r in records if only_state(schema, r) == state and point(schema, r))
    cities = Counter(city for city in inside if city)
    told = "; ".join(f"{city}: {count}" for city, count in cities.most_common(NAMED))
    field = schema.field_for("where")
    name = edition.label(field.vocabulary, state) if field else state
    return f"{edition.t('map.alt', n=placed, state=name)} {told}".strip()


def _notes(edition: Edition, missing: int) -> tuple[str, ...]:
    return (edition.t("map.note"), *((edition.t("map.missing", n=missing),) if missing else ()))
