# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The columns of shared parts that the program itself reads: they are there and filled, whatever a schema says."""

from __future__ import annotations

from dataclasses import replace

from porchlight.model.schema import Field
from porchlight.reading.taking import Taker

COLUMNS: dict[str, dict[str, str]] = {
    "phones": {"number": "string", "kind": "string", "check": "string"},
    "links": {"url": "string", "seen": "string"},
    "sources": {"url": "string", "kind": "string", "read_on": "date"},
    "answers": {"question": "string", "answer": "string"},
    "sums": {"visits": "integer", "hours": "number"},
}
KEYS = {"answers": "question"}
"""Parts that are keyed; the others above are lists."""


def relied_on(part: str, fields: tuple[Field, ...], taker: Taker) -> tuple[Field, ...]:
    """The part's fields, those that are relied on required; one that is missing or of another type is a mistake."""
    found = {field.name: field for field in fields}
    for name, kind in COLUMNS.get(part, {}).items():
        field = found.get(name)
        if field is None or field.type != kind:
            message = f"“{part}” needs a field “{name}” of type {kind}."
            taker.add(taker.place_of("fields"), "schema-mistake", message)
            field = Field(name, kind, {"en": name})
        found[name] = replace(field, constraints={**field.constraints, "required": True})
    return tuple(found.values())


def shape_differs(part: str, shape: str, key: str) -> bool:
    """True where the part is written in another shape than the program reads."""
    return part in COLUMNS and (shape, key) != (("keyed", KEYS[part]) if part in KEYS else ("list", ""))
