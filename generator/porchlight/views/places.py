# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page for each place of the hub, all by one rule, and the page that leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from porchlight.model import paths
from porchlight.model.aging import asked_on
from porchlight.model.alike import folded
from porchlight.model.doors import DOORS
from porchlight.model.places import VOCABULARY, state_of
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.pages import Found, Page
from porchlight.views.parts import Link
from porchlight.views.place_here import Here, all_places
from porchlight.views.place_links import own_hub_link, place_links
from porchlight.views.place_parts import door, has_numbers, offer, peer_offer
from porchlight.views.place_sums import add, missing, sums
from porchlight.views.place_types import PlacesView, PlaceView
from porchlight.views.place_ways import hire_records, hire_ways, more, peer_records, peer_ways, times
from porchlight.views.search_pages import found_page
from porchlight.views.tile_map import PLACED, Tile, TileMap, tile_map


def place_pages(edition: Edition) -> Iterator[Page]:
    """The page of all places, then one for each; none where the hub has no places."""
    places = list(all_places(edition))
    if places:
        yield _all(edition, places)
    for place in places:
        yield _page(place)


def _all(edition: Edition, places: list[Here]) -> Page:
    title, lead = edition.t("places.title"), edition.t("places.lead")
    states = [place for place in places if place.code in PLACED]
    drawn = states if len(states) * 2 > len(PLACED) else []
    tiles = (_tile(place, _entries(place)) for place in places if place not in drawn)
    maps = tuple(_maps(edition, drawn)) if drawn else ()
    view = PlacesView(
        frame=frame(edition, paths.PLACES, title, lead, "places"),
        title=title,
        lead=lead,
        search=edition.href(paths.PLACES, "search/"),
        maps=tuple(told for told in maps if isinstance(told, TileMap)),
        nothing=tuple(told for told in maps if isinstance(told, str)),
        places=tuple(sorted(tiles, key=lambda tile: folded(tile.label))),
    )
    return Page(edition.path(paths.PLACES), "places.html", view, found_page(edition, paths.PLACES, title, lead))


def _maps(edition: Edition, places: list[Here]) -> Iterator[TileMap | str]:
    """What is for each place, what of it was asked of the places themselves, and how many doors have nothing yet.

    The first leads to every page, so it is always drawn; one of the others that would show only 0 is a sentence.
    """
    for key, count, counted, zero in (
        ("places.shown", _entries, "places", "places.zero"),
        ("places.checked", _asked, "places.checked.n", "places.zero"),
        ("places.lacking", _lacking, "places.lacking.n", "places.lacking.zero"),
    ):
        say = partial(_said, edition, counted, zero)
        tiles = [_tile(place, count(place)) for place in places]
        is_drawn = key == "places.shown" or any(tile.count for tile in tiles)
        yield tile_map(edition.t(key), tiles, say) if is_drawn else edition.t(f"{key}.none")


def _said(edition: Edition, counted: str, zero: str, n: int) -> str:
    return edition.t(counted, n=n) if n else edition.t(zero)


def _entries(place: Here) -> int:
    return len(place.held["here"]) + len(place.held["inside"])


def _asked(place: Here) -> int:
    return sum(asked_on(record) is not None for reach in (place.held["here"], place.held["inside"]) for record in reach)


def _lacking(place: Here) -> int:
    return len(place.lacking)


def _tile(place: Here, count: int) -> Tile:
    return Tile(place.code, place.label, place.edition.href(paths.PLACES, place.path), count)


def _page(place: Here) -> Page:
    edition, title = place.edition, place.edition.t("place.title", place=place.label)
    all_title, doors = edition.t("places.title"), tuple(door(place, code) for code in DOORS)
    own = own_hub_link(edition, edition.places.records[place.code], place.path)
    usual = "place.lead" if has_numbers(doors) else "place.lead.pages"
    lead = edition.t("place.lead.own" if own else usual, place=place.label)
    view = PlaceView(
        frame=frame(edition, place.path, title, lead, "place", [(all_title, paths.PLACES)]),
        title=title,
        lead=lead,
        own_hub=own,
        around=place_links(edition, edition.places.above(place.code), place.path),
        inside=place_links(edition, edition.places.inside(place.code), place.path),
        doors=doors,
        times=tuple(times(place)),
        peer=tuple(peer_offer(place, record) for record in peer_records(place)),
        peer_ways=tuple(peer_ways(place)),
        hire=tuple(offer(place, record) for record in hire_records(place)),
        hire_ways=tuple(hire_ways(place)),
        none=edition.t("place.none", place=place.label),
        more=tuple(more(place)),
        missing=missing(place),
        add=add(place),
        caption=edition.t("place.caption", place=place.label),
        sums=tuple(sums(place)),
        everywhere=Link(all_title, edition.href(place.path, paths.PLACES)),
    )
    return Page(edition.path(place.path), "place.html", view, _found(place, title, lead))


def _found(place: Here, title: str, lead: str) -> Found:
    """What search knows of the page: the place by every name that it has, in any language.

    It is of use to who types the place alone, as a record for it is, so it stands among the first.
    """
    edition = place.edition
    found = found_page(edition, place.path, title, lead, "place")
    labels = edition.hub.package.vocabularies[VOCABULARY].labels.get(place.code, {})
    names = dict.fromkeys((*labels.values(), *edition.places.records[place.code].codes("also_called")))
    state = state_of(place.code)
    lies = state.partition("-")[2] if place.code == state else edition.label(VOCABULARY, state)
    meta = (*found.meta, ("place", f"{place.label}, {lies}"), ("use", "yes"))
    return replace(found, content=". ".join((found.content, *names)), meta=meta)
