# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The papers of kits: every part that a door hands out as tagged PDF, slides with notes, texts to change in Word."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

from porchlight.documents.blocks import Block, Document, Heading, Paragraph, Quote, Run
from porchlight.documents.docx import docx
from porchlight.documents.from_markdown import Point, blocks_of
from porchlight.model import paths
from porchlight.model.hub import Article
from porchlight.paper.document import document_pdf, plain
from porchlight.paper.fact_lines import fact_lines
from porchlight.paper.typesetting import CannotPrint, typeset
from porchlight.reading.slides import FOLDER, Figure, Part, Slide, parts_of, slides_of
from porchlight.views.edition import Edition
from porchlight.views.figures import fact_told
from porchlight.views.kits import is_in_a_kit
from porchlight.views.template_documents import points

log = logging.getLogger("porchlight")


def kit_files(edition: Edition) -> dict[str, bytes]:
    """Every paper of the edition by path. What the fonts can't print is left out, and told."""
    files: dict[str, bytes] = {}
    for article in edition.articles:
        if is_in_a_kit(edition.hub, article):
            files |= _to_change(edition, article)
            try:
                files |= dict(_papers(edition, article))
            except CannotPrint as signs:
                log.warning("“%s” has no paper in “%s”: the fonts lack “%s”.", article.slug, edition.language, signs)
    return files


def _to_change(edition: Edition, article: Article) -> dict[str, bytes]:
    """A text as a file for word processors: a letter has parts in brackets that its sender changes."""
    if article.slug.startswith(FOLDER):
        return {}
    return {edition.path(paths.word_file(article.slug)): docx(_text(edition, article))}


def _papers(edition: Edition, article: Article) -> Iterator[tuple[str, bytes]]:
    paper = edition.path(paths.paper_file(article.slug))
    if article.slug.startswith(FOLDER):
        slides, point = slides_of(article.markdown), points(edition)
        yield paper, _slides_pdf(edition, article, slides)
        notes = tuple(block for slide in slides for block in _with_notes(edition, slide, point))
        yield edition.path(paths.notes_file(article.slug)), document_pdf(_document(edition, article, notes))
    else:
        yield paper, document_pdf(_text(edition, article))


def _text(edition: Edition, article: Article) -> Document:
    point = points(edition)
    blocks = (block for part in parts_of(article.markdown) for block in _blocks(edition, part, point))
    return _document(edition, article, tuple(blocks))


def _document(edition: Edition, article: Article, blocks: tuple[Block, ...]) -> Document:
    return Document(article.title, article.language, blocks, by=edition.hub.settings.name, note=edition.made_up)


def _slides_pdf(edition: Edition, article: Article, slides: tuple[Slide, ...]) -> bytes:
    point = points(edition)
    data = {
        "lang": article.language,
        "title": article.title,
        "lead": article.description,
        "note": edition.made_up,
        "by": edition.hub.settings.name,
        "slides": [
            {"title": slide.title, "parts": [_plain_part(edition, part, point) for part in slide.parts]}
            for slide in slides
        ],
    }
    return typeset("slides.typ", {"deck": json.dumps(data, ensure_ascii=False)})


def _plain_part(edition: Edition, part: Part, point: Point) -> dict[str, Any]:
    if isinstance(part, str):
        return {"kind": "words", "blocks": plain(blocks_of(part, point))}
    fact = fact_told(edition, part)
    if fact is None:
        return {"kind": "gone", "words": edition.t("review.over")}
    lines = fact_lines(edition, fact)._asdict()
    return {"kind": "fact"} | {name: line.value if line else "" for name, line in lines.items()}


def _with_notes(edition: Edition, slide: Slide, point: Point) -> Iterator[Block]:
    """The slide and what to say to it, to read from."""
    yield Heading(2, (Run(slide.title),))
    for part in slide.parts:
        yield from _blocks(edition, part, point)
    if slide.notes:
        yield Quote((Paragraph((Run(edition.t("slides.notes"), strong=True),)), *blocks_of(slide.notes, point)))


def _blocks(edition: Edition, part: Part, point: Point) -> Iterator[Block]:
    yield from _fact_blocks(edition, part) if isinstance(part, Figure) else blocks_of(part, point)


def _fact_blocks(edition: Edition, figure: Figure) -> Iterator[Block]:
    fact = fact_told(edition, figure)
    if fact is None:
        yield Paragraph((Run(edition.t("review.over")),))
        return
    lines = fact_lines(edition, fact)
    yield Paragraph((Run(lines.words.value, strong=True),))
    if lines.caveat:
        yield Paragraph((Run(lines.caveat.value, emphasis=True),))
    for line in filter(None, (lines.source, lines.again)):
        yield Paragraph((Run(line.value),))
