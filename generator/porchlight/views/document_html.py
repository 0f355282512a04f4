# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Blocks as safe HTML; each place to fill carries the name of its field."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from porchlight.documents.blocks import (
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
    Table,
    Words,
)

_BREAK = Markup("<br>")


def document_html(blocks: Blocks) -> Markup:
    """The document below a page's own title. Addresses are those of the blocks."""
    return Markup("\n").join(map(_block, blocks))


def _block(block: Block) -> Markup:
    match block:
        case Heading():
            return Markup("<h{0}>{1}</h{0}>").format(block.level, _words(block.words))
        case Paragraph():
            return Markup("<p>{}</p>").format(_words(block.words))
        case Quote():
            return Markup("<blockquote>{}</blockquote>").format(document_html(block.blocks))
        case Listing():
            return _listing(block)
        case Table():
            return _table(block)
        case PageBreak():
            return Markup('<hr class="page-break">')


def _listing(listing: Listing) -> Markup:
    items = Markup().join(map(_item, listing.items))
    if listing.start is None:
        boxes = any(item.checked is not None for item in listing.items)
        return Markup("<ul{}>{}</ul>").format(Markup(' class="boxes"') if boxes else "", items)
    return Markup('<ol start="{}">{}</ol>').format(listing.start, items)


def box(checked: bool) -> Markup:
    """A box to tick, before the words of its item."""
    return Markup('<span class="box">{}</span> ').format("☒" if checked else "☐")


def _item(item: Item) -> Markup:
    ticked = "" if item.checked is None else box(item.checked)
    match item.blocks:
        case (Paragraph(words), *rest):
            return Markup("<li>{}{}{}</li>").format(ticked, _words(words), document_html(tuple(rest)))
    return Markup("<li>{}</li>").format(document_html(item.blocks))


def _table(table: Table) -> Markup:
    lines = Markup().join(_line(line, "<td>{}</td>") for line in table.lines)
    return Markup(
        '<div class="wide-table" tabindex="0"><table><thead>{}</thead><tbody>{}</tbody></table></div>'
    ).format(_line(table.head, '<th scope="col">{}</th>'), lines)


def _line(cells: Iterable[Words], cell: str) -> Markup:
    return Markup("<tr>{}</tr>").format(Markup().join(Markup(cell).format(_words(each)) for each in cells))


def _words(words: Words) -> Markup:
    return Markup().join(map(_inline, words))


def _inline(word: Inline) -> Markup:
    if isinstance(word, Gap):
        place = Markup(' data-gap="{}"').format(word.name) if word.name else Markup()
        place += " data-known" if word.known else ""
        return _looks(Markup('<span class="gap"{}>{}</span>').format(place, _lines(word.blank)), word.strong)
    words = _looks(_lines(word.text), word.strong)
    words = Markup("<em>{}</em>").format(words) if word.emphasis else words
    return Markup('<a href="{}">{}</a>').format(word.link, words) if word.link else words


def _looks(words: Markup, strong: bool) -> Markup:
    return Markup("<strong>{}</strong>").format(words) if strong else words


def _lines(text: str) -> Markup:
    return _BREAK.join(map(Markup.escape, text.split("\n")))
