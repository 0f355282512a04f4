# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a place's page is made of: its records in order, each in few words, and the sums of each door."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from porchlight.model import paths
from porchlight.model.aging import asked_on, known_on
from porchlight.model.doors import DOORS
from porchlight.model.place_supply import Held, by_place, held, is_behind, offers
from porchlight.model.places import VOCABULARY, Reach
from porchlight.model.record import Record
from porchlight.model.schema import EVERYWHERE, Schema
from porchlight.model.shelf_life import DAYS
from porchlight.views.calls import calls, has_number, links
from porchlight.views.cards import deciding_line
from porchlight.views.doors import by_resource, door_path
from porchlight.views.edition import Edition
from porchlight.views.need_parts import add_link
from porchlight.views.order import in_order
from porchlight.views.parts import Checked, CheckKind, Line, Link
from porchlight.views.place_types import PlaceDoor, PlaceOffer, PlaceSum
from porchlight.views.reporting import add_address
from porchlight.views.trust import checked, review

_DECIDES = ("who", "cost")
"""The roles of what decides, told of each record: more would make the page of a full state heavy."""


AT_ONCE = 8
"""So many records a door are told whole, the others by name: a county may have fifty homes."""

_NEAR: tuple[Reach, ...] = ("here", "inside", "around")
"""The ways in which a record is for a place more than for any other."""


@dataclass(frozen=True, slots=True)
class Here:
    """A place of an edition: its code, its page, its name, and what the hub holds for it.

    `near` is what serves it, a part of it, or what it lies in: first what is nearest, and of that what has a number.
    """

    edition: Edition
    code: str
    path: str
    held: Held
    near: tuple[Record, ...]

    @property
    def label(self) -> str:
        """Its name in the edition's language."""
        return self.edition.label(VOCABULARY, self.code)


def all_places(edition: Edition) -> Iterator[Here]:
    """Every place that has a page."""
    found = by_place(edition.hub)
    for code, record in edition.places.records.items():
        here = held(found, edition.places, code)
        near = (record for reach in _NEAR for record in _by_number(edition, here[reach]))
        yield Here(edition, code, paths.place_path(record.id), here, tuple(near))


def _by_number(edition: Edition, records: Iterable[Record]) -> list[Record]:
    return sorted(in_order(records, edition.hub.proofs), key=lambda record: not has_number(record))


def offer(place: Here, record: Record) -> PlaceOffer:
    """The record in few words; one that is for a part of the place, or for what it lies in, says for which."""
    edition, schema = place.edition, place.edition.hub.package.schema_of(record.resource)
    name, numbers, over = edition.name(record), calls(edition, record), review(edition, schema, record)
    there = edition.href(place.path, paths.record_path(record.resource, record.id))
    decides = [line for role in _DECIDES if (line := deciding_line(edition, schema, record, role))]
    summary = edition.text(record, "summary")
    return PlaceOffer(
        page=Link(name.value, there, note=_for_whom(place, schema, record), lang=name.lang),
        lines=tuple(decides or ([Line("", summary)] if summary else [])),
        call=numbers[0] if numbers else None,
        link=None if numbers else next(iter(links(edition, record)), None),
        caveat=None if decides else edition.text(record, "caveat"),
        checked=checked(edition, schema, record),
        until=over.day if over else "",
    )


def _for_whom(place: Here, schema: Schema, record: Record) -> str:
    codes = [code for code in schema.codes_of(record, "where") if code != EVERYWHERE]
    if place.code in codes or not codes:
        return ""
    return ", ".join(place.edition.label(VOCABULARY, code) for code in codes)


def door(place: Here, code: str) -> PlaceDoor:
    """What is behind a door at the place; where nothing is, the first line for the whole country to call."""
    edition, title = place.edition, place.edition.t(f"doors.{code}.title")
    found = sorted((record for record in place.near if is_behind(record, code)), key=_is_elsewhere_too)
    whole = [record for record in found if first_door(record) == code][:AT_ONCE]
    national = [record for record in in_order(place.held["nation"]) if is_behind(record, code) and has_number(record)]
    return PlaceDoor(
        anchor=code,
        title=title,
        offers=tuple(offer(place, record) for record in whole),
        also=tuple(way(place, record) for record in found if record not in whole),
        everywhere=Link(edition.t("place.everywhere", door=title), edition.href(place.path, door_path(code))),
        empty="" if found else edition.t("place.empty", place=place.label),
        line=offer(place, national[0]) if national and not found else None,
    )


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


def missing(place: Here) -> str:
    """The doors without anything for this place or a part of it, in one sentence."""
    edition = place.edition
    lacking = [edition.t(f"doors.{code}.title") for code in DOORS if not offers(place.held, code)]
    if not lacking:
        return edition.t("place.missing.none", place=place.label)
    return edition.t("place.missing", doors=", ".join(lacking), place=place.label)


def sums(place: Here) -> Iterator[PlaceSum]:
    """The table, a line per door. Ages are counted when it is read, so it tells days and no “still good”."""
    edition = place.edition
    for code in DOORS:
        title, own = edition.t(f"doors.{code}.title"), offers(place.held, code)
        yield PlaceSum(
            door=Link(title, f"#{code}"),
            here=str(len(own)),
            asked=str(sum(asked_on(record) is not None for record in own)),
            oldest=_oldest(edition, own),
            add=_add(place, code),
        )


def _oldest(edition: Edition, records: Sequence[Record]) -> Checked | None:
    """The record that nobody has looked at for longest: the day on which it was asked or read, and for how long."""
    dated = [(day, record) for record in records if (day := known_on(record))]
    if not dated:
        return None
    day, record = min(dated, key=lambda pair: pair[0])
    kind: CheckKind = "checked" if asked_on(record) else "read"
    life = DAYS[edition.hub.package.schema_of(record.resource).shelf_life]
    return Checked(kind, edition.t(f"needs.{kind}_on", day=edition.day(day)), day.isoformat(), edition.day(day), life)


def _add(place: Here, code: str) -> Link:
    """The form for what stands behind the door most often; else a letter to who keeps the hub."""
    edition = place.edition
    words = edition.t("needs.add" if offers(place.held, code) else "place.add_first")
    behind = by_resource(edition, (record for record in edition.hub.all_records() if is_behind(record, code)))
    forms = (add_address(edition.hub.settings, schema) for schema, _ in behind if not schema.law_kinds)
    title = edition.t(f"doors.{code}.title")
    return Link(words, next(forms, "") or add_link(edition, place.path, f"{title}, {place.label}").href)
