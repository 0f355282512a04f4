# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Our Markdown → slides: `##` begins one, a block marked `fact` names records, `notes` are for the speaker.

Other pages of text name facts in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

FOLDER = "slides/"
"""Where pages lie that are slides, below the folder of their language."""

_HEAD = re.compile(r"^## +(.+?)\s*$")
_FENCE = re.compile(r"^```(fact|notes)?\s*$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A record of a fact, by its key `facts/id`: what is told of numbers comes from there alone."""

    key: str


Part = str | Figure
"""A stretch of Markdown, or a figure in its place."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; `notes` is Markdown that only the speaker sees."""

    title: str
    parts: tuple[Part, ...]
    notes: str = ""


def slides_of(markdown: str) -> tuple[Slide, ...]:
    """The slides in their order; what stands before the first heading is on none."""
    pieces = re.split(r"^(?=## )", markdown, flags=re.MULTILINE)
    return tuple(_slide(piece) for piece in pieces if _HEAD.match(piece.partition("\n")[0]))


def parts_of(markdown: str) -> tuple[Part, ...]:
    """The words and the figures of a page of text, in their order."""
    return tuple(part for kind, text in _stretches(markdown) for part in _parts(kind, text))


def _slide(piece: str) -> Slide:
    head, _, body = piece.partition("\n")
    found = _HEAD.match(head)
    stretches = list(_stretches(body))
    parts = (part for kind, text in stretches for part in _parts(kind, text))
    notes = "\n\n".join(text for kind, text in stretches if kind == "notes")
    return Slide(found[1] if found else "", tuple(parts), notes)


def _parts(kind: str, text: str) -> Iterator[Part]:
    if kind == "fact":
        yield from (Figure(f"facts/{line.strip()}") for line in text.splitlines() if line.strip())
    elif kind == "" and text.strip():
        yield text.strip()


def _stretches(body: str) -> Iterator[tuple[str, str]]:
    """The text cut at our fences: what each stretch is ("" for words), and its lines."""
    kind, lines = "", list[str]()
    for line in body.split("\n"):  # as Markdown does; no other sign ends a line
        fence = _FENCE.match(line)
        if fence and (kind or fence[1]):
            yield kind, "\n".join(lines)
            kind, lines = "" if kind else str(fence[1]), []
        else:
            lines.append(line)
    yield kind, "\n".join(lines)
