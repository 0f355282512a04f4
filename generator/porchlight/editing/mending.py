# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Several fields of one record changed at once, with what follows from them."""

from __future__ import annotations

from collections.abc import Sequence

from porchlight.editing.finding import Found
from porchlight.editing.yaml_edit import put, take_out
from porchlight.exchange.yaml_out import Value
from porchlight.reading.nodes import Mapping, Node, Path, plain, step

Changes = Sequence[tuple[Path, Value | None]]
"""Paths below the record, each with what to put there; None takes it out."""

_DIALED = ("check", "checked_on")


def mended(record: Found, changes: Changes) -> str:
    """The record's file with the changes made; raises CannotEdit.

    A new number has been dialed by nobody, so the mark of the old one goes, unless the changes say otherwise.
    """
    order = [field.name for field in record.schema.fields]
    text = record.text
    for path, value in [*changes, *_no_longer_dialed(record, changes)]:
        whole = [*record.path, *path]
        text = take_out(text, whole) if value is None else put(text, whole, value, order)
    return text


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
