# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Posters: what each says in one language, with the number of its service and the fact that still holds."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.model.contrast import ink_on
from porchlight.model.pages import is_of_posters
from porchlight.model.record import Record
from porchlight.model.schema import Field, Schema
from porchlight.reading.slides import Figure
from porchlight.views.calls import button_words, calls
from porchlight.views.edition import Edition
from porchlight.views.figures import fact_told
from porchlight.views.parts import Text
from porchlight.views.poster_types import Poster, PosterNumber

COLOR = "#0a4d53"
"""Ours, as on the pages."""


def poster_schema(edition: Edition) -> Schema | None:
    """The resource of posters, where the hub has one."""
    return next((schema for schema in edition.hub.package.schemas if is_of_posters(schema)), None)


def posters(edition: Edition) -> Iterator[Poster]:
    """Every poster that may hang today: one that asks to call a place that nobody can call is left out."""
    schema = poster_schema(edition)
    for record in edition.hub.records.get(schema.resource, ()) if schema else ():
        number = _number(edition, schema.text_of(record, "number")) if schema else None
        if schema and (number or not schema.text_of(record, "number")):
            yield _poster(edition, schema, record, number)


def _poster(edition: Edition, schema: Schema, record: Record, number: PosterNumber | None) -> Poster:
    ask, fact = schema.field_for("ask"), schema.text_of(record, "fact")
    color = schema.text_of(record, "color") or COLOR
    return Poster(
        record=record,
        headline=edition.name(record),
        words=edition.text(record, "summary") or Text(""),
        ask=edition.text(record, ask.name) if ask else None,
        number=number,
        fact=fact_told(edition, Figure(f"facts/{fact}")) if fact else None,
        color=color,
        ink=ink_on(color),
    )


def _number(edition: Edition, service: str) -> PosterNumber | None:
    """The service's first number; None where it is closed or nobody can call."""
    record = edition.find("services", service)
    ways = calls(edition, record) if record and record.is_open else ()
    if record is None or not ways:
        return None
    hours = edition.hub.package.schema_of("services").field_for("hours")
    return PosterNumber(
        call=button_words(ways[0]),
        href=ways[0].href,
        name=edition.name(record),
        hours=_labeled(edition, hours, record) if hours else None,
        there=f"{record.key}/",
    )


def _labeled(edition: Edition, field: Field, record: Record) -> Text | None:
    """What the record says there, behind the field's name: “Hours: every day”."""
    said = edition.text(record, field.name)
    return Text(f"{edition.field_title(field)}: {said.value}", said.lang) if said else None
