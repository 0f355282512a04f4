# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The short code of a record: six signs that can be read out, written down and typed, and that never change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from porchlight.model.hub import Hub
from porchlight.model.record import Record
from porchlight.model.schema import Schema

ALPHABET = "bcdfghjkmnpqrstvwxyz23456789"
"""No vowels, so that no code is a word; no signs that look alike (l and 1, o and 0)."""

LENGTH = 6
TURNS = 9
"""How many codes a record can have, one after another, should two records have the same."""


def code_of(key: str) -> str:
    """The code of a key `resource/id`: the same for ever, since it stands on paper and in messages."""
    number = int.from_bytes(hashlib.sha256(key.encode()).digest())
    signs = []
    for _ in range(LENGTH):
        number, sign = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[sign])
    return "".join(signs)


def short_code(schema: Schema, record: Record) -> str:
    """The record's code: the one that its data gives (where two would have the same), else that of its key."""
    return schema.text_of(record, "short") or code_of(record.key)


def former_keys(schema: Schema, record: Record) -> tuple[str, ...]:
    """The keys under which the record was known before; their pages lead on to it."""
    return tuple(f"{schema.resource}/{former}" for former in schema.codes_of(record, "formerly"))


def codes_open_to(schema: Schema, record: Record) -> tuple[str, ...]:
    """The codes that the record may have: made from its id or a former one, so that nobody can take another's."""
    keys = (record.key, *former_keys(schema, record))
    return tuple(code_of(f"{key}{turn}") for turn in ("", *(f" {n}" for n in range(2, TURNS + 1))) for key in keys)


def all_codes(schema: Schema, record: Record) -> tuple[str, ...]:
    """Its code, and every other that may be on paper already: that of its id, and those of its former ids."""
    keys = (record.key, *former_keys(schema, record))
    return tuple(dict.fromkeys((short_code(schema, record), *map(code_of, keys))))


def former_codes(schema: Schema, record: Record) -> tuple[str, ...]:
    """The codes of its former keys; none where the record's own code is given, since that one has stayed with it."""
    if short_code(schema, record) != code_of(record.key):
        return ()
    return tuple(map(code_of, former_keys(schema, record)))


def records_with_pages(hub: Hub) -> Iterator[tuple[Schema, Record]]:
    """Every record that has a page and so a code, resource by resource."""
    for schema in hub.package.schemas:
        if schema.page == "each":
            yield from ((schema, record) for record in hub.records.get(schema.resource, ()))
