# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The same changes on plain dicts, lists and texts: what an edited file is measured against."""

from __future__ import annotations

from typing import Any

from porchlight.exchange.yaml_out import Value
from porchlight.reading.nodes import Path


def as_read(value: Any) -> Any:
    """The value as reading a file tells it: dicts, lists and texts."""
    if isinstance(value, dict):
        return {name: as_read(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_read(each) for each in value]
    return str(value)


def put_into(data: Any, path: Path, value: Value) -> Any:
    """A copy of `data` with the value where the path leads; what is missing on the way is made."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = list(data) if isinstance(data, list) else []
        below = put_into(items[step] if step < len(items) else None, rest, value)
        return [*items[:step], below, *items[step + 1 :]]
    entries = dict(data) if isinstance(data, dict) else {}
    return entries | {step: put_into(entries.get(step), rest, value)}


def taken_from(data: Any, path: Path) -> Any:
    """A copy of `data` without what the path leads to, and without what then holds nothing."""
    step, rest = path[0], path[1:]
    items = dict(data) if isinstance(data, dict) else dict(enumerate(data)) if isinstance(data, list) else {}
    if step in items:
        below = taken_from(items[step], rest) if rest else None
        items = items | {step: below} if below else {name: each for name, each in items.items() if name != step}
    return items if isinstance(data, dict) else list(items.values())
