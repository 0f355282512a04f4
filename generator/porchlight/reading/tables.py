# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Raw records squared up to tables of text: one per resource, and a child table for each nested field of it.

`housing` gets `housing_phones` (record, position, …), `housing_answers` (record, question, …) and, for a list of codes,
`housing_serves` (record, position, value). What does not have the right shape is left out: shape.py has named it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from porchlight.model.schema import Field, Package, PartSchema, Schema
from porchlight.reading.nodes import Mapping, Node, Path, Scalar, Sequence
from porchlight.reading.records import RawRecord

VALUE = "value"
_RECORD = Field("record", "string", {"en": "Record"})
_POSITION = Field("position", "integer", {"en": "Position"})


@dataclass(frozen=True, slots=True)
class TextRow:
    """One row of texts, None where nothing is filled; `path` leads to it from the record's node."""

    cells: tuple[str | None, ...]
    raw: RawRecord
    path: Path


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one resource, or of one nested field of it (`holder`)."""

    name: str
    schema: Schema
    holder: Field | None
    fields: tuple[Field, ...]
    rows: tuple[TextRow, ...]

    def index_of(self, field: str) -> int:
        """The position of a field's cell in every row."""
        return next(i for i, each in enumerate(self.fields) if each.name == field)

    def column(self, field: str) -> list[str | None]:
        """One field's cells, row by row."""
        index = self.index_of(field)
        return [row.cells[index] for row in self.rows]


def square_up(raws: list[RawRecord], package: Package, certain: Container[RawRecord] = ()) -> list[Table]:
    """Every table of the package, in package order, each main table before its children; empty ones too.

    Records that are `certain` (certain.py) are in the main tables only, where others may point at them.
    """
    tables: list[Table] = []
    for schema in package.schemas:
        own = [raw for raw in raws if raw.schema is schema]
        tables.append(_main(schema, own))
        to_judge = [raw for raw in own if raw not in certain]
        tables.extend(_child(schema, field, package, to_judge) for field in schema.fields if field.nested)
    return tables


def _main(schema: Schema, raws: list[RawRecord]) -> Table:
    fields = tuple(field for field in schema.fields if not field.nested)
    rows = tuple(TextRow(_cells(fields, raw.node), raw, ()) for raw in raws)
    return Table(schema.resource, schema, None, fields, rows)


def _child(schema: Schema, holder: Field, package: Package, raws: list[RawRecord]) -> Table:
    part = package.parts.get(holder.part)
    own = [item_field(holder, package)] if part is None else list(part.fields)
    keys = [_RECORD] if part and part.shape == "keyed" else [_RECORD, _POSITION]
    rows = tuple(row for raw in raws for row in _rows(holder, part, own, raw))
    return Table(f"{schema.resource}_{holder.name}", schema, holder, (*keys, *own), rows)


def item_field(holder: Field, package: Package) -> Field:
    """What each entry of a list of texts or codes must be."""
    codes = package.vocabularies[holder.vocabulary].labels if holder.vocabulary else {}
    constraints = {"required": True} | ({"enum": tuple(codes)} if codes else {})
    return replace(holder, name=VALUE, type="string", constraints=constraints)


def _rows(holder: Field, part: PartSchema | None, own: list[Field], raw: RawRecord) -> Iterator[TextRow]:
    node = raw.node.get(holder.name)
    if part is None:
        yield from _item_rows(holder, node, raw)
    elif isinstance(node, Mapping) and part.shape == "keyed":
        for key, entry in node.entries.items():
            if isinstance(entry.value, Mapping):
                cells = tuple(key if field.name == part.key else cell_of(entry.value, field.name) for field in own)
                yield TextRow((raw.id, *cells), raw, (holder.name, key))
    elif isinstance(node, Sequence) and part.shape == "list":
        for position, item in enumerate(node.items):
            if isinstance(item, Mapping):
                cells = _cells(tuple(own), item)
                yield TextRow((raw.id, str(position + 1), *cells), raw, (holder.name, position))


def _item_rows(holder: Field, node: Node | None, raw: RawRecord) -> Iterator[TextRow]:
    for position, item in enumerate(node.items if isinstance(node, Sequence) else ()):
        if isinstance(item, Scalar):
            yield TextRow((raw.id, str(position + 1), _text(item)), raw, (holder.name, position))


def _cells(fields: tuple[Field, ...], node: Mapping) -> tuple[str | None, ...]:
    return tuple(cell_of(node, field.name) for field in fields)


def cell_of(node: Mapping, name: str) -> str | None:
    """The text behind a field, None where it is not filled or no text."""
    found = node.get(name)
    return _text(found) if isinstance(found, Scalar) else None


def _text(node: Scalar) -> str | None:
    return node.value if node.filled else None
