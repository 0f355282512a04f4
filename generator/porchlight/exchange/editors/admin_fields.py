# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A field of a schema → a field of the form at /admin/, in the words of Sveltia CMS, which Decap CMS reads too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from porchlight.exchange.editors.json_schema import entry_fields, keys_of
from porchlight.model.schema import Field, Package, Schema

Node = dict[str, Any]

_FOLDED = {"collapsed": "auto", "minimize_collapsed": "auto"}
"""A list that holds something is one line until it is pressed; an empty one shows what to press to begin it."""
LONG = 160
"""A text that may be longer gets a box of several lines; in a box of one line, its line breaks would be lost."""


def form_field(field: Field, schema: Schema, package: Package, languages: Iterable[str]) -> Node:
    """The field as the form shows it; `languages` are those into which the hub translates."""
    head = _head(field)
    if not field.part:
        return head | (_several(field, package) if field.type == "array" else _value(field, package))
    part = package.parts[field.part]
    entry = [_head(each) | _value(each, package) for each in entry_fields(part, schema)]
    if part.shape == "list":
        return head | _FOLDED | {"widget": "list", "summary": _summary(entry), "fields": entry}
    keys = keys_of(part, schema, package, languages)
    return head | {"widget": "object", "collapsed": "auto", "fields": [_keyed(*key, entry) for key in keys.items()]}


def _head(field: Field) -> Node:
    hint = field.description
    return {"name": field.name, "label": field.titles["en"], "required": field.required, "hint": hint}


def _summary(entry: list[Node]) -> str:
    """What a folded entry of a list shows: what it must hold, so that two are told apart."""
    return " · ".join(f"{{{{{each['name']}}}}}" for each in entry if each["required"])


def _keyed(key: str, words: str, entry: list[Node]) -> Node:
    """One question, rule or language: a group that is added by a press, and is not in the file before."""
    return {"name": key, "label": words, "widget": "object", "required": False, "collapsed": "auto", "fields": entry}


def _several(field: Field, package: Package) -> Node:
    if field.vocabulary:
        return _select(package.vocabularies[field.vocabulary].labels) | {"multiple": True}
    return {
        "widget": "list",
        "minimize_collapsed": "auto",
        "field": {"name": "text", "label": field.titles["en"], "widget": "string"},
    }


def _value(field: Field, package: Package) -> Node:
    if field.vocabulary:
        return _select(package.vocabularies[field.vocabulary].labels)
    if field.reference:
        return _relation(field.reference)
    if field.type in ("integer", "year", "number"):
        return _number(field)
    return _day() if field.type == "date" else _text(field)


def _select(labels: Mapping[str, Mapping[str, str]]) -> Node:
    return {"widget": "select", "options": [{"label": each["en"], "value": code} for code, each in labels.items()]}


def _relation(resource: str) -> Node:
    shown = {"value_field": "id", "search_fields": ["name", "id"], "display_fields": ["name"]}
    return {"widget": "relation", "collection": resource, **shown}


def _number(field: Field) -> Node:
    bounds = {"min": "minimum", "max": "maximum"}
    limits = {name: field.constraints[each] for name, each in bounds.items() if each in field.constraints}
    return {"widget": "number", "value_type": "float" if field.type == "number" else "int", **limits}


def _day() -> Node:
    """Without the empty default, Decap would write the day on which the form was opened."""
    return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "time_format": False, "default": ""}


def _text(field: Field) -> Node:
    most = field.constraints.get("maxLength", 0)
    lengths = {"minlength": "minLength", "maxlength": "maxLength"}
    shape: Node = {"widget": "text" if most > LONG else "string"}
    shape |= {name: field.constraints[each] for name, each in lengths.items() if each in field.constraints}
    if pattern := field.constraints.get("pattern"):
        shape["pattern"] = [f"^(?:{pattern})$", f"It looks like this: {field.example}"]
    return shape
