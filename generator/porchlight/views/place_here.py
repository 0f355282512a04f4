# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each place of a hub with what is held for it; what is the same for all of them is found once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from porchlight.model import paths
from porchlight.model.doors import DOORS
from porchlight.model.place_supply import (
    ByCode,
    ByReach,
    Supply,
    by_code,
    is_behind,
    records_by_code,
    records_by_reach,
    supply,
)
from porchlight.model.places import VOCABULARY, Reach
from porchlight.model.record import Record
from porchlight.model.schema import EVERYWHERE
from porchlight.views.calls import has_number
from porchlight.views.doors import by_resource
from porchlight.views.edition import Edition
from porchlight.views.order import in_order
from porchlight.views.reporting import add_address

_NEAR: tuple[Reach, ...] = ("here", "inside", "around")
"""The ways in which a record is for a place more than for any other."""

_TALK, _TO_TALK = "help_line", ("health", "people")
"""Behind these doors people look for someone who talks with them, before a line that finds other lines."""


@dataclass(frozen=True, slots=True)
class Everywhere:
    """What is the same at each place: by door the line for the whole country, and the form that adds a record."""

    lines: Mapping[str, Record]
    forms: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Here:
    """A place of an edition: its code, its page, its name, and what the hub holds for it.

    `near` is what serves it, a part of it, or what it lies in: first what is nearest, and of that what has a number.
    `laws` are the facts that texts tell state by state, for the place or what it lies in. `supply` counts its doors.
    """

    edition: Edition
    code: str
    path: str
    held: ByReach
    near: tuple[Record, ...]
    laws: tuple[Record, ...]
    supply: tuple[Supply, ...]
    everywhere: Everywhere

    @property
    def label(self) -> str:
        """Its name in the edition's language."""
        return self.edition.label(VOCABULARY, self.code)

    @property
    def lacking(self) -> tuple[str, ...]:
        """The doors without anything for the place or a part of it."""
        return tuple(door.door for door in self.supply if not door.offers)


def all_places(edition: Edition) -> Iterator[Here]:
    """Every place that has a page."""
    if not edition.places.records:
        return
    found, laws = records_by_code(edition.hub), _laws(edition)
    everywhere = _everywhere(edition, found)
    for code, record in edition.places.records.items():
        here = records_by_reach(found, edition.places, code)
        yield Here(
            edition=edition,
            code=code,
            path=paths.place_path(record.id),
            held=here,
            near=tuple(record for reach in _NEAR for record in _by_number(edition, here[reach])),
            laws=tuple(in_order(_near(records_by_reach(laws, edition.places, code)))),
            supply=supply(edition.hub, here),
            everywhere=everywhere,
        )


def _near(here: ByReach) -> Iterator[Record]:
    return (record for reach in _NEAR for record in here[reach])


def _by_number(edition: Edition, records: Iterable[Record]) -> list[Record]:
    return sorted(in_order(records, edition.hub.proofs), key=lambda record: not has_number(record))


def _laws(edition: Edition) -> ByCode:
    shelves = [article.state_by_state for article in edition.articles if article.state_by_state]
    held = (
        record for shelf in shelves for record in edition.hub.records.get(shelf.resource, ()) if shelf.holds(record)
    )
    return by_code(edition.hub, {record.key: record for record in held}.values())


def _everywhere(edition: Edition, found: ByCode) -> Everywhere:
    national = in_order(found.get(EVERYWHERE, ()), edition.hub.proofs)
    lines = [record for record in national if has_number(record)]
    return Everywhere(
        lines={door: line for door in DOORS if (line := _line(lines, door))},
        forms={door: form for door in DOORS if (form := _form(edition, door))},
    )


def _line(lines: Iterable[Record], door: str) -> Record | None:
    """The first, as on the door's own page; but whom to talk to before where to ask."""
    behind = [record for record in lines if is_behind(record, door)]
    talk = (record for record in behind if door in _TO_TALK and record.text("kind") == _TALK)
    return next(chain(talk, behind), None)


def _form(edition: Edition, door: str) -> str:
    """The form for what stands behind the door most often; "" where nothing takes one."""
    behind = by_resource(edition, (record for record in edition.hub.all_records() if is_behind(record, door)))
    forms = (add_address(edition.hub.settings, schema) for schema, _ in behind if not schema.law_kinds)
    return next(forms, "")
