# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a poster says, and what the page of posters prints."""

from __future__ import annotations

from dataclasses import dataclass

from porchlight.model.record import Record
from porchlight.views.parts import Empty, Frame, Link, Source, Text
from porchlight.views.text_types import FactTold, TextPart


@dataclass(frozen=True, slots=True)
class PosterNumber:
    """What to press, ready to read: “Call 988”; whose it is, and when they answer."""

    call: str
    href: str
    name: Text
    hours: Text | None
    there: str


@dataclass(frozen=True, slots=True)
class Poster:
    """All that stands on one, in the order in which it is read; `ink` is the color of words over `color`.

    A card has no fact: it is passed on by itself, without room for what the fact does not show.
    """

    record: Record
    headline: Text
    words: Text
    ask: Text | None
    number: PosterNumber | None
    fact: FactTold | None
    color: str
    ink: str

    @property
    def on_card(self) -> str:
        """Every word of the card but the name of the hub, as one text."""
        number = self.number
        called = (Text(number.call), number.name, number.hours) if number else ()
        said = (text.value for text in (self.headline, self.words, self.ask, *called) if text)
        return " ".join(words if words.endswith((".", "!", "?")) else f"{words}." for words in said)


@dataclass(frozen=True, slots=True)
class PosterView:
    """One poster; `picture` is "" where our fonts could not print it, `alt` every word of it.

    `fact` is the sheet's, told as on a slide; `number` dials, `service` leads to whose number it is.
    """

    mark: str
    headline: Text
    words: Text
    ask: Text | None
    number: Link | None
    service: Link | None
    fact: tuple[TextPart, ...]
    picture: str
    alt: str
    files: tuple[Link, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class PostersView:
    """All posters, or that there is none yet."""

    frame: Frame
    title: str
    lead: str
    posters: tuple[PosterView, ...]
    empty: Empty | None
