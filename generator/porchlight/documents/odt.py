# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A document for LibreOffice and others: real headings, lists and tables, and a placeholder for each place to fill."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from markupsafe import Markup

from porchlight.documents.blocks import (
    Block,
    Blocks,
    Document,
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
from porchlight.documents.packing import packed, printable, shipped

MIMETYPE = "application/vnd.oasis.opendocument.text"

_KEPT_SPACE = re.compile(r"(\n|\t| {2,}|^ | $)")
"""White space that a reader of ODF would join to one space."""


@lru_cache(maxsize=128)
def odt(document: Document) -> bytes:
    """The file, the same bytes for the same document."""
    head = [_paragraph(_run(Run(document.note, strong=True)))] if document.note else []
    head += [_heading(1, (Run(document.title),))]
    content = Markup().join([*head, *_blocks(document.blocks)])
    language, _, country = document.locale.partition("-")
    title, by = printable(document.title), printable(document.by)
    return packed(
        {
            "mimetype": MIMETYPE,
            "META-INF/manifest.xml": shipped("odt-manifest.xml"),
            "meta.xml": shipped("odt-meta.xml", title=title, by=by, language=document.locale),
            "styles.xml": shipped("odt-styles.xml", by=by, language=language, country=country),
            "content.xml": shipped("odt-content.xml").replace("$content", content),
        }
    )


def _blocks(blocks: Blocks, style: str = "Text_20_body") -> Iterator[Markup]:
    for block in blocks:
        yield from _block(block, style)


def _block(block: Block, style: str) -> Iterator[Markup]:
    match block:
        case Heading():
            yield _heading(block.level, block.words)
        case Paragraph():
            yield _paragraph(_words(block.words), style)
        case Quote():
            yield from _blocks(block.blocks, "Quotations")
        case Listing():
            yield _listing(block)
        case Table():
            yield _table(block)
        case PageBreak():
            yield _paragraph(Markup(), "Page_20_break")


def _heading(level: int, words: Words) -> Markup:
    return Markup('<text:h text:style-name="Heading_20_{0}" text:outline-level="{0}">{1}</text:h>').format(
        level, _words(words)
    )


def _paragraph(content: Markup, style: str = "Text_20_body") -> Markup:
    return Markup('<text:p text:style-name="{}">{}</text:p>').format(style, content)


def _listing(listing: Listing) -> Markup:
    style = "Numbers" if listing.start is not None else "Bullets"
    if any(item.checked is not None for item in listing.items):
        style = "Boxes"
    items = Markup().join(
        _item(item, listing.start if position == 0 else None) for position, item in enumerate(listing.items)
    )
    return Markup('<text:list text:style-name="{}">{}</text:list>').format(style, items)


def _item(item: Item, start: int | None) -> Markup:
    content = Markup().join(_blocks(_with_box(item), "List_20_text"))
    first = Markup(' text:start-value="{}"').format(start) if start is not None else Markup()
    return Markup("<text:list-item{}>{}</text:list-item>").format(first, content)


def _with_box(item: Item) -> Blocks:
    if item.checked is None or not item.blocks or not isinstance(first := item.blocks[0], Paragraph):
        return item.blocks
    return (Paragraph((Run("☒ " if item.checked else "☐ "), *first.words)), *item.blocks[1:])


def _table(table: Table) -> Markup:
    return Markup(
        '<table:table table:style-name="Grid"><table:table-column table:number-columns-repeated="{}"/>'
        "<table:table-header-rows>{}</table:table-header-rows>{}</table:table>{}"
    ).format(
        len(table.head),
        _line(table.head, "Table_20_Heading"),
        Markup().join(_line(line, "Table_20_Contents") for line in table.lines),
        _paragraph(Markup()),
    )


def _line(cells: Iterable[Words], style: str) -> Markup:
    cell = Markup('<table:table-cell table:style-name="Cell" office:value-type="string">{}</table:table-cell>')
    return Markup("<table:table-row>{}</table:table-row>").format(
        Markup().join(cell.format(_paragraph(_words(each), style)) for each in cells)
    )


def _words(words: Words) -> Markup:
    return Markup().join(map(_inline, words))


def _inline(word: Inline) -> Markup:
    if not isinstance(word, Gap):
        return _run(word)
    if not word.name:
        return _text(word.blank)
    line, *more = word.blank.split("\n")
    # What stands in a placeholder is one line to LibreOffice. The span holds it and the further lines together.
    place = Markup('<text:placeholder text:placeholder-type="text" text:description="{}">{}</text:placeholder>')
    content = place.format(word.name, printable(line)) + _text("".join(f"\n{each}" for each in more))
    return Markup('<text:span text:style-name="{}">{}</text:span>').format("Strong" if word.strong else "Gap", content)


def _run(run: Run) -> Markup:
    content = _text(run.text)
    style = f"{'Strong' * run.strong}{'Emphasis' * run.emphasis}"
    if style:
        content = Markup('<text:span text:style-name="{}">{}</text:span>').format(style, content)
    if run.link:
        content = Markup('<text:a xlink:type="simple" xlink:href="{}">{}</text:a>').format(printable(run.link), content)
    return content


def _text(text: str) -> Markup:
    return Markup().join(map(_piece, _KEPT_SPACE.split(printable(text))))


def _piece(piece: str) -> Markup:
    if piece == "\n":
        return Markup("<text:line-break/>")
    if piece == "\t":
        return Markup("<text:tab/>")
    if piece and not piece.strip(" "):
        return Markup('<text:s text:c="{}"/>').format(len(piece))
    return Markup.escape(piece)
