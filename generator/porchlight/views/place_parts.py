# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a place's page is made of: the records behind each door, each in few words, and a number to call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from porchlight.model import paths
from porchlight.model.place_supply import is_behind
from porchlight.model.places import VOCABULARY
from porchlight.model.record import Record
from porchlight.model.schema import EVERYWHERE, Schema
from porchlight.views.calls import calls, has_number, links
from porchlight.views.cards import deciding_line
from porchlight.views.doors import door_path
from porchlight.views.edition import Edition
from porchlight.views.parts import Line, Link
from porchlight.views.place_here import Here
from porchlight.views.place_links import own_hub_link
from porchlight.views.place_types import PlaceDoor, PlaceOffer
from porchlight.views.trust import checked, review

_DECIDES = ("who", "cost")
"""The roles of what decides, told of each record: more would make the page of a full state heavy."""

_OF_PEERS = ("certifier", "record_rule")
"""The roles that whoever wants to become a peer asks for first."""

PEOPLE = "people"
"""The door behind which someone to talk to is looked for."""

SHORT = 100
"""A doubt of so many letters is told whole; a longer one is told on the record's own page."""

AT_ONCE = 8
"""So many records a door are told whole, the others by name: a county may have fifty homes."""


def offer(place: Here, record: Record) -> PlaceOffer:
    """The record in few words; one that is for a part of the place, or for what it lies in, says for which."""
    edition, schema = place.edition, place.edition.hub.package.schema_of(record.resource)
    name, numbers, over = edition.name(record), calls(edition, record), review(edition, schema, record)
    there = edition.href(place.path, paths.record_path(record.resource, record.id))
    decides = [line for role in _DECIDES if (line := deciding_line(edition, schema, record, role))]
    summary, caveat = edition.text(record, "summary"), edition.text(record, "caveat")
    is_long = caveat is not None and len(caveat.value) > SHORT
    return PlaceOffer(
        page=Link(name.value, there, note=_for_whom(place, schema, record), lang=name.lang),
        lines=tuple(decides or ([Line("", summary)] if summary else [])),
        call=numbers[0] if numbers else None,
        link=None if numbers else first_link(edition, record),
        caveat=None if is_long else caveat,
        doubt=Link(edition.t("place.doubt"), f"{there}#caveat") if is_long else None,
        checked=checked(edition, schema, record),
        until=over.day if over else "",
    )


def first_link(edition: Edition, record: Record) -> Link | None:
    """The first page that someone has read; else the first one, which then says that nobody has."""
    found = links(edition, record)
    read = (link for link, row in zip(found, record.rows("links"), strict=False) if row.get("seen") == "read")
    return next(read, next(iter(found), None))


def peer_offer(place: Here, record: Record) -> PlaceOffer:
    """How to become a peer: who certifies, what is said of a record, and the way there or that none is known."""
    told, schema = offer(place, record), place.edition.hub.package.schema_of(record.resource)
    lines = (*told.lines, *_peer_lines(place.edition, schema, record))
    none = "" if told.call or told.link else place.edition.t("place.no_address")
    return replace(told, lines=lines, none=none)


def _peer_lines(edition: Edition, schema: Schema, record: Record) -> Iterator[Line]:
    doubted = schema.codes_of(record, "doubted")
    for role in _OF_PEERS:
        field, line = schema.field_for(role), deciding_line(edition, schema, record, role)
        if field and line:
            is_doubted = field.name in doubted
            yield Line(edition.t("place.doubted", label=line.label), line.text) if is_doubted else line


def _for_whom(place: Here, schema: Schema, record: Record) -> str:
    codes = [code for code in schema.codes_of(record, "where") if code != EVERYWHERE]
    if place.code in codes or not codes:
        return ""
    return ", ".join(place.edition.label(VOCABULARY, code) for code in codes)


def door(place: Here, code: str) -> PlaceDoor:
    """What is behind a door at the place; where none of it gives a number, a line for the whole country to call."""
    edition, title = place.edition, place.edition.t(f"doors.{code}.title")
    found = sorted((record for record in place.near if is_behind(record, code)), key=_is_elsewhere_too)
    whole = [record for record in found if first_door(record) == code][:AT_ONCE]
    offers = tuple(offer(place, record) for record in whole)
    line = None if any(each.call for each in offers) else place.everywhere.lines.get(code)
    return PlaceDoor(
        anchor=code,
        title=title,
        offers=offers,
        also=tuple(way(place, record) for record in found if record not in whole),
        everywhere=Link(edition.t("place.everywhere", door=title), edition.href(place.path, door_path(code))),
        empty="" if found else _nothing(place),
        line=offer(place, line) if line else None,
        line_words=_line_words(place, code, found) if line else "",
    )


def _nothing(place: Here) -> str:
    """That we know nothing just for the place; or that it has pages of its own, which do."""
    own = own_hub_link(place.edition, place.edition.places.records[place.code], place.path)
    return place.edition.t("place.empty.own" if own else "place.empty", place=place.label)


def _line_words(place: Here, code: str, found: Sequence[Record]) -> str:
    """Why the line for the whole country stands there; where people look for someone to talk to, that none is here."""
    if code == PEOPLE and not any(map(has_number, found)):
        return place.edition.t("place.line.people", place=place.label)
    return place.edition.t("place.line.too" if found else "place.line")


def has_numbers(doors: Sequence[PlaceDoor]) -> bool:
    """True where a number stands in each of the doors."""
    return all(door.line or any(offer.call for offer in door.offers) for door in doors)


def first_door(record: Record) -> str:
    """Where the record is told whole: a record behind two doors is a link behind the second."""
    return next(iter(record.codes("doors")), "")


def _is_elsewhere_too(record: Record) -> bool:
    return len(record.codes("doors")) > 1


def way(place: Here, record: Record) -> Link:
    """The record by its name alone."""
    name = place.edition.name(record)
    there = paths.record_path(record.resource, record.id)
    return Link(name.value, place.edition.href(place.path, there), lang=name.lang)
