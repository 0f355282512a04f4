# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a document is made of, whatever file it becomes: headings, paragraphs, lists, tables, and places to fill."""

from __future__ import annotations

from dataclasses import dataclass

SHORT, LONG = 16, 60
"""How many signs long a line to write on is: in a sentence, and across the page."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look. A line break inside them is meant: the next words begin a line."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place to be filled, known by its name; on paper a line to write on. `label` tells what belongs there.

    Without a name it is a line that stays one in every copy, as many signs long as `width` says. `lines` is how many
    lines of writing it gives room for. `known` are words that stand there until someone puts in others.
    """

    name: str = ""
    label: str = ""
    lines: int = 1
    strong: bool = False
    width: int = SHORT
    known: str = ""

    @property
    def blank(self) -> str:
        """How it looks where nobody has filled it yet: what is known, or what belongs there and lines."""
        if self.known:
            return self.known
        line = "_" * self.width
        first = f"[{self.label}: {line}]" if self.label else line
        return "\n".join((first, *("_" * LONG for _ in range(1, self.lines))))


Inline = Run | Gap
Words = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 6: level 1 is the title, and no level is left out on the way down."""

    level: int
    words: Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    words: Words


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; `checked` is None where it has no box to tick."""

    blocks: tuple[Block, ...]
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `start` is the first number, or None where it has bullets."""

    items: tuple[Item, ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one line of heads; every line is as long as that."""

    head: tuple[Words, ...]
    lines: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What is set apart from the text around it, such as a warning or somebody's own words."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


Block = Heading | Paragraph | Listing | Table | Quote | PageBreak
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: `by` is the hub that gives it, `note` a line that stands above the title, or ""."""

    title: str
    language: str
    blocks: Blocks
    by: str
    note: str = ""

    @property
    def locale(self) -> str:
        """The language as word processors name it, with a country: ours is the United States."""
        return self.language if "-" in self.language else f"{self.language}-US"
