# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A resource's schema → JSON Schema (draft-07), by which an editor completes, explains and underlines.

It never refuses what the check takes: an editor reads `988` as a number and `2026-11-02` as a text, the check reads
both as texts. What needs the whole hub, such as references, is left to the check.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from porchlight.model.schema import Field, Package, PartSchema, Schema
from porchlight.reading.translatable import TRANSLATIONS

Node = dict[str, Any]

_TEXT = ["string", "number"]
"""What an editor makes of a text that stands there without quotes."""
_EXACT = {
    "integer": (r"^-?(0|[1-9]\d{0,14})$", "Write a whole number, like 12."),
    "number": (r"^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$", "Write a number, like 39.96."),
    "year": (r"^\d{4}$", "Write a year, like 2026."),
    "date": (r"^\d{4}-\d{2}-\d{2}$", "Write a day as year, month, day: 2026-11-02."),
}
_BOUNDS = ("minimum", "maximum")


def json_schema(schema: Schema, package: Package, languages: Iterable[str]) -> Node:
    """The JSON Schema of the resource's files, which hold a record or a list of them; `languages` are the hub's."""
    keys = tuple(languages)
    shape = _object(schema.fields, {each.name: _field(each, schema, package, keys) for each in schema.fields})
    keyed = [part for part in _parts(schema, package) if part.shape == "keyed"]
    title = schema.singular["en"]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title[:1].upper() + title[1:],
        "description": schema.intros.get("en", "") or schema.titles["en"],
        **shape,
        "type": ["object", "array"],
        "items": {"$ref": "#"},
        "definitions": {part.name: _one(part, schema, package) for part in keyed},
    }


def _parts(schema: Schema, package: Package) -> tuple[PartSchema, ...]:
    return tuple(package.parts[each.part] for each in schema.fields if each.part)


def _object(fields: Iterable[Field], properties: Mapping[str, Node]) -> Node:
    required = [field.name for field in fields if field.required and field.name in properties]
    whole: Node = {"type": "object", "additionalProperties": False, "properties": dict(properties)}
    return whole | ({"required": required} if required else {})


def _field(field: Field, schema: Schema, package: Package, languages: tuple[str, ...]) -> Node:
    told = _told(field)
    if not field.nested:
        return told | _or_nothing(_value(field, package), field.required)
    if not field.part:
        return told | _or_nothing(_list(_value(field, package), field.required), field.required)
    part = package.parts[field.part]
    if part.shape == "keyed":
        return told | _or_nothing(_keyed(part, schema, package, languages), field.required)
    return told | _or_nothing(_list(_part(entry_fields(part, schema), package), field.required), field.required)


def _told(field: Field) -> Node:
    """The words that an editor shows: what it is called, what to write, and how that looks."""
    told: Node = {"title": field.titles["en"], "description": field.description}
    if field.example and not field.part:
        told["examples"] = [field.example.split(", ")] if field.type == "array" else [field.example]
    return told


def _or_nothing(shape: Node, required: bool) -> Node:
    """A field that need not be filled may stand there with nothing behind its colon."""
    if required:
        return shape
    kinds = shape["type"] if isinstance(shape["type"], list) else [shape["type"]]
    more = {"enum": [*shape["enum"], None]} if "enum" in shape else {}
    return shape | {"type": [*kinds, "null"]} | more


def _list(item: Node, required: bool) -> Node:
    return {"type": "array", "items": item} | ({"minItems": 1} if required else {})


def _value(field: Field, package: Package) -> Node:
    """One value of the field, or of the list that it is."""
    if field.vocabulary:
        return _codes(package.vocabularies[field.vocabulary].labels)
    if field.type in _EXACT:
        return _exact(field)
    shape: Node = {"type": _TEXT}
    shape |= {name: field.constraints[name] for name in ("minLength", "maxLength") if name in field.constraints}
    if pattern := field.constraints.get("pattern"):
        shape |= {"pattern": f"^(?:{pattern})$", "patternErrorMessage": _like(field)}
    if field.format == "email":
        shape["format"] = "email"
    return shape


def _codes(labels: Mapping[str, Mapping[str, str]]) -> Node:
    """The codes with their words; a code of digits may stand there as a number, too."""
    numbers = [int(code) for code in labels if code.isdecimal() and str(int(code)) == code]
    words = [each.get("en", "") for each in labels.values()]
    shape: Node = {"type": _TEXT if numbers else "string", "enum": [*labels, *numbers]}
    return shape | {"enumDescriptions": words}


def _exact(field: Field) -> Node:
    pattern, message = _EXACT[field.type]
    shape: Node = {"type": ["string"], "pattern": pattern, "patternErrorMessage": message}
    if field.type == "date":
        return shape
    shape["type"] = ["integer" if field.type != "number" else "number", "string"]
    return shape | {name: field.constraints[name] for name in _BOUNDS if name in field.constraints}


def _like(field: Field) -> str:
    """What to write instead, without a pattern in it."""
    return " ".join(filter(None, [field.description, f"It looks like this: {field.example}" if field.example else ""]))


def _part(fields: Iterable[Field], package: Package) -> Node:
    several = tuple(fields)
    shapes = {each.name: _told(each) | _or_nothing(_value(each, package), each.required) for each in several}
    return _object(several, shapes)


def _keyed(part: PartSchema, schema: Schema, package: Package, languages: tuple[str, ...]) -> Node:
    """A mapping with one entry per key that the resource may hold, each with its words.

    Editors show the words beside a reference; whoever judges by draft-07 to the letter passes over them.
    """
    one = {"$ref": f"#/definitions/{part.name}"}
    titles = keys_of(part, schema, package, languages)
    properties = {key: {"title": words, "description": words, **one} for key, words in titles.items()}
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _one(part: PartSchema, schema: Schema, package: Package) -> Node:
    return _part(entry_fields(part, schema), package) | {"type": ["object", "null"]}


def entry_fields(part: PartSchema, schema: Schema) -> tuple[Field, ...]:
    """What an entry of the part may hold in the resource: translations only of the texts that it has."""
    return tuple(each for each in part.fields if each.name != part.key and _shown(part, each, schema))


def keys_of(part: PartSchema, schema: Schema, package: Package, languages: Iterable[str]) -> dict[str, str]:
    """The keys under which entries of a keyed part may stand in the resource, with their English words.

    The questions that its pages ask come first; translations are into the given languages only.
    """
    key = part.field_named(part.key)
    labels = package.vocabularies[key.vocabulary].labels if key and key.vocabulary else {}
    order = [*(each for each in schema.questions if each in labels), *labels]
    allowed = tuple(languages) if part.name == TRANSLATIONS else tuple(dict.fromkeys(order))
    return {code: labels[code].get("en", code) if code in labels else code for code in allowed}


def _shown(part: PartSchema, field: Field, schema: Schema) -> bool:
    own = schema.field_named(field.name)
    return part.name != TRANSLATIONS or field.name == "state" or bool(own and own.translate)
