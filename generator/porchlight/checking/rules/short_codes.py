# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A short address on paper leads to one record for ever, and so does the address of an id that was changed."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import count

from porchlight.checking.context import Context
from porchlight.checking.rules.taken import own_addresses
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.model.short_codes import (
    code_of,
    codes_open_to,
    former_codes,
    former_keys,
    records_with_pages,
    short_code,
)
from porchlight.problems import Problem
from porchlight.reading.saying import shown

_ID = re.compile(r"(?=.{2,80}$)[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


def short_code_taken(context: Context) -> Iterator[Problem]:
    """No two records have one code; a former one stays where it led, so the record that came later gives way."""
    held: dict[str, Record] = {}
    keys = {record.key for _, record in context.records()}
    for schema, record in records_with_pages(context.hub):
        if keys.isdisjoint(former_keys(schema, record)):  # a former id that is one of today's is told below
            held.update(dict.fromkeys(former_codes(schema, record), record))
    own = {short_code(schema, record) for schema, record in records_with_pages(context.hub)}
    for schema, record in records_with_pages(context.hub):
        other = held.setdefault(short_code(schema, record), record)
        if other.key != record.key:
            yield _same_code(context, schema, record, other, own | set(held))


def _same_code(context: Context, schema: Schema, record: Record, other: Record, taken: Container[str]) -> Problem:
    field = schema.field_for("short")
    written = field is not None and field.name in record.values
    return Problem(
        context.place_of(record, field.name if field and written else "id"),
        "short-code-taken",
        f"The short address of “{record.key}” is the one of “{other.key}” too.",
        short_code(schema, record),
        ("Change the line to:" if written else "Add a line:") if field else "Give it another id.",
        f"{field.name}: {_free(record.key, taken)}" if field else "",
    )


def _free(key: str, taken: Container[str]) -> str:
    """A code that nothing has yet, the same at every check."""
    return next(code for n in count(2) if (code := code_of(f"{key} {n}")) not in taken)


def short_code_foreign(context: Context) -> Iterator[Problem]:
    """A record has a code that was made from its own ids: no other's address can be taken over."""
    for schema, record in records_with_pages(context.hub):
        field, written = schema.field_for("short"), schema.text_of(record, "short")
        if field and written and written not in codes_open_to(schema, record):
            yield Problem(
                context.place_of(record, field.name),
                "short-code-foreign",
                "A short code is made from the record's own id, so that no other's address can be taken.",
                shown(written),
                "Delete the line. The check says where one is needed, and which.",
            )


def former_id_taken(context: Context) -> Iterator[Problem]:
    """A former id is no page that is there, and it leads to one record; it becomes a folder, so it has an id's form."""
    taken = {record.key for _, record in context.records()} | {article.slug for article in context.hub.articles}
    own = own_addresses(context.shown)
    for schema, record in context.records():
        for position, key in enumerate(former_keys(schema, record)):
            former = key.partition("/")[2]
            formed = bool(_ID.fullmatch(former))
            if not formed or key in taken or own.has(key):
                code = "former-id-taken" if formed else "form"
                yield _former(context, schema, record, position, code)
            taken.add(key)


def _former(context: Context, schema: Schema, record: Record, position: int, code: str) -> Problem:
    field = schema.field_for("formerly")
    assert field  # it has named the id
    told = {
        "form": (
            "An id has small letters, digits and hyphens only, 80 at most.",
            "Write it as it once was, or delete the line.",
        ),
        "former-id-taken": ("A page has this address already, so it can't lead on.", "Delete the line."),
    }
    message, hint = told[code]
    former = record.codes(field.name)[position]
    return Problem(context.place_of(record, field.name, position), code, message, shown(former), hint)
