# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The parts of results: tables of figures, bars, and what people asked for beside what is here."""

from __future__ import annotations

from dataclasses import dataclass

from porchlight.views.parts import Checked, Link, Text


@dataclass(frozen=True, slots=True)
class FiguresRow:
    """An item and its figures; `quiet` is a second line below the item."""

    label: Text
    cells: tuple[str, ...]
    href: str = ""
    quiet: str = ""


@dataclass(frozen=True, slots=True)
class FiguresTable:
    """A table of items: `heads` are the words above the item and above each of its figures."""

    id: str
    caption: str
    heads: tuple[str, ...]
    rows: tuple[FiguresRow, ...]

    def __post_init__(self) -> None:
        if any(len(row.cells) + 1 != len(self.heads) for row in self.rows):
            raise ValueError(f"The table {self.id} has {len(self.heads)} heads, and a line with other cells.")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a bar: where it begins and ends and how wide it is, in percent of the drawing; `look` is its class."""

    x: str
    end: str
    width: str
    look: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number beside a bar; `anchor` says whether it starts or ends at `x`, in percent of the drawing."""

    x: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One item's bar. `words` tell it in a sentence; `line` is where disagreement ends and agreement begins."""

    label: str
    words: str
    line: str
    pieces: tuple[Piece, ...]
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars of one block, all to one measure. `key` tells in words how to read them."""

    title: str
    key: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """An item beside what the hub holds for it. `checked` says when that was last looked at, None where it is nothing.

    `share` is how many agree, or that nobody was asked yet; `here` and `asked` are numbers of records; `add` is
    where to bring something in for the item.
    """

    item: Link
    add: str
    share: str
    here: str
    asked: str
    checked: Checked | None
    missing: str


@dataclass(frozen=True, slots=True)
class NeedsTable:
    """All items of a poll beside what the hub holds; `add` is the way to add something."""

    id: str
    caption: str
    rows: tuple[Need, ...]
    add: Link


@dataclass(frozen=True, slots=True)
class Wording:
    """The exact words of one version: a line per block and item, with a text per language in the order of `heads`."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Text, ...]], ...]


@dataclass(frozen=True, slots=True)
class OpenWave:
    """The way to a poll's form while a wave is open: from `opens` to `closes`, as a machine reads them, "" for none."""

    way: Link
    opens: str
    closes: str


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules under one heading, in whole sentences."""

    title: str
    rules: tuple[str, ...]
