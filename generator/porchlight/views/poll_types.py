# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the templates of a poll print: the form here and on other sites, what people answered, and what is here."""

from __future__ import annotations

from dataclasses import dataclass

from porchlight.polls.form import PollForm
from porchlight.views.list_parts import Group
from porchlight.views.parts import Empty, Frame, Line, Link
from porchlight.views.poll_parts import FormPart, PollTimes
from porchlight.views.result_parts import Bars, FiguresTable, Need, NeedsTable, OpenWave, RuleGroup, Wording


@dataclass(frozen=True, slots=True)
class PollView:
    """A poll. `exists` leads, item by item, to what the hub holds for it; `ballots` are its sheets of paper.

    `elsewhere` stands in place of the form where it is on a form service's own page. Where there is neither, answers
    can only be handed in on paper: `keepers` leads to who can say where.
    """

    frame: Frame
    title: str
    intro: str
    times: PollTimes
    part: FormPart | None
    elsewhere: Link | None
    exists: tuple[Link, ...]
    results: Link
    ballots: tuple[Link, ...] = ()
    keepers: Link | None = None


@dataclass(frozen=True, slots=True)
class PollEmbedView:
    """A poll on a bare page, to be framed on another site; `whole` is the poll's page here."""

    frame: Frame
    title: str
    intro: str
    times: PollTimes
    part: FormPart
    whole: str


@dataclass(frozen=True, slots=True)
class PollFragmentView:
    """A poll's form without script, style or frame around it, to be pasted into a page of another site."""

    frame: Frame
    form: PollForm


@dataclass(frozen=True, slots=True)
class ResultsView:
    """What people answered, the newest wave first; without a release it says so, and `supply` shows what is here.

    `question` says what was asked, and when. `caution` is the sentence on who took part. `options` count every answer,
    `waves` and `groups` of people stand side by side, `about` tells how it was asked, and `answer` leads to the form
    on the days of a wave.
    """

    frame: Frame
    title: str
    lead: tuple[str, ...]
    question: tuple[str, ...]
    caution: str
    items: FiguresTable | None
    bars: tuple[Bars, ...]
    options: FiguresTable | None
    waves: FiguresTable | None
    groups: tuple[FiguresTable, ...]
    about: tuple[Line, ...]
    answer: tuple[OpenWave, ...]
    supply: NeedsTable | None
    downloads: tuple[Link, ...]
    doors: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CodebookView:
    """How a poll was asked and how its results are told: `wordings` hold each version's exact words per language."""

    frame: Frame
    title: str
    lead: str
    asked: tuple[Line, ...]
    options: FiguresTable
    wordings: tuple[Wording, ...]
    rules: tuple[RuleGroup, ...]
    downloads: tuple[Link, ...]
    back: Link


@dataclass(frozen=True, slots=True)
class NeedsView:
    """What people asked for beside what is here."""

    frame: Frame
    title: str
    lead: str
    question: tuple[str, ...]
    table: NeedsTable
    doors: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item: how many agree with its `question`, and all that is here for it. `empty` stands where that is nothing.

    `asked` says who answered and by when, "" where nobody is told to have. `sms_href` is "" where the hub has no
    address that a message could tell.
    """

    frame: Frame
    title: str
    intro: str
    question: str
    asked: str
    need: Need
    add: Link
    groups: tuple[Group, ...]
    links: tuple[Link, ...]
    empty: Empty | None
    sms_href: str
    doors: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AskedForItem:
    """One line of a poll and what serves it: pages to read, records, and `more` where there are others.

    `empty` stands where that is nothing.
    """

    item: Link
    pages: tuple[Link, ...]
    records: tuple[Link, ...]
    more: Link | None
    empty: Empty | None


@dataclass(frozen=True, slots=True)
class AskedForBlock:
    """The lines below one heading; `id` is where a link may lead."""

    id: str
    title: str
    items: tuple[AskedForItem, ...]


@dataclass(frozen=True, slots=True)
class AskedForView:
    """Every line of every poll, with what a person can use for it today."""

    frame: Frame
    title: str
    intro: str
    blocks: tuple[AskedForBlock, ...]
    doors: tuple[Link, ...]
