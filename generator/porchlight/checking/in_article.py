# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where something stands in a page of text, and the Markdown that pages are judged by."""

from __future__ import annotations

from markdown_it import MarkdownIt

from porchlight.model.hub import Article
from porchlight.problems import Place

MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
"""As pages are rendered (views/markdown.py)."""


def place_of(article: Article, words: str, line: int = 0) -> Place:
    """Where the words first stand from that line of the text on, counted from 0; the line's begin where they don't."""
    lines = article.markdown.split("\n")
    found = next((number for number in range(line, len(lines)) if words in lines[number]), line)
    return Place(article.place.file, article.place.line + found, max(lines[found].find(words), 0) + 1)
