# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The fields of one Table Schema with their `hub:` properties → Field; a vocabulary becomes the allowed codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from porchlight.model.schema import ROLES, UNITS, Field, PartSchema, Vocabulary
from porchlight.model.shelf_life import DAYS
from porchlight.reading.exact import is_exact, typed
from porchlight.reading.hidden import guarded
from porchlight.reading.patterns import pattern_fault
from porchlight.reading.saying import did_you_mean, shown
from porchlight.reading.taking import Taker

_LENGTHS = ("minLength", "maxLength")
_BOUNDS = ("minimum", "maximum")
_ALLOWED = {
    "string": ("pattern", *_LENGTHS),
    "integer": _BOUNDS,
    "number": _BOUNDS,
    "date": _BOUNDS,
    "year": _BOUNDS,
    "array": (),
    "object": (),
}
_FORMATS = ("default", "email", "uri", "uuid")
COLUMNS = ("record", "position", "value")
"""Columns that every child table has besides the fields of its part (tables.py)."""

_LANGUAGE_CODE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Shared:
    """What every schema of a package may point at."""

    vocabularies: Mapping[str, Vocabulary]
    parts: Mapping[str, PartSchema]
    resources: tuple[str, ...] = ()


def read_fields(taker: Taker, shared: Shared, references: Mapping[str, str] | None = None) -> tuple[Field, ...]:
    """The schema's fields, in order; `references` gives the resource that a field points at.

    Of two fields with one name the first counts.
    """
    fields: dict[str, Field] = {}
    for each in taker.each("fields", "a field"):
        field = _field(each, shared, references or {})
        if field.name in fields:
            each.add(each.place_of("name"), "schema-mistake", f"There are two fields “{shown(field.name)}”.")
        fields.setdefault(field.name, field)
    return tuple(fields.values())


def _field(taker: Taker, shared: Shared, references: Mapping[str, str]) -> Field:
    name = taker.text("name", needed=True)
    kind = taker.choice("type", tuple(_ALLOWED), "string")
    if name in COLUMNS:
        taker.add(taker.place_of("name"), "schema-mistake", f"“{name}” is a name that the check itself needs.")
    constraints = _constraints(taker.one("constraints", "constraints"), kind)
    example = taker.node_of("example")
    hub = taker.one("hub", "hub") or taker.nothing("hub")
    vocabulary = _known(hub, "vocabulary", shared.vocabularies)
    part = _known(hub, "part", shared.parts)
    if kind == "object" and not part:
        taker.add(taker.place_of("type"), "schema-mistake", "A field of type object needs “part” below “hub”.")
    if vocabulary and kind == "string":
        constraints["enum"] = tuple(shared.vocabularies[vocabulary].labels)
    field = guarded(
        Field(
            name=name,
            type=kind,
            titles=_titles(taker, hub),
            description=taker.text("description"),
            example=", ".join(taker.texts("example")) if example and kind == "array" else taker.text("example"),
            constraints=constraints,
            format=_format(taker, kind),
            vocabulary=vocabulary,
            reference=references.get(name, ""),
            part=part,
            role=hub.choice("role", ROLES, ""),
            facet=_facet(hub, vocabulary),
            private=hub.flag("private"),
            withheld=hub.flag("withheld"),
            translate=hub.flag("translate"),
            shelf_life=hub.choice("shelf_life", DAYS, ""),
            unit=hub.choice("unit", UNITS, ""),
            hsds=hub.text("hsds"),
        )
    )
    hub.done(known=lambda key: bool(_LANGUAGE_CODE.fullmatch(key)))
    taker.done()
    return field


def _format(taker: Taker, kind: str) -> str:
    found = taker.choice("format", _FORMATS, "")
    if found in ("", "default") or kind == "string":
        return found
    taker.add(taker.place_of("format"), "schema-mistake", "Only a field of type string has a format.")
    return ""


def _facet(hub: Taker, vocabulary: str) -> bool:
    """True where pages narrow a list by this field; that needs codes with words to show."""
    wanted = hub.flag("facet")
    if wanted and not vocabulary:
        hub.add(hub.place_of("facet"), "schema-mistake", "A field with “facet: true” needs a “vocabulary”.")
    return wanted and bool(vocabulary)


def _titles(taker: Taker, hub: Taker) -> dict[str, str]:
    codes = [key.text for key in hub.names() if _LANGUAGE_CODE.fullmatch(key.text)]
    return {"en": taker.text("title", needed=True)} | {code: hub.text(code) for code in codes}


def _known(hub: Taker, name: str, choices: Mapping[str, object]) -> str:
    text = hub.text(name)
    if text and choices and text not in choices:
        hub.add(
            hub.place_of(name), "schema-mistake", f"There is no {name} “{shown(text)}”.", did_you_mean(text, choices)
        )
    return text if text in choices else ""


def _constraints(taker: Taker | None, kind: str) -> dict[str, Any]:
    if taker is None:
        return {}
    found: dict[str, Any] = {name: True for name in ("required", "unique") if taker.flag(name)}
    for name in _ALLOWED[kind]:
        value = _constraint(taker, name, kind)
        if value is not None:
            found[name] = value
    enum = taker.texts("enum")
    if enum and all(is_exact(kind, each) for each in enum):
        found["enum"] = enum
    elif enum:
        taker.add(taker.place_of("enum"), "schema-mistake", "“enum” does not suit a field of this type.")
    taker.done()
    return found


def _constraint(taker: Taker, name: str, kind: str) -> Any:
    if name in _LENGTHS:
        return taker.whole(name)
    text = taker.text(name)
    if not text:
        return None
    if name == "pattern":
        return _pattern(taker, text)
    if not is_exact(kind, text):
        taker.add(taker.place_of(name), "schema-mistake", f"“{name}” does not suit a field of this type.")
        return None
    return typed(kind, text)


def _pattern(taker: Taker, text: str) -> str | None:
    if fault := pattern_fault(text):
        taker.add(taker.place_of("pattern"), "schema-mistake", f"This pattern {fault}.", "Use a plainer one.")
        return None
    return text
