# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A sentence that states a fact and links to it lives as long as the fact: past its day its paragraph gives way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from markdown_it.token import Token

from porchlight.documents.from_markdown import FOLDED
from porchlight.reading.markdown import Markdown

_RECORD = "record:"
_NOTES = "notes"
"""The fence of what is said to a slide."""

Until = Callable[[str], str]
"""The day (ISO) after which a record must not be told as true, by its key; "" for never."""


def never(_key: str) -> str:
    """The answer where nothing leaves by itself."""
    return ""


def mark(tokens: Sequence[Token], until: Until) -> None:
    """Let each paragraph, item or cell that links to such a record give way in the browser on the first of the days."""
    around: list[Token] = []
    for token in tokens:
        around = _opened(around, token)
        days = sorted(day for key in _keys(token) if (day := until(key)))
        if days and around[-1].type != "heading_open":
            holder = next(each for each in reversed(around) if not each.hidden)
            told = str(holder.attrGet("data-until") or days[0])
            holder.attrSet("data-enhance", "checked")
            holder.attrSet("data-until", min(told, days[0]))


def _opened(around: list[Token], token: Token) -> list[Token]:
    """What is open behind the token."""
    return [*around, token] if token.nesting == 1 else around[:-1] if token.nesting == -1 else around


def without_overdue(markdown: str, instead: Mapping[str, str]) -> str:
    """The text, in which each paragraph, item or cell that links to one of these keys says what stands `instead`.

    All else stays to the letter: a heading names what is below it, and a fence that is none of ours shows its lines.
    """
    lines = markdown.split("\n")
    tokens = Markdown().parse(markdown)
    for before, token in reversed(list(pairwise((*tokens[:1], *tokens)))):  # from the end: what is above keeps its line
        key = next((key for key in _keys(token) if key in instead), "")
        if token.map and key and before.type != "heading_open":
            first, content = token.map[0], token.content.split("\n")
            lines[first] = lines[first].replace(content[0], instead[key], 1)
            del lines[first + 1 : first + len(content)]
        elif token.map and token.type == "fence" and token.info.startswith((FOLDED, _NOTES)):
            first, after = token.map[0] + 1, token.map[1] - 1
            lines[first:after] = without_overdue("\n".join(lines[first:after]), instead).split("\n")
    return "\n".join(lines)


def _keys(token: Token) -> Iterator[str]:
    """The keys of the records that a stretch of text links to."""
    for child in token.children or ():
        address = str(child.attrGet("href") or "") if child.type == "link_open" else ""
        if address.startswith(_RECORD):
            yield address.removeprefix(_RECORD)
