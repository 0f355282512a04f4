# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""As much of CBOR (RFC 8949) as it takes to lay the lists of an index into other lists, and to read a name in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

BYTES, TEXT, LIST = 2, 3, 4
SHORT = 24
"""A number below this stands in the first byte itself; from it on, the byte tells how many bytes follow."""


def items(data: bytes) -> list[bytes]:
    """What stands in the list, each as it was written; ValueError where this is no list."""
    count, at = _into(data)
    found = []
    for _ in range(count):
        end = _end(data, at)
        found.append(data[at:end])
        at = end
    return found


def first(data: bytes) -> bytes:
    """What stands first in a list that is not empty, as it was written; ValueError where this is no list."""
    _, at = _into(data)
    return data[at : _end(data, at)]


def _into(data: bytes) -> tuple[int, int]:
    """How many things the list holds, and where they begin."""
    kind, count, at = _head(data, 0)
    if kind != LIST:
        raise ValueError("Here stands no list.")
    return count, at


def text(data: bytes) -> str:
    """The text that stands here; ValueError where this is none."""
    kind, length, at = _head(data, 0)
    if kind != TEXT:
        raise ValueError("Here stands no text.")
    return data[at : at + length].decode()


def list_of(parts: Sequence[bytes]) -> bytes:
    """A list of what is written already."""
    return _head_of(LIST, len(parts)) + b"".join(parts)


def text_of(words: str) -> bytes:
    """The text as it is written."""
    told = words.encode()
    return _head_of(TEXT, len(told)) + told


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """What kind of thing stands here, its number or length, and where that ends."""
    kind, number = data[at] >> 5, data[at] & 31
    if number < SHORT:
        return kind, number, at + 1
    end = at + 1 + (1 << (number - SHORT))
    return kind, int.from_bytes(data[at + 1 : end], "big"), end


def _head_of(kind: int, number: int) -> bytes:
    if number < SHORT:
        return bytes([kind << 5 | number])
    width = next(each for each in range(4) if number < 1 << (8 << each))
    return bytes([kind << 5 | SHORT + width]) + number.to_bytes(1 << width, "big")


def _end(data: bytes, at: int) -> int:
    """Where the thing that begins here ends."""
    kind, number, at = _head(data, at)
    if kind in (BYTES, TEXT):
        return at + number
    left = number if kind == LIST else 0
    while left:
        count, at = _passed(data, at, left)
        left -= count
    return at


def _passed(data: bytes, at: int, most: int) -> tuple[int, int]:
    """How many things were passed at once, and where they end."""
    for count, run in _runs():
        if count <= most and (found := run.match(data, at)):
            return count, found.end()
    return 1, _end(data, at)


@cache
def _runs() -> Sequence[tuple[int, re.Pattern[bytes]]]:
    """So many simple things in a row, the most first: numbers, short lists of numbers, and short lists of both.

    An index holds hundreds of thousands of them; to look at each would take most of the time of cutting it.
    """
    number = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a].{4}|[\x1b\x3b].{8})"
    flat = b"(?:%s|%s)" % (number, _lists(number))
    simple = b"(?:%s|%s)" % (number, _lists(flat))
    return [(count, re.compile(b"%s{%d}+" % (simple, count), re.DOTALL)) for count in (64, 8, 1)]


def _lists(item: bytes, most: int = 3) -> bytes:
    """The pattern of a list of at most so many such items."""
    return b"|".join(re.escape(_head_of(LIST, count)) + item * count for count in range(most + 1))
