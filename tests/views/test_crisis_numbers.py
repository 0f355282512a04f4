# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever needs 988, 911 or 211 reads it on a phone: on each page that we ship it can be pressed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.conftest import ROOT

NUMBER = re.compile(r"(?<![\d-])(988|911|211)(?![\d-])")
PAGES = sorted(path for folder in ("content", "starter/content") for path in (ROOT / folder).rglob("*.md"))


def blocks(markdown: str) -> Iterator[Token]:
    """Each paragraph, item, cell and heading, also of the answers that are folded away."""
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        if token.type == "inline":
            yield token
        elif token.type == "fence":
            yield from blocks(token.content)


def bare(block: Token) -> set[str]:
    """The numbers in the block that no link of it says or dials."""
    linked, depth, named, reached = "", 0, "", ""
    for child in block.children or ():
        depth += child.nesting if child.type.startswith("link_") else 0
        reached += f" {child.attrGet('href')}" if child.type == "link_open" else ""
        if depth:
            linked += f" {child.content}"
        else:
            named += f" {child.content}"
    return set(NUMBER.findall(named)) - set(NUMBER.findall(linked)) - set(re.findall(r"(?:tel|sms):(\d+)", reached))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_number_for_danger_can_be_pressed(page: Path) -> None:
    """Write `[988](tel:988)`."""
    _, _, text = page.read_text(encoding="utf-8").split("---\n", 2)
    assert [(block.content, found) for block in blocks(text) if (found := bare(block))] == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Call or text 988.", {"988"}),
        ("```answer Look\nCall 211.\n```", {"211"}),
        ("Call [988](tel:988), then 911.", {"911"}),
        ("[Call](tel:988) or [text](sms:988) 988. See page 2119 and 1-211-555-0142.", set()),
    ],
)
def test_a_bare_number_is_seen(text: str, numbers: set[str]) -> None:
    assert {number for block in blocks(text) for number in bare(block)} == numbers
