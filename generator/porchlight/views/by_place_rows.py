# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The rows of the table by place: each cell in words, with what it is sorted by and whether it is doubted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from porchlight.model import paths
from porchlight.model.record import Record, Row
from porchlight.model.schema import Field, Schema
from porchlight.views.by_place_link import of_places
from porchlight.views.compare import fields_of, heads_of, row_of
from porchlight.views.compare_types import ByPlaceRow, CompareCell, NewestSource
from porchlight.views.details import host_of
from porchlight.views.edition import Edition
from porchlight.views.parts import Link
from porchlight.views.sort_keys import sort_key
from porchlight.views.states import State, states
from porchlight.views.trust import checked, newest_source, review

FREE = "free"
"""The code of what costs nothing: it comes before every price, whatever its words are."""


def by_place_heads(edition: Edition, schema: Schema) -> tuple[str, ...]:
    """What each column is about, the doubt last."""
    return tuple(heads_of(edition, schema, _fields(schema)))


def by_place_rows(edition: Edition, schema: Schema, here: str) -> Iterator[ByPlaceRow]:
    """A row for each record of each place, by the place's name; links start from the page `here`."""
    for state in states(edition, schema, of_places(edition, schema)):
        for number, record in enumerate(state.records):
            anchor = state.anchor if number == 0 else f"{state.anchor}-{record.id}"
            yield _row(edition, schema, record, state, anchor, here)


def _row(edition: Edition, schema: Schema, record: Record, state: State, anchor: str, here: str) -> ByPlaceRow:
    name, over = edition.name(record), review(edition, schema, record)
    label = state.label if len(state.records) == 1 else f"{state.label}: {name.value}"
    return ByPlaceRow(
        anchor=anchor,
        title=state.label,
        page=Link(label, edition.href(here, paths.record_path(schema.resource, record.id))),
        name=name.value,
        cells=() if over and over.over else tuple(_cells(edition, schema, record, here)),
        source=_source(edition, schema, record),
        until=over.day if over else "",
        again=over.day_words if over else "",
    )


def _fields(schema: Schema) -> tuple[Field, ...]:
    return tuple(fields_of(schema, schema.by_place.compare)) if schema.by_place else ()


def _cells(edition: Edition, schema: Schema, record: Record, here: str) -> Iterator[CompareCell]:
    doubted = schema.codes_of(record, "doubted")
    for field in _fields(schema):
        for cell in row_of(edition, schema, record, (field,), here).cells:
            is_doubted = field.name in doubted and cell.is_known
            yield replace(cell, sort=_sort(schema, record, field), is_doubted=is_doubted)


def _sort(schema: Schema, record: Record, field: Field) -> str | None:
    """By the record's own words, so that the order is one in every language."""
    if not field.unit:
        return None
    if field.role == "cost_note" and schema.text_of(record, "cost") == FREE:
        return "0"
    return sort_key(record.text(field.name), field.unit)


def _source(edition: Edition, schema: Schema, record: Record) -> NewestSource | None:
    row = newest_source(record)
    if row is None:
        return None
    url, day = str(row["url"]), row.get("page_date")
    return NewestSource(
        link=Link(host_of(url), url),
        words=_dated(edition, row),
        day=day.isoformat() if isinstance(day, date) else "",
        checked=checked(edition, schema, record),
    )


def _dated(edition: Edition, row: Row) -> str:
    day = row.get("page_date")
    return edition.day(day) if isinstance(day, date) else edition.t("by_place.no_date")
