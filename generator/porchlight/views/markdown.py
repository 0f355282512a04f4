# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Markdown that strangers may write, as safe HTML: no raw HTML, no odd addresses, links into the hub by name."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from porchlight.documents.from_markdown import FOLDED
from porchlight.views.linked_facts import Until, mark, never

NAME = re.compile(r"\{#([a-z][a-z0-9-]*)\}$")

Resolve = Callable[[str], str | None]
"""Turns "record:housing/maple-house" or "page:peers" into a link, or None for an address that is none of ours."""


def render(markdown: str, resolve: Resolve, until: Until = never) -> Markup:
    """The text as HTML. Raw HTML is shown as the text it is; the renderer refuses script and data addresses.

    What links to a record gives way on the day that `until` tells of it.
    """
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(markdown)
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            _name(token, inline)
    mark(tokens, until)
    for token in tokens:
        _fold(token, resolve, until)
        for child in token.children or ():
            _point(child, resolve)
    return Markup(parser.renderer.render(tokens, parser.options, {}))


def _name(heading: Token, inline: Token) -> None:
    """A heading that ends in {#name} can be linked to by that name."""
    last = inline.children[-1] if inline.children else None
    if last and (name := NAME.search(last.content)):
        heading.attrSet("id", name[1])
        last.content = last.content[: name.start()].rstrip()


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
