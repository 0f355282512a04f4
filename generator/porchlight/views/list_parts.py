# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The parts of lists: cards, bands, facets, and the form that sorts them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from porchlight.views.parts import Call, Checked, Choice, Line, Link, Text
from porchlight.views.record_parts import AnswerRow, Vacancy

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class OfPlace(Generic[_T]):
    """What a page that goes place by place tells of one; `anchor` is where it does, such as us-oh."""

    anchor: str
    title: str
    told: tuple[_T, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """What matters for a time: hidden before `begins`, taken away after `ends` (ISO days, "" for no such day).

    `until` and `read` say in words when it ends and on which day (`day`, ISO) its `source` was read; `about` leads to
    the places that it is about.
    """

    title: Text
    words: Text
    begins: str = ""
    ends: str = ""
    until: str = ""
    read: str = ""
    day: str = ""
    source: Link | None = None
    about: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A record in a list: first what decides (`lines`), then the way to reach it.

    After `until` (ISO, "" for never) the lines must not be told as true any more. Before `begins` and after `ends` the
    whole card must not be shown. `full` stands where no bed was free on the day that someone asked. `notice` is
    the record itself where it is one: then its places and dates stand below its lines. `source` is where to look while
    the record is being looked at again.
    """

    href: str
    name: str
    kind: str
    lines: tuple[Line, ...]
    checked: Checked
    call: Call | None = None
    status: str = ""
    name_lang: str = ""
    until: str = ""
    begins: str = ""
    ends: str = ""
    full: Vacancy | None = None
    notices: tuple[Notice, ...] = ()
    notice: Notice | None = None
    source: Link | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under one heading; `more` leads to the whole list; `note` is one quiet sentence below the heading."""

    title: str
    cards: tuple[Card, ...]
    more: Link | None = None
    note: str = ""


BandCode = Literal["yes", "ask", "unknown", "no", "aside", "closed"]


@dataclass(frozen=True, slots=True)
class BandCard:
    """A record in a band: its card, and its answer to the band's question, None where that is not asked of it."""

    card: Card
    answer: AnswerRow | None


@dataclass(frozen=True, slots=True)
class Band:
    """The records that answer a question alike. `total` counts the whole band, `cards` may be the part on one page.

    `aside`: the question is not asked of their kind; `closed`: nobody can go there now, whatever they said.
    """

    code: BandCode
    title: str
    note: str
    total: int
    cards: tuple[BandCard, ...]


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing to pick in the finder: `name` is what the address calls it, `title` its label."""

    name: str
    title: str
    options: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Finder:
    """The form that sorts a list in the reader's browser; the data lies in `base`, the list's folder.

    `long`: there is a file per place, so that one must be picked first. `answers` are patterns of each answer, in the
    order of the letters in the data; `words` are all that the script says, by key.
    """

    base: str
    gazetteer: str
    long: bool
    questions: tuple[Choice, ...]
    picks: tuple[Pick, ...]
    answers: tuple[AnswerRow, ...]
    words: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One way to narrow a list, with how many records it leaves. `current` where the page is narrowed by it."""

    label: str
    href: str
    count: int
    current: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet and its values; `current` tells whether one of its values narrows the page (it then stands open)."""

    title: str
    values: tuple[FacetValue, ...]
    current: bool = False
