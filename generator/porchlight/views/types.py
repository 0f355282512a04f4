# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What each template prints: one frozen dataclass per template, every text already formatted, every link ready.

A template gets two names only: `site` (a `Site`) and `view` (one of the views below). Every `href` is relative to the
page that carries it. A view holds nothing that depends on today's date: ages are counted when the page is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from porchlight.polls.form import PollForm
from porchlight.views.parts import (
    AnswerRow,
    Call,
    Checked,
    CountRow,
    Detail,
    Door,
    Empty,
    Facet,
    Frame,
    Group,
    Link,
    LinkGroup,
    Pattern,
    Review,
    Source,
    Text,
    Vacancy,
    WordGroup,
)


@dataclass(frozen=True, slots=True)
class HomeView:
    """The first page: what, doors, the time line, doors for those who help."""

    frame: Frame
    title: str
    lead: str
    search: str
    doors: tuple[Door, ...]
    times: tuple[Link, ...]
    helpers: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """A resource's list, whole or narrowed by one facet value, one page of it. `count` is the sum in a sentence."""

    frame: Frame
    title: str
    intro: str
    count: str
    facets: tuple[Facet, ...]
    groups: tuple[Group, ...]
    everything: Link | None = None
    previous: Link | None = None
    next: Link | None = None
    empty: Empty | None = None


@dataclass(frozen=True, slots=True)
class DoorView:
    """What stands behind one door, resource by resource."""

    frame: Frame
    title: str
    intro: str
    groups: tuple[Group, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RecordView:
    """One record. `answers` comes first where the resource has questions; `calls` and `links` fill the call card.

    `say` are the lines of "what to say"; `related` leads to records of the same kind; `items` to the poll items served.
    """

    frame: Frame
    name: str
    name_lang: str
    subtitle: tuple[str, ...]
    status: str
    summary: Text
    summary_title: str
    vacancy: Vacancy | None
    answers: tuple[AnswerRow, ...]
    details: tuple[Detail, ...]
    calls: tuple[Call, ...]
    links: tuple[Link, ...]
    hours: Text | None
    say: tuple[str, ...]
    caveat: Text | None
    checked: Checked
    review: Review | None
    sources: tuple[Source, ...]
    organization: Link | None
    related: tuple[Link, ...]
    correct: Link


@dataclass(frozen=True, slots=True)
class ArticleView:
    """A page of Markdown, already safe HTML, and the lists of records that it carries."""

    frame: Frame
    title: str
    body: Markup
    body_lang: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class WordsView:
    """The words page."""

    frame: Frame
    title: str
    intro: str
    count: str
    groups: tuple[WordGroup, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page. `bundle` is the relative folder of the index; `doors` is what to press without a script.

    `kinds` are the resources: `label` the title, `note` the resource's name, by which results are grouped.
    """

    frame: Frame
    title: str
    bundle: str
    kinds: tuple[Link, ...]
    doors: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SitemapView:
    """Every page of the site that is not a record, and every list."""

    frame: Frame
    title: str
    groups: tuple[LinkGroup, ...]


@dataclass(frozen=True, slots=True)
class AboutDataView:
    """How the data is made, checked and mended, with today's counts per resource."""

    frame: Frame
    title: str
    body: Markup
    body_lang: str
    contacts: tuple[Link, ...]
    rows: tuple[CountRow, ...]
    total: str


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for an address that is not there."""

    frame: Frame
    title: str
    words: str
    doors: tuple[Link, ...]
    search: str


@dataclass(frozen=True, slots=True)
class PatternsView:
    """The pattern page: every component with every example."""

    frame: Frame
    title: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class PollView:
    """A poll. `exists` leads, item by item (by the item's name), to what the hub holds for it."""

    frame: Frame
    title: str
    intro: str
    form: PollForm
    exists: Mapping[str, Link]
    results: Link


@dataclass(frozen=True, slots=True)
class NoteView:
    """A short page with one message and the next doors: thanks, results not yet there."""

    frame: Frame
    title: str
    words: tuple[str, ...]
    doors: tuple[Link, ...]


View = (
    HomeView
    | ListView
    | DoorView
    | RecordView
    | ArticleView
    | WordsView
    | SearchView
    | SitemapView
    | AboutDataView
    | NotFoundView
    | PatternsView
    | PollView
    | NoteView
)
