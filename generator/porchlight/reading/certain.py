# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The records that are certainly as they should be, each made in one walk over what is written.

Nearly every record is one. What it is not sure of goes the plain way, which has the word: shape.py, tables.py,
judge.py, convert.py, rewritten.py. Both ways make the same records and leave the same problems: tested.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection
from collections.abc import Mapping as ByName
from contextlib import suppress
from typing import Any

from porchlight.model.record import Record, Row, Value
from porchlight.model.schema import Field, Package, PartSchema, Schema
from porchlight.reading.convert import VISIBILITY, may_be_shown
from porchlight.reading.doubtful import Fine, fine_for
from porchlight.reading.exact import typed
from porchlight.reading.nodes import NOTHING, Entry, Mapping, Node, Scalar, Sequence
from porchlight.reading.records import RawRecord
from porchlight.reading.rewritten import is_free, turns
from porchlight.reading.shape import ONE_LINE
from porchlight.reading.tables import cell_of, item_field

Take = Callable[[Node], Any]
"""Gives the value of what stands behind a field, None where nothing does; raises _InDoubt."""

Ids = ByName[str, Collection[str]]
_LINE_BREAK = re.compile(r"[\r\n]")
_VISIBILITIES = ("full", "none", "")


class _InDoubt(Exception):
    """Something stands here that is not certain to be as it should be."""


def certain_records(raws: Collection[RawRecord], package: Package) -> dict[RawRecord, Record]:
    """Of all records of a hub those that are certainly fine, and whose texts want no quotes, with what they make."""
    often = Counter((raw.schema.resource, cell_of(raw.node, "id")) for raw in raws)
    ids: dict[str, set[str]] = {schema.resource: set() for schema in package.schemas}
    for resource, name in often:
        ids[resource].add(name or "")  # no cell is ever ""
    plans = {each.resource: _Plan(each, package, ids) for each in package.schemas if _is_plain(each, package)}
    found: dict[RawRecord, Record] = {}
    for raw in raws:
        plan = plans.get(raw.schema.resource)
        if plan and often[raw.schema.resource, raw.id] == 1:
            with suppress(_InDoubt):
                found[raw] = plan.record(raw)
    return found


def _is_plain(schema: Schema, package: Package) -> bool:
    """False where a value must differ in every record, or a part is not as it should be."""
    parts = [package.parts[field.part] for field in schema.fields if field.part]
    fields = [*schema.fields, *(field for part in parts for field in part.fields)]
    return not any(field.constraints.get("unique") for field in fields) and all(
        part.field_named(part.key) if part.shape == "keyed" else not part.key for part in parts
    )


class _Plan:
    """What to do with each field of a resource, made once for all its records."""

    def __init__(self, schema: Schema, package: Package, ids: Ids) -> None:
        self._resource = schema.resource
        self._fields = [
            (field.name, field.required, bool(field.part), _take(field, package, ids)) for field in schema.fields
        ]
        self._unseen = {
            allowed: frozenset(field.name for field in schema.fields if not may_be_shown(field, allowed))
            for allowed in _VISIBILITIES
        }

    def record(self, raw: RawRecord) -> Record:
        """The record, as convert.py makes it."""
        entries, known = raw.node.entries, 0
        values: dict[str, Value] = {}
        parts: dict[str, tuple[Row, ...]] = {}
        for name, required, is_part, take in self._fields:
            entry = entries.get(name)
            value = None
            if entry is not None:
                known += 1
                value = take(entry.value)
            if value is not None:
                (parts if is_part else values)[name] = value
            elif required:
                raise _InDoubt
        if known < len(entries):
            raise _InDoubt
        for name in self._unseen.get(str(values.get(VISIBILITY)), self._unseen[""]):
            values.pop(name, None)
            parts.pop(name, None)
        return Record(self._resource, raw.id, values, parts, raw.node.place)


def _take(field: Field, package: Package, ids: Ids) -> Take:
    if field.part:
        part = package.parts[field.part]
        return _keyed(part, ids) if part.shape == "keyed" else _list(_row(part, ids))
    if field.nested:
        return _list(_needed(_text(item_field(field, package), ids)))
    return _text(field, ids)


def _nothing(node: Node) -> tuple[()] | None:
    """Where a list or fields should stand, nothing may."""
    if isinstance(node, Scalar) and node.text in NOTHING and not node.style:
        return None
    raise _InDoubt


def _list(take: Take) -> Take:
    def taken(node: Node) -> tuple[Any, ...] | None:
        if isinstance(node, Sequence):
            return tuple(map(take, node.items)) or None
        return _nothing(node)

    return taken


def _needed(take: Take) -> Take:
    def taken(node: Node) -> Any:
        value = take(node)
        if value is None:
            raise _InDoubt
        return value

    return taken


def _keyed(part: PartSchema, ids: Ids) -> Take:
    row, key = _row(part, ids), part.key
    fits = next(_fits(field, ids) for field in part.fields if field.name == key)

    def made(name: str, entry: Entry) -> Row:
        if not name or (fits is not None and not fits(name)):
            raise _InDoubt
        return {key: name, **row(entry.value)}

    def taken(node: Node) -> tuple[Row, ...] | None:
        if isinstance(node, Mapping):
            return tuple(made(name, entry) for name, entry in node.entries.items()) or None
        return _nothing(node)

    return taken


def _row(part: PartSchema, ids: Ids) -> Take:
    fields = [
        (field.name, field.required, field.private or field.withheld, _text(field, ids))
        for field in part.fields
        if field.name != part.key
    ]

    def taken(node: Node) -> dict[str, Value]:
        if not isinstance(node, Mapping):
            raise _InDoubt
        entries, known = node.entries, 0
        values: dict[str, Value] = {}
        for name, required, hidden, take in fields:
            entry = entries.get(name)
            value = None
            if entry is not None:
                known += 1
                value = take(entry.value)
            if value is None:
                if required:
                    raise _InDoubt
            elif not hidden:
                values[name] = value
        if known < len(entries):
            raise _InDoubt
        return values

    return taken


def _text(field: Field, ids: Ids) -> Take:
    return _string(field, ids) if field.type == "string" else _number(field, ids)


def _string(field: Field, ids: Ids) -> Take:
    fits, is_free_text, is_line = _fits(field, ids), is_free(field), field.name in ONE_LINE

    def taken(node: Node) -> str | None:
        if not isinstance(node, Scalar):
            raise _InDoubt
        text = node.text
        if node.style:
            text = node.value
            if not text:
                return None
            if text.isspace():
                raise _InDoubt
        elif text in NOTHING:
            return None
        elif is_free_text and turns(text, ""):
            raise _InDoubt
        if (fits is not None and not fits(text)) or (is_line and _LINE_BREAK.search(text)):
            raise _InDoubt
        return text

    return taken


def _number(field: Field, ids: Ids) -> Take:
    """A number or a day; the same ones come again and again, so what each says is kept."""
    fits, kept = _fits(field, ids), dict[str, Value]()

    def taken(node: Node) -> Value | None:
        if not isinstance(node, Scalar):
            raise _InDoubt
        text = node.text
        value = kept.get(text)
        if value is None and not (text in NOTHING and not node.style):
            if fits is None or not fits(text):
                raise _InDoubt
            value = kept[text] = typed(field.type, text)
        return value

    return taken


def _fits(field: Field, ids: Ids) -> Fine | None:
    """What says of a text that it is certainly fine, and no way to nothing; None where any text is."""
    fine, known = fine_for(field), ids.get(field.reference)
    if known is None or fine is None:
        return fine if known is None else known.__contains__
    return lambda text: fine(text) and text in known
