# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where something stands in a page of text, and the Markdown that pages are judged by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Any

from markdown_it.token import Token

from porchlight.model.hub import Article
from porchlight.problems import Place
from porchlight.reading.markdown import Markdown


class _EachLink(Markdown):
    """Takes links for links that pages show as the text they are: other programs would follow them from a file."""

    def validateLink(self, url: str) -> bool:
        return True


MARKDOWN = _EachLink()
"""As pages are rendered, and with the links that they refuse."""

_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def tokens_of(article: Article) -> tuple[tuple[int, Token], ...]:
    """Every block of the text, in order, with the line that it begins on (from 0), also of what fences hold.

    What stands between fences is read as Markdown too: pages fold an answer, slides show notes to the speaker.
    """
    return _tokens_in(article.markdown)


@lru_cache(maxsize=256)  # several rules look at each text; none changes a token
def _tokens_in(markdown: str) -> tuple[tuple[int, Token], ...]:
    return tuple(_each_token(markdown))


def _each_token(markdown: str) -> Iterator[tuple[int, Token]]:
    waiting = [_read(markdown, 0)]  # no recursion: a stranger chooses how deep fences lie
    while waiting:
        for line, token in waiting[-1]:
            yield line, token
            if inside := _inside(token, line):
                waiting.append(inside)
                break
        else:
            waiting.pop()


def _inside(token: Token, line: int) -> Iterator[tuple[int, Token]] | None:
    match token.type:
        case "fence":
            press = ((line, each) for each in MARKDOWN.parseInline(token.info))
            return chain(press, _read(token.content, line + 1))
        case "code_block":  # where slides are cut, the indent goes
            return _read(_INDENT.sub("", token.content), line)
    return None


def _read(markdown: str, line: int) -> Iterator[tuple[int, Token]]:
    """The blocks with their lines, and each address that the text gives to the same words again: a slide may use it."""
    known: dict[str, Any] = {}
    for token in MARKDOWN.parse(markdown, known):
        yield line + (token.map[0] if token.map else 0), token
    for again in known.get("duplicate_refs", ()):
        link = f"[{again['label']}](<{again['href']}>)"
        yield from ((line + again["map"][0], token) for token in MARKDOWN.parseInline(link))


def place_of(article: Article, words: str, line: int = 0) -> Place:
    """Where the words first stand from that line of the text on, counted from 0; the line's begin where they don't."""
    lines = article.markdown.split("\n")
    found = next((number for number in range(line, len(lines)) if words in lines[number]), line)
    return Place(article.place.file, article.place.line + found, max(lines[found].find(words), 0) + 1)
