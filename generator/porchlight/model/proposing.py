# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which lines of a record a reader may tell of: what she can see and say better, and what the hub itself asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from porchlight.model.record import Record
from porchlight.model.schema import Field, Schema

ROLES = ("name", "summary", "who", "cost_note", "stay", "how_to", "hours", "address", "email")
"""Roles of texts. Addresses of pages are not among them: a stranger's link is put in by hand or not at all. The address
of a place is one only where a record shows it: what is withheld has left the record while it was read."""

NOBODY_ASKED = "unknown"
"""The answer that tells nothing, so that nothing in it can be wrong."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: how it is called on the wire (`phones.1.number`, entries from 1), its field and what it says.

    `question` is the code of what was asked where the line is an answer (`answers.moud`), which says a code; else "".
    `says` is "" for what is asked of such a place and not known. `dated` is the field for the day since when it is so,
    "" where there is none: what has a day can only be written down by someone who asks.
    """

    name: str
    field: Field
    says: str
    question: str = ""
    dated: str = ""


def lines_of(schema: Schema, record: Record) -> Iterator[Line]:
    """The lines of the record, in the schema's order; each number is one, and each question that its kind is asked."""
    asked_on = schema.field_for("vacancy_on")
    for field in schema.fields:
        if field.part == "phones":
            for place, row in enumerate(record.rows(field.name), 1):
                yield Line(f"{field.name}.{place}.number", field, str(row["number"]))
        elif field.part == "answers":
            yield from _answers(schema, field, record)
        elif field.role == "vacancy" and asked_on and schema.is_asked(record):
            yield Line(field.name, field, record.text(field.name), dated=asked_on.name)
        elif field.role in ROLES and not field.private and record.text(field.name):
            yield Line(field.name, field, record.text(field.name))


def _answers(schema: Schema, field: Field, record: Record) -> Iterator[Line]:
    given = {str(row["question"]): str(row["answer"]) for row in record.rows(field.name)}
    for question in dict.fromkeys((*schema.questions_of(record), *given)):
        says = given.get(question, NOBODY_ASKED)
        yield Line(f"{field.name}.{question}", field, "" if says == NOBODY_ASKED else says, question)
