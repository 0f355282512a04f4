# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the pages of places print."""

from __future__ import annotations

from dataclasses import dataclass

from porchlight.views.parts import Call, Checked, Frame, Line, Link, LinkGroup, Text
from porchlight.views.tile_map import Tile, TileMap


@dataclass(frozen=True, slots=True)
class PlaceOffer:
    """A record on the page of a place: its name, what decides, one number or page, and how old that is.

    `page` has a note where the record is for another area than the place itself. A short doubt stands in `caveat`, to a
    longer one `doubt` leads. `none` says that no way to reach them is known, where that must be said. After `until`
    (ISO, "" for never) it is told no more.
    """

    page: Link
    lines: tuple[Line, ...]
    call: Call | None
    link: Link | None
    caveat: Text | None
    doubt: Link | None
    checked: Checked
    until: str
    none: str = ""


@dataclass(frozen=True, slots=True)
class PlaceDoor:
    """One of the four doors at a place: what is there, and the way to what works anywhere.

    `also` leads to what else helps here: what another door tells, and what would be too many to tell. `empty` says that
    nothing is here yet. Where nothing told here gives a number, `line` does, for the whole country, and
    `line_words` say so.
    """

    anchor: str
    title: str
    offers: tuple[PlaceOffer, ...]
    also: tuple[Link, ...]
    everywhere: Link
    empty: str = ""
    line: PlaceOffer | None = None
    line_words: str = ""


@dataclass(frozen=True, slots=True)
class PlaceStep:
    """A step of the way home: its page, "" where the hub has not written it, and what helps at this place then."""

    title: str
    href: str
    records: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PlaceSum:
    """A line of the table: what a door holds, the one that waits longest to be looked at, and how to add one."""

    door: Link
    here: str
    asked: str
    oldest: Checked | None
    add: Link | None


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Everything that a hub holds for a place.

    `own_hub` leads to pages of its own, which are joined to these.
    `around` leads to the places that it lies in, `inside` to those in it. `peer`, `hire` and `more` are further records
    of the place; where the first two hold none, `none` says so before their ways. `add` tells how to bring
    something in.
    """

    frame: Frame
    title: str
    lead: str
    own_hub: Link | None
    around: tuple[Link, ...]
    inside: tuple[Link, ...]
    doors: tuple[PlaceDoor, ...]
    times: tuple[PlaceStep, ...]
    peer: tuple[PlaceOffer, ...]
    peer_ways: tuple[Link, ...]
    hire: tuple[PlaceOffer, ...]
    hire_ways: tuple[Link, ...]
    none: str
    more: tuple[LinkGroup, ...]
    missing: str
    add: Link | None
    caption: str
    sums: tuple[PlaceSum, ...]
    everywhere: Link


@dataclass(frozen=True, slots=True)
class PlacesView:
    """Every place that has a page: on the `maps` of the country, where most states have one, and by name in `places`.

    A further map that would show nothing but 0 is one of the sentences in `nothing` instead. `search` leads to the
    search, which knows towns and ZIP codes.
    """

    frame: Frame
    title: str
    lead: str
    search: str
    maps: tuple[TileMap, ...]
    nothing: tuple[str, ...]
    places: tuple[Tile, ...]
