# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Our Markdown → blocks: `- [ ]` is a box to tick, `***` a new page, `{{name}}` a place to fill, `____` a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from markdown_it.tree import SyntaxTreeNode as Node

from porchlight.documents.blocks import (
    LONG,
    Block,
    Blocks,
    Gap,
    Heading,
    Inline,
    Item,
    Listing,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Table,
    Words,
)
from porchlight.model.template import FIELD_NAME
from porchlight.reading.markdown import Markdown

_LINE = re.compile(r"_{4,}")
PLACE = re.compile(rf"\{{\{{\s*({FIELD_NAME.pattern})\s*\}}\}}")
_GAP = re.compile(rf"(\{{\{{\s*{FIELD_NAME.pattern}\s*\}}\}}|{_LINE.pattern})")
BOX = re.compile(r"\[([ xX])\] ")
"""What an item begins with that is a box to tick; between its brackets stands whether it is ticked."""

_NAME = re.compile(r"\s*\{#[a-z][a-z0-9-]*\}$")

FOLDED = "answer "
"""What a fence begins with that pages fold away below the words after it; paper shows it."""

ROOM = 3
"""Lines of writing where a line stands alone."""

Point = Callable[[str], str | None]
"""Turns "page:peers" into an address that works on paper, or None for one that is none of ours."""


def blocks_of(markdown: str, point: Point = lambda _address: None) -> Blocks:
    """The text as blocks; raw HTML is the text it is, and of a picture its words are left."""
    return _whole(tuple(_blocks(Node(Markdown().parse(markdown)), point)))


def _whole(blocks: Blocks) -> Blocks:
    """No level of heading is left out: a reader that goes by headings would look for what is not there."""
    level, whole = 1, []
    for block in blocks:
        if isinstance(block, Heading):
            level = min(block.level, level + 1)
            block = replace(block, level=level)
        whole.append(block)
    return tuple(whole)


def _blocks(node: Node, point: Point) -> Iterator[Block]:
    for child in node.children:
        match child.type:
            case "heading":
                yield Heading(max(2, int(child.tag[1])), _heading_words(child, point))
            case "paragraph":
                yield Paragraph(_words(child, point))
            case "bullet_list" | "ordered_list":
                yield _listing(child, point)
            case "table":
                yield _table(child, point)
            case "blockquote":
                yield Quote(tuple(_blocks(child, point)))
            case "hr":
                yield Paragraph((Gap(lines=ROOM, width=LONG),)) if child.markup.startswith("_") else PageBreak()
            case "fence" if child.info.startswith(FOLDED):
                words = Paragraph((Run(child.info.removeprefix(FOLDED), strong=True),))
                yield Quote((words, *blocks_of(child.content, point)))
            case _:  # code
                yield Paragraph((Run(child.content.rstrip("\n")),))


def _listing(node: Node, point: Point) -> Listing:
    start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    return Listing(tuple(_item(child, point) for child in node.children), start)


def _item(node: Node, point: Point) -> Item:
    blocks = tuple(_blocks(node, point))
    match blocks:
        case (Paragraph((Run() as run, *words)), *rest) if box := BOX.match(run.text):
            run = replace(run, text=run.text[box.end() :])
            return Item((Paragraph(_without_empty((run, *words))), *rest), checked=box[1] != " ")
    return Item(blocks)


def _table(node: Node, point: Point) -> Table:
    lines = [tuple(_words(cell, point) for cell in line.children) for part in node.children for line in part.children]
    return Table(lines[0], tuple(lines[1:]))


def _heading_words(node: Node, point: Point) -> Words:
    """A heading's words without the name that pages link to it by."""
    words = _words(node, point)
    if words and isinstance(last := words[-1], Run):
        words = _without_empty((*words[:-1], replace(last, text=_NAME.sub("", last.text))))
    return words


def _words(node: Node, point: Point) -> Words:
    """The words of a paragraph, a heading or a cell, each stretch of one look together."""
    runs = (run for inline in node.children for run in _runs(inline, Run(""), point))
    return tuple(word for run in _joined(runs) for word in _with_gaps(run))


def _runs(node: Node, look: Run, point: Point) -> Iterator[Run]:
    for child in node.children:
        match child.type:
            case "strong":
                yield from _runs(child, replace(look, strong=True), point)
            case "em":
                yield from _runs(child, replace(look, emphasis=True), point)
            case "link":
                address = str(child.attrs["href"])
                yield from _runs(child, replace(look, link=point(address) or _web(address)), point)
            case "hardbreak":
                yield replace(look, text="\n")
            case "softbreak":
                yield replace(look, text=" ")
            case _:  # text, code, the words of a picture
                yield replace(look, text=child.content)


def _web(address: str) -> str:
    """An address that anyone can follow from a file of their own, or ""."""
    return address if address.startswith(("https://", "http://", "mailto:", "tel:")) else ""


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    for (strong, emphasis, link), same in groupby(runs, key=lambda run: (run.strong, run.emphasis, run.link)):
        yield Run("".join(run.text for run in same), strong, emphasis, link)


def _with_gaps(run: Run) -> Iterator[Inline]:
    """The run, cut where something is to be filled in."""
    for part in filter(None, _GAP.split(run.text)):
        place = PLACE.fullmatch(part)
        if place:
            yield Gap(place[1], strong=run.strong)
        elif _LINE.fullmatch(part):
            yield Gap(width=len(part), strong=run.strong)
        else:
            yield replace(run, text=part)


def _without_empty(words: Words) -> Words:
    return tuple(word for word in words if isinstance(word, Gap) or word.text)
