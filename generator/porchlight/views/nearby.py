# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From one record to others: the nearest of its kind, and how a page tells of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, islice
from math import inf

from porchlight.model import paths
from porchlight.model.places import states_of
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.reading import gazetteer
from porchlight.reading.gazetteer import Point
from porchlight.views.calls import calls
from porchlight.views.cards import role_text
from porchlight.views.edition import Edition
from porchlight.views.nearest import Grid, grid
from porchlight.views.parts import Link, Text
from porchlight.views.record_parts import Neighbor

Points = Mapping[str, Point]
"""Latitude and longitude of the records whose place is known, by id."""

RELATED = 5
NEARBY = 50
"""Miles: what is still near."""

EITHER = frozenset(("men", "women"))
"""Who can't be sent to the house of the other."""


def neighbors(
    schema: Schema, records: Sequence[Record], points: Points, only: Collection[str] | None = None
) -> Mapping[str, Sequence[Record]]:
    """For each record the nearest of its kind, then the next ones round the circle, so that each is led to by some.

    A circle holds what is for the same states, or for the whole country, which those of a state lead on to.
    What is not open leads on to others, and none leads to it. What is full comes last, and what is for men alone or for
    women alone does not lead to what is for the others. `only` are the ids that are asked for, where not all are.
    """
    circles: dict[str, list[Record]] = {}
    for record in records:
        circles.setdefault(schema.text_of(record, "kind"), []).append(record)
    return {key: others for circle in circles.values() for key, others in _in_circle(schema, circle, points, only)}


def _in_circle(
    schema: Schema, circle: Sequence[Record], points: Points, only: Collection[str] | None
) -> Iterator[tuple[str, Sequence[Record]]]:
    asked = [record for record in circle if only is None or record.id in only]
    if not asked:
        return
    open_ones = [record for record in circle if record.is_open]
    full = {record.id for record in open_ones if is_full(schema, record)}
    places = grid((points[record.id], record) for record in open_ones if record.id in points)
    alike: dict[tuple[str, ...], list[Record]] = {(): []}
    for record in open_ones:
        alike.setdefault(_states(schema, record), []).append(record)
    at = {record.id: place for records in alike.values() for place, record in enumerate(records)}
    for record in asked:
        states = _states(schema, record)
        ours, start = alike.get(states, []), at.get(record.id, -1) + 1
        round_it = chain(ours[start:], ours[:start], alike[()] if states else ())
        following = islice((other for other in round_it if suits(schema, record, other)), 2 * RELATED + 1)
        near = _near(schema, record, places, points)
        chosen = {other.id: other for other in (*near, *following) if other.id != record.id}
        yield record.id, sorted(chosen.values(), key=lambda other: other.id in full)[:RELATED]


def _states(schema: Schema, record: Record) -> tuple[str, ...]:
    return tuple(sorted(states_of(schema.codes_of(record, "where"))))


def _near(schema: Schema, record: Record, places: Grid[Record], points: Points) -> list[Record]:
    """The nearest ones first, the record itself left in."""
    here = points.get(record.id)
    near = (other for _, there in places.within(here, NEARBY) for other in there) if here else iter(())
    return list(islice((other for other in near if suits(schema, record, other)), RELATED + 1))


def is_full(schema: Schema, record: Record) -> bool:
    """True where no bed was free on the day that someone asked; the hub holds no such day older than a week."""
    beds, asked = schema.field_for("vacancy"), schema.field_for("vacancy_on")
    return bool(beds and asked and record.values.get(beds.name) == 0 and asked.name in record.values)


def neighbor(edition: Edition, schema: Schema, record: Record, other: Record, points: Points, here: str) -> Neighbor:
    """The way from the record's page to the other's, with how far it is or where."""
    name, numbers = edition.name(other), calls(edition, other)
    there = edition.href(here, paths.record_path(schema.resource, other.id))
    link = Link(name.value, there, note=_note(edition, schema, record, other, points), lang=name.lang)
    return Neighbor(link, _who(edition, schema, other), numbers[0] if numbers else None)


def _who(edition: Edition, schema: Schema, record: Record) -> Text | None:
    """Whom it is for in a few words, which every language has; else in its own."""
    codes, field = role_text(edition, schema, record, "who_codes"), schema.field_for("who")
    return Text(codes) if codes else edition.text(record, field.name) if field else None


def miles(record: Record, other: Record, points: Points) -> float:
    """How far one is from the other, as the crow flies; infinite where a place is not known."""
    if record.id not in points or other.id not in points:
        return inf
    return gazetteer.miles(points[record.id], points[other.id])


def _note(edition: Edition, schema: Schema, record: Record, other: Record, points: Points) -> str:
    """Where it is; nothing where its name begins with that."""
    where = _where(edition, schema, record, other, points)
    return "" if re.match(rf"{re.escape(where)}(?:[ :,]|$)", edition.name(other).value) else where


def _where(edition: Edition, schema: Schema, record: Record, other: Record, points: Points) -> str:
    """The miles where both places are known and apart, else the town or the states."""
    far = miles(record, other, points)
    if 1 <= far < inf:
        return edition.t("near.miles", n=round(far))
    return role_text(edition, schema, other, "city") or role_text(edition, schema, other, "where")


def suits(schema: Schema, record: Record, other: Record) -> bool:
    """True unless one is for men alone and the other for women alone."""
    ours, theirs = (EITHER.intersection(schema.codes_of(each, "who_codes")) for each in (record, other))
    return not ours or not theirs or bool(ours & theirs)
