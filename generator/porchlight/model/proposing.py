# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which lines of a record a reader may propose to mend: what she can see and say better, nothing that leads on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from porchlight.model.record import Record
from porchlight.model.schema import Field, Schema

ROLES = ("name", "summary", "who", "cost_note", "how_to", "hours", "email")
"""Roles of texts. Addresses of pages are not among them: a stranger's link is put in by hand or not at all."""

NOBODY_ASKED = "unknown"
"""The answer that tells nothing, so that nothing in it can be wrong."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: how it is called on the wire (`phones.1.number`, entries from 1), its field and what it says.

    `question` is the code of what was asked where the line is an answer (`answers.moud`), which says a code; else "".
    """

    name: str
    field: Field
    says: str
    question: str = ""


def lines_of(schema: Schema, record: Record) -> Iterator[Line]:
    """The lines of the record, in the schema's order; each number is one, and each question that was answered."""
    for field in schema.fields:
        if field.part == "phones":
            for place, row in enumerate(record.rows(field.name), 1):
                yield Line(f"{field.name}.{place}.number", field, str(row["number"]))
        elif field.part == "answers":
            yield from _answers(field, record)
        elif field.role in ROLES and not (field.private or field.withheld) and record.text(field.name):
            yield Line(field.name, field, record.text(field.name))


def _answers(field: Field, record: Record) -> Iterator[Line]:
    for row in record.rows(field.name):
        question, says = str(row["question"]), str(row["answer"])
        if says != NOBODY_ASKED:
            yield Line(f"{field.name}.{question}", field, says, question)
