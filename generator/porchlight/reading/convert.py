# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sound raw records → Record, with typed values. What nobody may see is left out here, once, for every output."""

from __future__ import annotations

from collections.abc import Iterable

from porchlight.model.record import Record, Row, Value
from porchlight.model.schema import Field, Package, PartSchema
from porchlight.reading.exact import typed
from porchlight.reading.nodes import Mapping, Node, Scalar, Sequence
from porchlight.reading.records import RawRecord

VISIBILITY = "address_visibility"


def to_record(raw: RawRecord, package: Package) -> Record:
    """The record's filled fields, typed; private fields, and an address that is not to be shown, are not in it."""
    visibility = raw.node.get(VISIBILITY)
    allowed = visibility.value if isinstance(visibility, Scalar) else ""
    shown = [field for field in raw.schema.fields if may_be_shown(field, allowed)]
    values = {field.name: value for field in shown if not field.part and (value := _value(field, raw.node)) is not None}
    parts = {
        field.name: rows
        for field in shown
        if field.part
        if (rows := _rows(package.parts[field.part], raw.node.get(field.name)))
    }
    return Record(raw.schema.resource, raw.id, values, parts, raw.node.place)


def may_be_shown(field: Field, allowed: str) -> bool:
    """False for what nobody may see where the record's visibility says this."""
    town_too = allowed == "none" and field.role in ("city", "county")
    return not field.private and not town_too and (not field.withheld or allowed == "full")


def _value(field: Field, node: Mapping) -> Value | None:
    found = node.get(field.name)
    if found is None or not found.filled:
        return None
    if isinstance(found, Sequence):
        return tuple(item.value for item in found.items if isinstance(item, Scalar))
    return typed(field.type, found.value) if isinstance(found, Scalar) else None


def _rows(part: PartSchema, node: Node | None) -> tuple[Row, ...]:
    if isinstance(node, Sequence):
        return tuple(_row(part.fields, item) for item in node.items if isinstance(item, Mapping))
    if isinstance(node, Mapping):
        return tuple(
            {part.key: key} | _row(part.fields, entry.value)
            for key, entry in node.entries.items()
            if isinstance(entry.value, Mapping)
        )
    return ()


def _row(fields: Iterable[Field], node: Mapping) -> dict[str, Value]:
    kept = [field for field in fields if not field.private and not field.withheld]
    return {field.name: value for field in kept if (value := _value(field, node)) is not None}
