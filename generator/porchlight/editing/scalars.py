# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A new text in the manner of the one that it replaces: plain stays plain, quotes stay quotes, where that is safe."""

from __future__ import annotations

import re
from typing import Any

import yaml

from porchlight.editing.spans import Span
from porchlight.exchange.yaml_out import Item, flow_yaml, inline_yaml, quoted_yaml, scalar_yaml
from porchlight.reading.nodes import plain
from porchlight.reading.yaml_text import read_yaml

_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?|0[xo][\da-f]+|[-+]?\.(inf|nan)", re.ASCII | re.IGNORECASE)
"""What some reader of YAML, old or new, takes for a number."""

_RESOLVER: Any = yaml.SafeLoader("")  # its `resolve` has no types


def scalar_like(text: str, old: Span, value: Item) -> str | None:
    """What to write in place of `old`; None where that is a block, so that the whole entry is written anew."""
    if not isinstance(value, str):
        return None if old.style in ("|", ">") else str(value)
    if old.flow:
        return _manner(old, value) or flow_yaml(value)
    if old.style in ("|", ">") or "\n" in value:
        return None
    used = old.start - (text.rfind("\n", 0, old.start) + 1)
    if "\n" in scalar_yaml(value, used, 0):
        return None
    return _manner(old, value) or inline_yaml(value)


def _manner(old: Span, value: str) -> str | None:
    if old.style == '"':
        return quoted_yaml(value)
    if old.style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return value if not old.style and _plain_is_safe(old, value) else None


def _plain_is_safe(old: Span, value: str) -> bool:
    """Whether the text, without quotes, is read as itself here and as the same kind of thing elsewhere."""
    around = f"{{key: {value}}}" if old.flow else f"key: {value}"
    node, problems = read_yaml(around.encode("utf-8", "replace"), "")
    if node is None or problems or plain(node) != {"key": value}:
        return False
    return _kind(value) == _kind(old.text) if old.text else _kind(value) == "text"


def _kind(text: str) -> str:
    """What other readers of YAML make of a plain text."""
    if _NUMBER.fullmatch(text):
        return "number"
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    return "text" if tag.endswith(":str") else tag
