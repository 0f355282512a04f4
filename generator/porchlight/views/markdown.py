# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Markdown that strangers may write, as safe HTML: no raw HTML, no odd addresses, links into the hub by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token
from markupsafe import Markup, escape

from porchlight.documents.from_markdown import BOX, FOLDED
from porchlight.reading.markdown import Markdown
from porchlight.views.document_html import box
from porchlight.views.linked_facts import Until, mark, never

NAME = re.compile(r"\{#([a-z][a-z0-9-]*)\}$")

Resolve = Callable[[str], str | None]
"""Turns "record:housing/maple-house" or "page:peers" into a link, or None for an address that is none of ours."""


def render(markdown: str, resolve: Resolve, until: Until = never) -> Markup:
    """The text as HTML. Raw HTML is shown as the text it is; the renderer refuses script and data addresses.

    What links to a record gives way on the day that `until` tells of it.
    """
    parser = Markdown()
    tokens = parser.parse(markdown)
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            _name(token, inline)
    mark(tokens, until)
    _tick(tokens)
    _label(tokens)
    for token in tokens:
        _fold(token, resolve, until)
        for child in token.children or ():
            _point(child, resolve)
    return Markup(parser.renderer.render([*_framed(tokens)], parser.options, {}))


def _name(heading: Token, inline: Token) -> None:
    """A heading that ends in {#name} can be linked to by that name."""
    last = inline.children[-1] if inline.children else None
    if last and (name := NAME.search(last.content)):
        heading.attrSet("id", name[1])
        last.content = last.content[: name.start()].rstrip()


def _tick(tokens: Sequence[Token]) -> None:
    """An item that begins with `[ ]` is a box to tick, as in templates and on paper, and its list has no bullets."""
    lists: list[Token] = []
    for at, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(token)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif (
            token.type == "list_item_open"
            and (words := _first_words(tokens[at:]))
            and (found := BOX.match(words.content))
        ):
            words.content = words.content[found.end() :]
            _put_before(words, tokens[at + 2], box(found[1] != " "))
            lists[-1].attrSet("class", "boxes")


def _first_words(tokens: Sequence[Token]) -> Token | None:
    """The text that an item begins with."""
    inline = tokens[2] if len(tokens) > 2 else None
    children = inline.children if inline and inline.type == "inline" else None
    return children[0] if children and children[0].type == "text" else None


def _put_before(words: Token, inline: Token, html: Markup) -> None:
    ours = Token("html_inline", "", 0, content=html)  # ours: the parser makes none
    inline.children = [ours, words, *(inline.children or ())[1:]]


def _framed(tokens: Sequence[Token]) -> Iterator[Token]:
    """A table that is too wide moves sideways in a frame of its own."""
    for token in tokens:
        if token.type == "table_open":
            yield Token("html_block", "", 0, content='<div class="wide-table" tabindex="0">\n')
        yield token
        if token.type == "table_close":
            yield Token("html_block", "", 0, content="</div>\n")


def _label(tokens: Sequence[Token]) -> None:
    """On a phone each cell of a table stands below the one before, with its head."""
    heads: list[str] = []
    at = 0
    for token, inline in pairwise(tokens):
        match token.type:
            case "table_open":
                token.attrSet("class", "stacked wordings")
                heads = []
            case "th_open":
                token.attrSet("scope", "col")
                heads.append(_plain(inline))
            case "tr_open":
                at = 0
            case "td_open":
                token.attrSet("data-label", heads[at])
                at += 1


def _plain(inline: Token) -> str:
    return "".join(child.content for child in inline.children or ())


def _fold(fence: Token, resolve: Resolve, until: Until) -> None:
    """A fence of an answer stays folded until somebody presses its words; no script is needed."""
    if fence.type == "fence" and fence.info.startswith(FOLDED):
        press = escape(fence.info.removeprefix(FOLDED))
        fence.content = f"<details><summary>{press}</summary>\n{render(fence.content, resolve, until)}</details>\n"
        fence.type = "html_block"  # ours: the parser makes none


def _point(token: Token, resolve: Resolve) -> None:
    if token.type != "link_open":
        return
    address = str(token.attrGet("href") or "")
    token.attrSet("href", resolve(address) or address)
