# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a raw record is built as its schema wants it: known fields, texts, lists and entries where they belong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from porchlight.model.schema import Field, Package, PartSchema
from porchlight.problems import Problem
from porchlight.reading.hidden import is_hidden, unquoted
from porchlight.reading.nodes import Entry, Mapping, Node, Path, Scalar, Sequence, place_at
from porchlight.reading.records import RawRecord
from porchlight.reading.saying import nearest, quoted, shown
from porchlight.reading.taking import needs_text, unknown_field

_SAFE_INSIDE = re.compile(r"(?!.*: )[\w(/.][\w ().+/:-]*(?<!:)")

_LINE_BREAK = re.compile(r"[\r\n]")
ONE_LINE = ("name", "number")
"""Fields that stand in headings, in links and behind “tel:”."""

Found = Iterator[tuple[Path, Problem]]
"""Problems, each with the path from the record to what can't be judged any further."""


def misshapen(raw: RawRecord, package: Package) -> Found:
    """Everything in the record that has another shape than its schema."""
    fields = {field.name: field for field in raw.schema.fields}
    if not raw.node.filled:
        yield (
            (),
            Problem(raw.node.place, "record-expected", "Here should stand a record: fields, each on its own line."),
        )
    for name, entry in raw.node.entries.items():
        if name not in fields:
            yield from _unknown(raw, entry, fields)
        elif entry.value.filled:
            yield from _field(fields[name], package.parts.get(fields[name].part), entry.value)
    for field in raw.schema.fields:
        if field.nested and field.required and not _filled(raw.node.get(field.name)):
            yield (field.name,), _missing(raw, field)


def _unknown(raw: RawRecord, entry: Entry, fields: dict[str, Field]) -> Found:
    """A field that nobody knows; the one that was surely meant is not missing besides."""
    problem = unknown_field(entry.key, raw.schema.resource, fields)
    meant = fields.get(nearest(entry.key.text, fields))
    if meant is not None and not _filled(raw.node.get(meant.name)):
        line = f"{meant.name}: {_as_value(_says(entry.value))}" if _says(entry.value) else ""
        problem = replace(problem, paste="" if meant.nested or is_hidden(meant) else line)
        yield (meant.name,), problem
    yield (entry.key.text,), problem


def _filled(node: Node | None) -> bool:
    return node is not None and node.filled


def _missing(raw: RawRecord, field: Field) -> Problem:
    place = place_at(raw.node, [field.name])
    if field.part != "sources":
        return Problem(place, "field-missing", f"“{field.name}” is missing.", hint=field.description)
    hint = "Write the page that says so and the day that it was read:"
    paste = "sources:\n  - {url: https://www.example.org/about, kind: own, read_on: 2026-11-23}"
    return Problem(place, "source-missing", "This record names no source.", hint=hint, paste=paste)


def _field(field: Field, part: PartSchema | None, node: Node) -> Found:
    for path, problem in _misfit(field, part, node):
        yield path, unquoted(problem, field.description) if is_hidden(field) and problem.paste else problem


def _misfit(field: Field, part: PartSchema | None, node: Node) -> Found:
    if part is None and field.nested:
        yield from _texts(field, node)
    elif part is None:
        yield from _text(node, field.name, (field.name,))
    elif part.shape == "keyed":
        yield from _keyed(field, part, node)
    else:
        yield from _list(field, part, node)


def _text(node: Node, name: str, path: Path) -> Found:
    if name in ONE_LINE and isinstance(node, Scalar) and _LINE_BREAK.search(node.value):
        message = f"“{name}” should stand on one line, but a line break is in it."
        yield path, Problem(node.place, "line-break", message, shown(node.value), "Write it on one line.")
    if not isinstance(node, Scalar) and node.filled:
        yield path, needs_text(node, name)


def _texts(field: Field, node: Node) -> Found:
    if not isinstance(node, Sequence):
        texts = [text.strip() for text in _says(node).split(",") if text.strip()] or ["one", "two"]
        message, paste = f"“{field.name}” should be a list, even of one.", f"{field.name}: [{_joined(texts)}]"
        yield (field.name,), _other(node, "list-expected", message, "Write:", paste)
        return
    for position, item in enumerate(node.items):
        if not isinstance(item, Scalar):
            message = f"Each entry of “{field.name}” should be one text."
            yield (field.name, position), Problem(item.place, "text-expected", message, hint="Write it as “- text”.")


def _joined(texts: list[str]) -> str:
    return ", ".join(map(_as_value, texts))


def _says(node: Node) -> str:
    return node.value if isinstance(node, Scalar) else ""


def _other(node: Node, code: str, message: str, hint: str, paste: str) -> Problem:
    """The problem of a node that has another shape, quoting it where it is a text."""
    return Problem(node.place, code, message, shown(_says(node)), hint, paste)


def _list(field: Field, part: PartSchema, node: Node) -> Found:
    if not isinstance(node, Sequence):
        message, hint = f"“{field.name}” should be a list, even of one.", "Put a dash and a space before each entry:"
        entry = _inline(node) if isinstance(node, Mapping) else _entry(part, _says(node))
        yield (field.name,), _other(node, "list-expected", message, hint, f"{field.name}:\n  - {entry}")
        return
    for position, item in enumerate(node.items):
        path = (field.name, position)
        if isinstance(item, Mapping):
            yield from _entries(field.name, part, item, path)
        else:
            message, paste = f"Each entry of “{field.name}” should hold fields.", f"- {_entry(part, _says(item))}"
            yield path, _other(item, "entry-expected", message, "Write:", paste)


def _inline(node: Mapping) -> str:
    """The texts of a mapping as they stand, on one line."""
    texts = {name: _says(entry.value) for name, entry in node.entries.items()}
    return "{" + ", ".join(f"{name}: {_as_value(text)}" for name, text in texts.items() if text) + "}"


def _entry(part: PartSchema, text: str) -> str:
    """A whole entry to paste: the text that stands there now in the first field, examples in the others."""
    needed = [field for field in part.fields if field.required and field.name != part.key]
    texts = [text or needed[0].example, *(field.example for field in needed[1:])] if needed else []
    return "{" + ", ".join(f"{field.name}: {_as_value(each)}" for field, each in zip(needed, texts, strict=True)) + "}"


def _as_value(text: str) -> str:
    """The text as it can stand inside brackets."""
    return text if _SAFE_INSIDE.fullmatch(text) else quoted(text)


def _keyed(field: Field, part: PartSchema, node: Node) -> Found:
    if not isinstance(node, Mapping):
        message = f"“{field.name}” should hold one entry for each {part.key}."
        paste = f"{field.name}:\n  {_example_key(part)}: {_entry(part, '')}"
        yield (field.name,), _other(node, "fields-expected", message, "Write:", paste)
        return
    for name, entry in node.entries.items():
        path = (field.name, name)
        if isinstance(entry.value, Mapping):
            yield from _entries(field.name, part, entry.value, path)
        elif entry.value.filled:
            yield path, _bare(part, name, entry.value)


def _example_key(part: PartSchema) -> str:
    key = part.field_named(part.key)
    return key.example if key else part.key


def _bare(part: PartSchema, name: str, node: Node) -> Problem:
    """“registry: yes”: an answer is a small record, never one word."""
    answer, as_of, how = (part.field_named(each) for each in ("answer", "as_of", "how"))
    if not (answer and as_of and how):
        message, paste = f"“{shown(name)}” should hold fields, each on its own line.", f"{name}: {_entry(part, '')}"
        return Problem(node.place, "fields-expected", message, hint="Write:", paste=paste)
    says = _says(node) or "…"
    meant = nearest(says, answer.constraints.get("enum", ())) or answer.example
    message = f"“{shown(name)}: {shown(says)}” needs a date and a source."
    paste = f"{name}: {{answer: {meant}, as_of: {as_of.example}, how: {how.example}}}"
    return Problem(node.place, "answer-bare", message, hint="Write:", paste=paste)


def _entries(owner: str, part: PartSchema, node: Mapping, path: Path) -> Found:
    names = [field.name for field in part.fields if field.name != part.key]
    for name, entry in node.entries.items():
        if name not in names:
            yield (*path, name), unknown_field(entry.key, owner, names)
        else:
            yield from _text(entry.value, name, (*path, name))
