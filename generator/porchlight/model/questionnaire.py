# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A questionnaire: blocks of items under one stem, answered by one ordered set of options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Words = Mapping[str, str]
"""The same text per language code."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen; `code` is what is stored."""

    code: str
    label: Words


@dataclass(frozen=True, slots=True)
class Item:
    """One statement. Its id is a field name that every form service takes: `[a-z][a-z0-9_]{1,39}`."""

    id: str
    label: Words


@dataclass(frozen=True, slots=True)
class Block:
    """Items under one stem. `stem_source` tells whose words the stem is: `seed` or `editor`."""

    id: str
    title: Words
    stem: Words
    stem_source: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A poll as data. `no_answer` stands apart from the options: it is not a middle."""

    id: str
    version: int
    title: Words
    intro: Words
    options: tuple[Option, ...]
    no_answer: Option
    blocks: tuple[Block, ...]

    def items(self) -> Iterator[Item]:
        """Every item, in the order in which it is asked."""
        for block in self.blocks:
            yield from block.items

    def codes(self) -> frozenset[str]:
        """Every code that an answer may hold, the one for no answer included."""
        return frozenset(option.code for option in (*self.options, self.no_answer))
