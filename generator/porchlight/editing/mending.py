# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Several fields of one record changed at once, with what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from porchlight.editing.finding import Found
from porchlight.editing.yaml_edit import put, take_out
from porchlight.exchange.yaml_out import Value
from porchlight.reading.nodes import Mapping, Node, Path, plain, step

Changes = Sequence[tuple[Path, Value | None]]
"""Paths below the record, each with what to put there; None takes it out."""

_DIALED = ("check", "checked_on")
_ANSWERED = ("answer", "as_of")
_OF_THE_ANSWER = ("words", "words_es", "by")
"""What someone said on one day, and who said it: it is not said again by giving a new answer or a new day."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The file's new text, and what went besides that nobody asked for, in words."""

    text: str
    told: tuple[str, ...] = ()


def mended(record: Found, changes: Changes) -> Mended:
    """The record's file with the changes made; raises CannotEdit.

    A new number has been dialed by nobody, so the mark of the old one goes; under a new answer or day, the words of
    the old one and who said them go. Either stays where the changes themselves say what it is.
    """
    order = [field.name for field in record.schema.fields]
    gone = tuple(_no_longer_said(record, changes))
    text = record.text
    for path, value in [*changes, *_no_longer_dialed(record, changes), *((path, None) for path in gone)]:
        whole = [*record.path, *path]
        text = take_out(text, whole) if value is None else put(text, whole, value, order)
    return Mended(text, tuple(_told(path) for path in gone))


def _no_longer_said(record: Found, changes: Changes) -> Iterator[Path]:
    said = {tuple(path) for path, _ in changes}
    for way in dict.fromkeys(tuple(path[:2]) for path, value in changes if _answered_anew(record, path, value)):
        there = _there(record, [*way])
        yield from ([*way, name] for name in _OF_THE_ANSWER if name in there and (*way, name) not in said)


def _answered_anew(record: Found, path: Path, value: Value | None) -> bool:
    """True where an answer, known by its question, is no longer what it was or of another day."""
    asked = len(path) == 3 and isinstance(path[1], str) and path[2] in _ANSWERED
    return asked and _there(record, path[:2]).get(str(path[2])) != (None if value is None else str(value))


def _told(path: Path) -> str:
    field = ".".join(map(str, path))
    return f"{field} went: it was said with the old answer. If it was said again, give it, too: {field}='…'"


def _no_longer_dialed(record: Found, changes: Changes) -> Changes:
    said = {tuple(path) for path, _ in changes}
    follow: list[tuple[Path, Value | None]] = []
    for path, value in changes:
        if len(path) != 3 or path[0] != "phones" or path[2] != "number" or value is None:
            continue
        entry = _there(record, path[:2])
        if entry.get("number") in (None, str(value)) or any((*path[:2], name) in said for name in _DIALED):
            continue
        follow += [([*path[:2], "check"], "not_dialed")]
        follow += [([*path[:2], "checked_on"], None)] if entry.get("checked_on") else []
    return follow


def _there(record: Found, path: Path) -> dict[str, str]:
    """What the entry says now; nothing where there is none."""
    node: Node | None = record.node
    for name in path:
        node = step(node, name) if node else None
    return plain(node) if isinstance(node, Mapping) else {}
