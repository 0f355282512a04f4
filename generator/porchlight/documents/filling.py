# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words into the places of a document; what nobody knows stays a line to write on that says what belongs there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

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
    Run,
    Table,
    Words,
)
from porchlight.model.template import Template, TemplateField

NONE: Mapping[str, str] = MappingProxyType({})

LINES = 4
"""Lines of writing for a place that asks for more than a few words."""


def filled(blocks: Blocks, template: Template, values: Mapping[str, str], known: Mapping[str, str] = NONE) -> Blocks:
    """The blocks with the words of each place put in, by the names of the template's fields.

    What is `known` stands in its place, and the place stays one.
    """

    def words(of: Words) -> Words:
        return tuple(_word(each, template, values, known) for each in of)

    def within(inner: Blocks) -> Blocks:
        return tuple(map(put, inner))

    def put(block: Block) -> Block:
        match block:
            case Heading() | Paragraph():
                return replace(block, words=words(block.words))
            case Quote():
                return Quote(within(block.blocks))
            case Listing():
                return replace(block, items=tuple(Item(within(item.blocks), item.checked) for item in block.items))
            case Table():
                return Table(tuple(map(words, block.head)), tuple(tuple(map(words, line)) for line in block.lines))
            case PageBreak():
                return block

    return within(blocks)


def _word(word: Inline, template: Template, values: Mapping[str, str], known: Mapping[str, str]) -> Inline:
    if not isinstance(word, Gap) or not (field := template.field(word.name)):
        return word
    value = values.get(word.name, "").strip()
    if value:
        return Run(value, strong=word.strong)
    return replace(gap_of(field), strong=word.strong, known=known.get(word.name, ""))


def gap_of(field: TemplateField) -> Gap:
    """The place of a field that nobody has filled: with what there is to choose from, and with room for long words."""
    choices = f" ({' / '.join(field.choices)})" if field.choices else ""
    return Gap(field.name, f"{field.label}{choices}", LINES if field.kind == "long" else 1)
