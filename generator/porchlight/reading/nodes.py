# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands in a YAML file: texts, mappings and lists, each with its place. Nothing is typed yet."""

from __future__ import annotations

from collections.abc import Mapping as ByName
from collections.abc import Sequence as Ordered
from typing import Any, NamedTuple

from porchlight.problems import Place

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain words that mean "not filled"; in quotes they are texts like any other, except the empty one."""


class Scalar(NamedTuple):
    """One text. `text` is what YAML says; `style` is how it was written: "" for plain, or one of `' " | >`."""

    text: str
    place: Place
    style: str = ""

    @property
    def filled(self) -> bool:
        """False for nothing at all: an empty text, or a plain `null` or `~`."""
        return self.text not in NOTHING if not self.style else bool(self.value.strip())

    @property
    def value(self) -> str:
        """The text as it was meant: without the line break that ends every `|` and `>` block."""
        return self.text.rstrip("\n") if self.style in ("|", ">") else self.text


class Entry(NamedTuple):
    """A key and what stands behind it."""

    key: Scalar
    value: Node


class Mapping(NamedTuple):
    """Entries by the text of their key, in the order in which they were written."""

    entries: ByName[str, Entry]
    place: Place

    def get(self, name: str) -> Node | None:
        """What stands behind the key, or None."""
        entry = self.entries.get(name)
        return entry.value if entry else None

    @property
    def filled(self) -> bool:
        """False where it holds no entry."""
        return bool(self.entries)


class Sequence(NamedTuple):
    """A list, in order."""

    items: tuple[Node, ...]
    place: Place

    @property
    def filled(self) -> bool:
        """False where it holds no item."""
        return bool(self.items)


Node = Scalar | Mapping | Sequence
Path = Ordered[str | int]


def step(node: Node, name: str | int) -> Node | None:
    """The node one step below, or None where there is no such step."""
    if isinstance(node, Mapping) and isinstance(name, str):
        return node.get(name)
    if isinstance(node, Sequence) and isinstance(name, int) and name < len(node.items):
        return node.items[name]
    return None


def place_at(node: Node, path: Path) -> Place:
    """The place of what the path leads to; of the last step that exists where it leads to nothing."""
    for name in path:
        below = step(node, name)
        if below is None:
            break
        node = below
    return node.place


def key_place(node: Node, name: str) -> Place:
    """The place of the key itself; of the whole where there is no such key."""
    entry = node.entries.get(name) if isinstance(node, Mapping) else None
    return entry.key.place if entry else node.place


def plain(node: Node) -> Any:
    """The same as dicts, lists and texts, without places; what is not filled is ""."""
    if isinstance(node, Scalar):
        return node.value if node.filled else ""
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(entry.value) for name, entry in node.entries.items()}
