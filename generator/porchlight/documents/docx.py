# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A document for Word: real headings, lists and tables, and a content control for each place to fill."""

from __future__ import annotations

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

BULLETS = 1
DEEPEST = 2


@lru_cache(maxsize=128)
def docx(document: Document) -> bytes:
    """The file, the same bytes for the same document."""
    body = _Body()
    head = [body.paragraph(body.words((Run(document.note, strong=True),)))] if document.note else []
    head += [body.paragraph(body.words((Run(document.title),)), "Heading1")]
    content = Markup().join([*head, *body.blocks(document.blocks)])
    return packed(
        {
            "[Content_Types].xml": shipped("docx-types.xml"),
            "_rels/.rels": shipped("docx-rels.xml"),
            "docProps/core.xml": shipped(
                "docx-core.xml", title=printable(document.title), by=printable(document.by), language=document.locale
            ),
            "word/document.xml": shipped("docx-document.xml").replace("$content", content),
            "word/_rels/document.xml.rels": shipped("docx-document-rels.xml").replace("$links", body.link_parts()),
            "word/styles.xml": shipped("docx-styles.xml", language=document.locale),
            "word/settings.xml": shipped("docx-settings.xml", language=document.locale),
            "word/numbering.xml": shipped("docx-numbering.xml").replace("$numbers", body.number_parts()),
            "word/footer1.xml": shipped("docx-footer.xml", by=printable(document.by)),
        }
    )


class _Body:
    """Makes paragraphs, and remembers what they point to in other parts: links, and lists with numbers of their own."""

    def __init__(self) -> None:
        self._links: list[str] = []
        self._starts: list[tuple[int, int]] = []
        self._gaps = 0

    def blocks(self, blocks: Blocks, style: str = "") -> Iterator[Markup]:
        for block in blocks:
            yield from self._block(block, style)

    def _block(self, block: Block, style: str) -> Iterator[Markup]:
        match block:
            case Heading():
                yield self.paragraph(self.words(block.words), f"Heading{block.level}")
            case Paragraph():
                yield self.paragraph(self.words(block.words), style)
            case Quote():
                yield from self.blocks(block.blocks, "Quote")
            case Listing():
                yield from self._listing(block, 0)
            case Table():
                yield self._table(block)
            case PageBreak():
                yield Markup('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')

    def _listing(self, listing: Listing, level: int) -> Iterator[Markup]:
        number = BULLETS
        if listing.start is not None:
            self._starts.append((level, listing.start))
            number = BULLETS + len(self._starts)
        for item in listing.items:
            yield from self._item(item, number, level)

    def _item(self, item: Item, number: int, level: int) -> Iterator[Markup]:
        first, *rest = item.blocks or (Paragraph(()),)
        if not isinstance(first, Paragraph):
            first, rest = Paragraph(()), list(item.blocks)
        words = self.words(first.words)
        if item.checked is None:
            yield self.paragraph(words, "ListParagraph", (number, min(level, DEEPEST)))
        else:
            yield self.paragraph(_box(item.checked) + words, "CheckList")
        for block in rest:
            if isinstance(block, Listing):
                yield from self._listing(block, level + 1)
            else:
                yield from self._block(block, "ListParagraph")

    def _table(self, table: Table) -> Markup:
        width = 9360 // len(table.head)
        columns = Markup('<w:gridCol w:w="{}"/>').format(width) * len(table.head)
        head = Markup("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{}</w:tr>").format(
            self._cells(table.head, width, "TableHead")
        )
        lines = (
            Markup("<w:tr><w:trPr><w:cantSplit/></w:trPr>{}</w:tr>").format(self._cells(line, width, "TableText"))
            for line in table.lines
        )
        return Markup(
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>'
            '<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>{}</w:tblGrid>{}{}</w:tbl><w:p/>'
        ).format(columns, head, Markup().join(lines))

    def _cells(self, cells: Iterable[Words], width: int, style: str) -> Markup:
        cell = Markup('<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>{}</w:tc>')
        return Markup().join(cell.format(width, self.paragraph(self.words(each), style)) for each in cells)

    def paragraph(self, content: Markup, style: str = "", number: tuple[int, int] | None = None) -> Markup:
        """One paragraph; `number` is the list that it belongs to, and its level there."""
        looks = Markup('<w:pStyle w:val="{}"/>').format(style) if style else Markup()
        if number:
            looks += Markup('<w:numPr><w:ilvl w:val="{1}"/><w:numId w:val="{0}"/></w:numPr>').format(*number)
        return Markup("<w:p><w:pPr>{}</w:pPr>{}</w:p>").format(looks, content)

    def words(self, words: Words) -> Markup:
        return Markup().join(map(self._inline, words))

    def _inline(self, word: Inline) -> Markup:
        if isinstance(word, Gap):
            return self._gap(word)
        if not word.link:
            return _run(word.text, word.strong, word.emphasis)
        self._links.append(word.link)
        return Markup('<w:hyperlink r:id="link{}">{}</w:hyperlink>').format(
            len(self._links), _run(word.text, word.strong, word.emphasis, style="Hyperlink")
        )

    def _gap(self, gap: Gap) -> Markup:
        words = _run(gap.blank, gap.strong)
        if not gap.name:
            return words
        self._gaps += 1
        return Markup(
            '<w:sdt><w:sdtPr><w:alias w:val="{}"/><w:tag w:val="{}"/><w:id w:val="{}"/><w:showingPlcHdr/>'
            '<w:text w:multiLine="1"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
        ).format(printable(gap.label)[:64], gap.name, self._gaps, words)

    def link_parts(self) -> Markup:
        """The addresses that the text points to."""
        part = Markup(
            '<Relationship Id="link{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            'hyperlink" Target="{}" TargetMode="External"/>'
        )
        return Markup().join(part.format(n, printable(link)) for n, link in enumerate(self._links, 1))

    def number_parts(self) -> Markup:
        """The lists that count: each from its own start."""
        part = Markup(
            '<w:num w:numId="{}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="{}"><w:startOverride w:val="{}"/>'
            "</w:lvlOverride></w:num>"
        )
        return Markup().join(
            part.format(BULLETS + n, min(level, DEEPEST), start) for n, (level, start) in enumerate(self._starts, 1)
        )


def _run(text: str, strong: bool = False, emphasis: bool = False, style: str = "") -> Markup:
    looks = Markup('<w:rStyle w:val="{}"/>').format(style) if style else Markup()
    looks += Markup("<w:b/>") * strong + Markup("<w:i/>") * emphasis
    line = Markup('<w:t xml:space="preserve">{}</w:t>')
    return Markup("<w:r><w:rPr>{}</w:rPr>{}</w:r>").format(
        looks, Markup("<w:br/>").join(line.format(each) for each in printable(text).split("\n"))
    )


def _box(checked: bool) -> Markup:
    """A box that Word ticks on a press."""
    return Markup(
        '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/><w14:checkedState w14:val="2612"/>'
        '<w14:uncheckedState w14:val="2610"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>{}</w:t></w:r>'
        "</w:sdtContent></w:sdt><w:r><w:tab/></w:r>"
    ).format(int(checked), "☒" if checked else "☐")
