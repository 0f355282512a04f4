# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A questionnaire: blocks of items under one stem, answered by one ordered set of options, asked in waves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from porchlight.problems import Place

Words = Mapping[str, str]
"""The same text per language code."""

Side = Literal["disagree", "neutral", "agree"]
"""The three classes that options fall into: small groups of answers are told in these only."""

SIDES: tuple[Side, ...] = get_args(Side)

BreakdownBy = Literal["mode", "language"]


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen; `code` is what is stored."""

    code: str
    label: Words


@dataclass(frozen=True, slots=True)
class Query:
    """Records that are an answer to an item: those of a resource that hold one of the codes in each field."""

    resource: str
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """One statement. Its id is a field name that every form service takes: `[a-z][a-z0-9_]{1,39}`.

    `supply` tells what the hub holds for it; where it is empty, only records that name the item count.
    """

    id: str
    label: Words
    supply: tuple[Query, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Items under one stem. `stem_source` tells whose words the stem is: `seed` or `editor`."""

    id: str
    title: Words
    stem: Words
    stem_source: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Wave:
    """One time of asking. `opens` and `closes` are its first and last day, None where it has none."""

    id: str
    opens: date | None = None
    closes: date | None = None
    invited: Words = field(default_factory=dict)

    def is_open(self, day: date) -> bool:
        """True on its days, the first and the last included."""
        return (self.opens is None or self.opens <= day) and (self.closes is None or day <= self.closes)


FIRST_WAVE = Wave("first")
"""Stands in a poll that names no wave: asked at all times."""


@dataclass(frozen=True, slots=True)
class Provider:
    """Which form service takes the answers: a name in `data/form_services.yaml`, and what it knows the form by.

    `settings` fills the places in the service's address; `fields` are its own names of items, where it has such.
    """

    service: str
    key: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A poll as data. `no_answer` stands apart from the options: it is not a middle.

    The options are in order, from full disagreement to full agreement. `languages` are those that it is asked in;
    the first stands in for what is not written in another. `waves` is never empty.
    """

    id: str
    version: int
    title: Words
    intro: Words
    options: tuple[Option, ...]
    no_answer: Option
    blocks: tuple[Block, ...]
    languages: tuple[str, ...] = ("en", "es")
    waves: tuple[Wave, ...] = (FIRST_WAVE,)
    provider: Provider | None = None
    breakdowns: tuple[BreakdownBy, ...] = ()
    place: Place = field(default=Place(""), compare=False)
    _items: tuple[Item, ...] = field(init=False, repr=False, compare=False)  # each post asks for these two
    _codes: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_items", tuple(item for block in self.blocks for item in block.items))
        codes = frozenset(option.code for option in (*self.options, self.no_answer))
        object.__setattr__(self, "_codes", codes)

    def items(self) -> Iterator[Item]:
        """Every item, in the order in which it is asked."""
        return iter(self._items)

    def codes(self) -> frozenset[str]:
        """Every code that an answer may hold, the one for no answer included."""
        return self._codes

    def side_of(self, code: str) -> Side:
        """The class of an option: the lower half disagrees, the upper half agrees, a middle one is neutral."""
        position = 2 * next(i for i, option in enumerate(self.options) if option.code == code) - len(self.options) + 1
        return "neutral" if position == 0 else "agree" if position > 0 else "disagree"

    def wave(self, wave_id: str) -> Wave | None:
        """The wave with that id, or None."""
        return next((wave for wave in self.waves if wave.id == wave_id), None)

    def wave_on(self, day: date) -> Wave | None:
        """The wave that takes answers on a day, or None."""
        return next((wave for wave in self.waves if wave.is_open(day)), None)

    def next_wave(self, day: date) -> Wave | None:
        """The wave that opens first after a day, or None."""
        coming = [(wave.opens, wave) for wave in self.waves if wave.opens and wave.opens > day]
        return min(coming, key=lambda pair: pair[0])[1] if coming else None

    def said(self, words: Words, language: str) -> str:
        """The words in a language, or in the first one where there are none."""
        return words.get(language) or words.get(self.languages[0], "")
