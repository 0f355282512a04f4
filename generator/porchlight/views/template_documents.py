# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A template and the words for its places → a document, or the same as Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from porchlight.documents.blocks import Document
from porchlight.documents.filling import NONE, filled
from porchlight.documents.from_markdown import Point, blocks_of
from porchlight.documents.markdown_file import markdown_file
from porchlight.model.hub import Article
from porchlight.model.template import FOLDER, Template
from porchlight.views.articles import resolver
from porchlight.views.edition import Edition

Ending = Literal["docx", "odt", "md", "pdf"]
ENDINGS: tuple[Ending, ...] = get_args(Ending)
"""The forms in which people pass a template on, in the order in which its page offers them."""


def templates_of(edition: Edition) -> tuple[tuple[Article, Template], ...]:
    """The hub's templates in this language, in English where one is not written in it yet, by name."""
    return tuple((article, article.template) for article in edition.articles if article.template)


def name_of(article: Article) -> str:
    """How the template is called, on the command line and in the names of its files."""
    return article.slug.removeprefix(FOLDER).replace("/", "-")


def template_path(article: Article, ending: str) -> str:
    """Where a file of the template lies: beside its page."""
    return f"{article.slug}/{name_of(article)}.{ending}"


def document_of(
    edition: Edition, article: Article, template: Template, values: Mapping[str, str], known: Mapping[str, str] = NONE
) -> Document:
    """The document; what is `known` can still be changed in it, and all else stays a place to fill by hand."""
    blocks = filled(blocks_of(article.markdown, points(edition)), template, values, known)
    return Document(article.title, article.language, blocks, edition.hub.settings.name, edition.made_up)


def markdown_of(edition: Edition, article: Article, template: Template, values: Mapping[str, str]) -> bytes:
    """The same as a file of Markdown."""
    return markdown_file(article.title, edition.made_up, article.markdown, template, values, points(edition))


def points(edition: Edition) -> Point:
    """Links by name, as they work from a file that lies anywhere; none where the hub has no address yet."""
    base, resolve = edition.hub.settings.address.rstrip("/"), resolver(edition, "")

    def point(address: str) -> str | None:
        there = resolve(address)
        return f"{base}/{edition.path('')}{there.removeprefix('./')}" if base and there is not None else None

    return point
