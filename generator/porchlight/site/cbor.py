# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""As much of CBOR (RFC 8949) as it takes to lay the lists of an index into other lists, and to read a name in them."""

from __future__ import annotations

from collections.abc import Sequence

BYTES, TEXT, LIST = 2, 3, 4
SHORT = 24
"""A number below this stands in the first byte itself; from it on, the byte tells how many bytes follow."""


def items(data: bytes) -> list[bytes]:
    """What stands in the list, each as it was written; ValueError where this is no list."""
    kind, count, at = _head(data, 0)
    if kind != LIST:
        raise ValueError("Here stands no list.")
    found = []
    for _ in range(count):
        end = _end(data, at)
        found.append(data[at:end])
        at = end
    return found


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
    for _ in range(number if kind == LIST else 0):
        at = _end(data, at)
    return at
