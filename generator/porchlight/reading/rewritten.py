# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Texts without quotes that another program, writing the file anew, would turn into other texts: `07102` into 7102.

Here they are read as they stand, so nothing is wrong yet. A code or a day that was turned is refused by the check; a
free text would pass, so it is told before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from porchlight.model.schema import Field, Package, PartSchema
from porchlight.problems import Problem
from porchlight.reading.hidden import is_hidden, unquoted
from porchlight.reading.nodes import Mapping, Node, Scalar, Sequence
from porchlight.reading.records import RawRecord
from porchlight.reading.saying import quoted

_SUSPECT = re.compile(r"[-+.]?\d|[-+]?\.(inf|nan)$|(y|yes|n|no|on|off|true|false)$", re.IGNORECASE)
_SAME_AGAIN = re.compile(r"0|-?[1-9]\d{0,14}|-?(0|[1-9]\d{0,8})\.\d{0,5}[1-9]|true|false|\d{4}-\d\d-\d\d", re.ASCII)
"""Numbers, words and days that come out of every program as they went in."""
_NEW_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?|0o[0-7]+|0x[\da-f]+", re.ASCII | re.IGNORECASE)
_OLD: Any = yaml.SafeLoader("")  # YAML 1.1; its `resolve` has no types


def rewritten(raws: Iterable[RawRecord], package: Package) -> Iterator[Problem]:
    """A line of care for each free text of the records that some program would write as another."""
    for raw in raws:
        for field in raw.schema.fields:
            if (node := raw.node.get(field.name)) is not None:
                for problem in _in_field(field, node, package):
                    yield unquoted(problem, "Put it in quotes.") if is_hidden(field) else problem


def _in_field(field: Field, node: Node, package: Package) -> Iterator[Problem]:
    if field.part:
        yield from _in_part(package.parts[field.part], node)
    elif is_free(field):
        yield from _in_texts(field.name, node)


def _in_part(part: PartSchema, node: Node) -> Iterator[Problem]:
    entries = node.items if isinstance(node, Sequence) else ()
    keyed = [entry.value for entry in node.entries.values()] if isinstance(node, Mapping) else []
    for entry in (*entries, *keyed):
        for field in part.fields if isinstance(entry, Mapping) else ():
            inner = entry.get(field.name) if isinstance(entry, Mapping) else None
            if inner is not None and is_free(field):
                yield from _in_texts(field.name, inner)


def is_free(field: Field) -> bool:
    """True for a field of free texts, which no check would find turned into others."""
    return field.type in ("string", "array") and not field.vocabulary


def _in_texts(name: str, node: Node) -> Iterator[Problem]:
    if isinstance(node, Scalar) and turns(node.text, node.style):
        yield _told(name, node, f"{name}: {quoted(node.text)}")
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Scalar) and turns(item.text, item.style):
            yield _told(name, item, f"- {quoted(item.text)}")


def turns(text: str, style: str) -> bool:
    """True for a plain text that some reader of YAML takes for a number, a truth value or a time, and writes anew."""
    if style or not _SUSPECT.match(text) or _SAME_AGAIN.fullmatch(text):
        return False
    tag: str = _OLD.resolve(yaml.ScalarNode, text, (True, False))
    old_word = re.fullmatch("y|n", text, re.IGNORECASE)  # PyYAML leaves these two out, other readers do not
    return bool(_NEW_NUMBER.fullmatch(text) or old_word or not tag.endswith(":str"))


def _told(name: str, node: Scalar, paste: str) -> Problem:
    message = f"“{name}” stands without quotes, and some editors would make another text of it."
    return Problem(node.place, "quotes-better", message, node.text, "Write:", paste, "care")
