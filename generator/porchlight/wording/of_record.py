# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The sentences of a record, each with its way and its language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from porchlight.model.record import Record, Value
from porchlight.model.schema import Field, PartSchema, Schema

Path = tuple[str | int, ...]

FIRST = "en"
"""The language of a record's own texts; others stand beside them."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text of a record, and the way that leads to it."""

    path: Path
    language: str
    text: str


def sentences(schema: Schema, parts: Mapping[str, PartSchema], record: Record) -> Iterator[Sentence]:
    """What its keepers wrote: no codes, no proper names, no titles of others' pages, and no story as someone told it.

    What is about something else, such as a notice, has a sentence for its name.
    """
    named = schema.field_for("name") if not schema.field_for("about") else None
    for field in schema.fields:
        if field.part in parts and field.part != "sources":
            yield from _of_part(field, parts[field.part], record)
        elif field is not named and field.name in record.values and _is_prose(field):
            yield from _told((field.name,), FIRST, record.values[field.name])


def _of_part(field: Field, part: PartSchema, record: Record) -> Iterator[Sentence]:
    rows = record.rows(field.name)
    prose = [inner.name for inner in part.fields if _is_prose(inner)] if rows else []
    for position, row in enumerate(rows):
        way = str(row[part.key]) if part.key else position
        for name in filter(row.__contains__, prose):
            yield from _told((field.name, way, name), _language(name, row), row[name])


def _language(name: str, row: Mapping[str, Value]) -> str:
    """Translations say their language; what has a twin in Spanish is named for it."""
    return "es" if name.endswith("_es") else str(row.get("language", FIRST))


def _is_prose(field: Field) -> bool:
    is_text = field.type == "string" and not (field.vocabulary or field.reference or field.format)
    return is_text and field.role not in ("id", "text")


def _told(path: Path, language: str, value: Value) -> Iterable[Sentence]:
    return (Sentence(path, language, value),) if isinstance(value, str) else ()
