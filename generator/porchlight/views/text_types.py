# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What pages of text print: words, facts that leave on their day, kits and slides."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from porchlight.views.list_parts import Group, OfPlace
from porchlight.views.parts import Frame, Link, Text
from porchlight.views.poll_parts import FormPart


@dataclass(frozen=True, slots=True)
class FactTold:
    """A fact in a text, on a slide or a poster; after `until` (ISO, "" for never) it is told no more.

    `there` is the path of its page, `again` says by when it is looked at again.
    """

    words: Text
    source: Text
    caveat: Text | None
    there: str
    until: str
    again: str


@dataclass(frozen=True, slots=True)
class TextPart:
    """Either words or a fact with its `page`; with neither, a fact stood there that is being looked at again.

    `source` is where to look for now.
    """

    words: Markup | None = None
    fact: FactTold | None = None
    page: str = ""
    source: Link | None = None


@dataclass(frozen=True, slots=True)
class StateByState:
    """Every state of which facts are told; `lacking` names those of which none is, "" where there is no such state.

    `table` is the way to the same side by side.
    """

    states: tuple[OfPlace[TextPart], ...]
    lacking: str
    table: Link | None = None


@dataclass(frozen=True, slots=True)
class KitPart:
    """One part of a kit, with its `papers`."""

    page: Link
    papers: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """How to write to the hub's keepers about the page: a `letter` in the reader's mail; without one, other `doors`."""

    title: str
    words: str
    letter: Link | None
    doors: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """A page of Markdown: safe HTML, facts, the papers that its records need first, and the lists of these records.

    `part` is a block of a poll that it asks, `poll` the way to the whole poll. `kit` is what it hands out; `files` are
    the page itself as paper, and `doors` the pages that hand it out. `asking` is how to write to the keepers about
    it. `below` are pages of its folder that it does not name. `state_by_state` are facts below each state's name.
    """

    frame: Frame
    title: str
    parts: tuple[TextPart, ...]
    body_lang: str
    groups: tuple[Group, ...]
    papers: tuple[Link, ...] = ()
    part: FormPart | None = None
    poll: Link | None = None
    kit: tuple[KitPart, ...] = ()
    files: tuple[Link, ...] = ()
    doors: tuple[Link, ...] = ()
    below: tuple[Link, ...] = ()
    asking: Asking | None = None
    state_by_state: StateByState | None = None


@dataclass(frozen=True, slots=True)
class SlideView:
    """One slide; `mark` is its address on the page."""

    mark: str
    title: str
    parts: tuple[TextPart, ...]
    notes: Markup | None


@dataclass(frozen=True, slots=True)
class SlidesView:
    """Slides on one page; `papers` are the same as files, `doors` the kits that hold them."""

    frame: Frame
    title: str
    lead: str
    lang: str
    papers: tuple[Link, ...]
    slides: tuple[SlideView, ...]
    doors: tuple[Link, ...]
