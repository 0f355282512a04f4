# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which records are worth comparing at all: those that share a key. So a large hub is not compared each with each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from porchlight.duplicates.sides import Side

AT_MOST = 40
"""The most records that one key may bring together; of a greater block only those are compared that share more."""

Key = tuple[str, ...]
Pair = tuple[int, int]


def candidates(sides: Sequence[Side]) -> list[Pair]:
    """Pairs of positions to compare, each once and in order, only within one resource.

    How many there are grows with the number of records and not with its square: a block has `AT_MOST` records.
    """
    seldom = Counter(word for side in sides for word in set(side.name.words))
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    for at, side in enumerate(sides):
        for key in set(_keys(side, seldom)):
            blocks[(side.resource, *key)].append(at)
    found = {
        pair for block in blocks.values() for small in _small(block, sides, seldom) for pair in combinations(small, 2)
    }
    return sorted(found)


def _keys(side: Side, seldom: Mapping[str, int]) -> Iterator[Key]:
    yield from (("phone", phone) for phone in side.phones)
    yield from (("email", email) for email in side.emails)
    yield from (("page", page) for page in side.pages)
    if side.street:
        yield "street", side.street.number, side.street.words[0][:4]
    words = _rarest(side, seldom)
    yield from (("name", *pair) for pair in combinations(sorted(words[:3]), 2))
    yield from (("host", host, word) for host in side.hosts for word in words[:2])
    yield "all", "".join(side.name.words)[:10]
    if side.city:
        yield from (("town", side.city, word) for word in words[:2])
    yield from (("short", short) for short in side.name.shorts)
    if len(side.name.initials) > 2:
        yield "short", side.name.initials
    if words:
        yield "word", words[0]


def _rarest(side: Side, seldom: Mapping[str, int]) -> list[str]:
    """The words of the name, those first that fewest names hold."""
    return sorted(set(side.name.words), key=lambda word: (seldom[word], word))


def _small(block: list[int], sides: Sequence[Side], seldom: Mapping[str, int]) -> Iterable[list[int]]:
    """The block itself, or its records by the rarest word of their names where there are too many, each capped."""
    if len(block) <= AT_MOST:
        return (block,)
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for at in block:
        for word in _rarest(sides[at], seldom)[:2]:
            by_word[word].append(at)
    return (part for part in by_word.values() if len(part) <= AT_MOST)
