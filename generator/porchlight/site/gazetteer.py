# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The gazetteer for browsers, cut into small files: who looks up a place gets the states and one piece, and no more.

`theme/js/place.js` reads them. A row is `[name, state, latitude, longitude, kind, more]`: points count hundredths of a
degree, kind 1 is a county, 2 a state, 3 a ZIP code, and a town where it is left out. More is another name of a state,
or the other states of a ZIP code that lies in several.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from porchlight.reading.gazetteer import Spot, across, contents, fold, spots
from porchlight.site.kept import key_of

COUNTY, STATE, ZIP = 1, 2, 3

Row = Sequence[str | int | list[str]]


@cache
def gazetteer_files() -> dict[str, bytes]:
    """Every piece by path below the site's root: `gazetteer/states.json`, and one for each first two letters."""
    pieces: dict[str, list[Row]] = defaultdict(list)
    for row in _rows():
        pieces[fold(str(row[0]))[:2].strip()].append(row)
    pieces["states"] = list(_states())
    return {f"gazetteer/{start}.json": _json(rows) for start, rows in sorted(pieces.items())}


def gazetteer_key() -> bytes:
    """The key of these files: of the points that they are made of."""
    return key_of(contents())


def _rows() -> Iterator[Row]:
    """Towns, the largest first, then counties, then ZIP codes; a city that stands for itself is no county as well."""
    yield from (_row(town) for town in sorted(spots("places"), key=lambda town: -town.weight))
    yield from (_row(county, COUNTY) for county in spots("counties") if not county.name.endswith(" city"))
    for code in spots("zips"):
        others = [state.removeprefix("US-") for state in across().get(code.name, ())]
        yield [*_row(code, ZIP), *([others] if others else ())]


def _states() -> Iterator[Row]:
    """One row for each state, with its name in Spanish where that is another."""
    named: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots("states"):
        named[spot.state].append(spot)
    for first, *others in named.values():
        yield [*_row(first, STATE), *(spot.name for spot in others)]


def _row(spot: Spot, *kind: int) -> Row:
    north, east = (round(degrees * 100) for degrees in spot.point)
    return [spot.name, spot.state.removeprefix("US-"), north, east, *kind]


def _json(rows: Sequence[Row]) -> bytes:
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
