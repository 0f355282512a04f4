# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""“phones.1.number=614-555-0199” → which field, and what to write there."""

from __future__ import annotations

import re
from datetime import date

from porchlight.editing.finding import Found
from porchlight.exchange.yaml_out import Item, Value
from porchlight.model.schema import Field, Package
from porchlight.reading.nodes import Mapping, Path, Sequence
from porchlight.reading.saying import did_you_mean, listed

_STEPS = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+){0,4}", re.ASCII)
_WHOLE = re.compile(r"[1-9]\d{0,8}|0", re.ASCII)


class NoSuchField(Exception):
    """The words lead to no field; the message says what to write."""


def path_and_value(package: Package, record: Found, said: str) -> tuple[Path, Value | None]:
    """Where it goes in the record and what to put there, None where the field is to be taken out; raises NoSuchField.

    Entries of a list are counted from 1, as people count; a list with one entry needs no number.
    """
    name, equals, text = said.partition("=")
    if not equals or not _STEPS.fullmatch(name):
        raise NoSuchField(f"“{said}” should be a field, “=” and what to write, like name='Maple House'.")
    first, *rest = name.split(".")
    field = record.schema.field_named(first)
    if field is None:
        known = [each.name for each in record.schema.fields]
        hint = did_you_mean(first, known) or f"It has {listed(known, 'and')}."
        raise NoSuchField(f"“{first}” is not a field of {record.schema.resource}. {hint}")
    if field.part:
        return _in_part(package, record, field, rest, text)
    if rest:
        raise NoSuchField(f"“{first}” has no fields of its own, so write {first}=….")
    return [first], _value(field, text) if text.strip() else None


def _in_part(package: Package, record: Found, field: Field, rest: list[str], text: str) -> tuple[Path, Value | None]:
    part = package.parts[field.part]
    known = [each.name for each in part.fields]
    entry: int | str
    if part.shape == "list":
        entry, rest = _entry(record, field, rest)
    elif not rest:
        raise NoSuchField(f"Say which one: {field.name}.NAME.FIELD=….")
    else:
        entry, rest = rest[0], rest[1:]
    if not rest and not text.strip():
        return [field.name, entry], None
    inner = part.field_named(rest[0]) if len(rest) == 1 else None
    if inner is None:
        hint = did_you_mean(rest[0], known) if rest else ""
        raise NoSuchField(f"“{field.name}” has the fields {listed(known, 'and')}. {hint}".strip())
    return [field.name, entry, inner.name], _value(inner, text) if text.strip() else None


def _entry(record: Found, field: Field, rest: list[str]) -> tuple[int, list[str]]:
    """Which entry of the list is meant, and what is left of the way: one after the last makes a new entry."""
    node = record.node.get(field.name)
    count = len(node.items) if isinstance(node, Sequence) else int(isinstance(node, Mapping))
    if rest and _WHOLE.fullmatch(rest[0]) and 1 <= int(rest[0]) <= count + 1:
        return int(rest[0]) - 1, rest[1:]
    if rest and not rest[0].isdecimal() and count <= 1:
        return 0, rest
    ways = listed([f"{field.name}.{n}.FIELD=…" for n in range(1, count + 1)]) or f"{field.name}.1.FIELD=…"
    raise NoSuchField(f"Say which entry: {ways}. For a new one, write {field.name}.{count + 1}.FIELD=….")


def _value(field: Field, text: str) -> Value:
    if field.type == "array":
        return [each.strip() for each in text.split(",") if each.strip()]
    return typed(field, text)


def typed(field: Field, text: str) -> Item:
    """The text as what needs no quotes in YAML, where it is such a thing; what is not stays a text, for the check."""
    if field.type == "integer" and _WHOLE.fullmatch(text):
        return int(text)
    if field.type == "date" and re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text
