# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What each template prints: one frozen dataclass per template, every text already formatted, every link ready.

A template gets two names only: `site` (a `Site`) and `view` (one of the views below). Every `href` is relative to the
page that carries it. A view holds nothing that depends on today's date: ages are counted when the page is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from porchlight.views.calendar_types import CalendarView
from porchlight.views.compare_types import ByPlaceView, CompareView
from porchlight.views.list_parts import Band, Facet, Finder, Group, Notice
from porchlight.views.paper_types import PapersView, PaperView
from porchlight.views.partner_types import PartnersView
from porchlight.views.parts import (
    Call,
    Checked,
    Door,
    Empty,
    Frame,
    Line,
    Link,
    Review,
    Source,
    Text,
    WordGroup,
)
from porchlight.views.place_types import PlacesView, PlaceView
from porchlight.views.poll_types import (
    AskedForView,
    CodebookView,
    ItemView,
    NeedsView,
    PollEmbedView,
    PollFragmentView,
    PollView,
    ResultsView,
)
from porchlight.views.poster_types import PostersView
from porchlight.views.record_parts import (
    AnswerRow,
    Detail,
    HouseRule,
    InShort,
    JobLimit,
    Neighbor,
    NextBest,
    OpenHours,
    Papers,
    ReportForm,
    Share,
    Vacancy,
)
from porchlight.views.service_types import (
    AboutDataView,
    CareView,
    HistoryView,
    KeptView,
    NoteView,
    NotFoundView,
    OfflineView,
    PatternsView,
    ShortView,
    SitemapView,
)
from porchlight.views.sketch_map import SketchMap
from porchlight.views.template_types import TemplatesView, TemplateView
from porchlight.views.text_types import ArticleView, SlidesView
from porchlight.views.volunteer_types import MatchView, ThanksView


@dataclass(frozen=True, slots=True)
class HomeView:
    """The first page: what, doors, the time line, doors for those who help; `tonight` is the page of help right now."""

    frame: Frame
    title: str
    lead: str
    search: str
    doors: tuple[Door, ...]
    times: tuple[Link, ...]
    helpers: tuple[Link, ...]
    notices: tuple[Notice, ...] = ()
    tonight: str = ""
    places: Link | None = None


@dataclass(frozen=True, slots=True)
class ListView:
    """A resource's list, whole or narrowed by one facet value, one page of it. `count` is the sum in a sentence.

    `asked` leads to the parts of a poll that ask what the list lacks, `compare` to the records side by side,
    `by_place` to what each place has its own of, `places` to all that is at the one place, `helping` to its roles by
    what one can give, a volunteer's first steps and what volunteers gave.
    """

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
    questions: Facet | None = None
    finder: Finder | None = None
    map: SketchMap | None = None
    asked: tuple[Link, ...] = ()
    compare: Link | None = None
    by_place: Link | None = None
    places: tuple[Link, ...] = ()
    helping: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class BandsView:
    """A resource's list sorted by what they say to one question, one page of it. `count` is the sum in a sentence.

    `unasked` stands where no answer is known, `old` comes on the day from which answers in the sum are old.
    """

    frame: Frame
    title: str
    intro: str
    count: str
    questions: Facet
    everything: Link
    unasked: Empty | None
    bands: tuple[Band, ...]
    old: Notice | None = None
    previous: Link | None = None
    next: Link | None = None


@dataclass(frozen=True, slots=True)
class DoorView:
    """What stands behind one door, resource by resource."""

    frame: Frame
    title: str
    intro: str
    groups: tuple[Group, ...]
    notices: tuple[Notice, ...] = ()
    questions: Facet | None = None


@dataclass(frozen=True, slots=True)
class RecordView:
    """One record, in the order in which it is read.

    `notices` tell what is different there for a time; `next_best` stands where it can't be had now. Then what decides:
    `decides` (who and cost), `in_short` (whom they take), `checked`. Then how to reach them: `calls`, `faxes`, `wrong`
    (numbers that nobody should dial), when, what to `say`, what they ask, `links`. Then the rest; `related` leads to
    others of its kind, with a note on how miles are meant. `calendar` is the file for the reader's own calendar;
    `compare` leads to its kind side by side, `start` to a volunteer's first steps; `job_limits`: what is ruled out.
    """

    frame: Frame
    name: str
    name_lang: str
    subtitle: tuple[str, ...]
    notices: tuple[Notice, ...]
    next_best: NextBest | None
    vacancy: Vacancy | None
    decides: tuple[Detail, ...]
    in_short: tuple[InShort, ...]
    checked: Checked
    calls: tuple[Call, ...]
    faxes: tuple[Line, ...]
    wrong: tuple[str, ...]
    open_hours: OpenHours | None
    hours: Text | None
    say: tuple[str, ...]
    asks: Detail | None
    links: tuple[Link, ...]
    summary: Text
    answers: tuple[AnswerRow, ...]
    caveat: Text | None
    papers: Papers | None
    steps: Detail | None
    house_rules: tuple[HouseRule, ...]
    rules: Text | None
    details: tuple[Detail, ...]
    review: Review | None
    organization: Link | None
    related: tuple[Neighbor, ...]
    related_note: str
    sources: tuple[Source, ...]
    corrections: tuple[Link, ...]
    report: ReportForm
    share: Share
    calendar: Link | None = None
    compare: Link | None = None
    start: Link | None = None
    places: tuple[Link, ...] = ()
    job_limits: tuple[JobLimit, ...] = ()


@dataclass(frozen=True, slots=True)
class WordsView:
    """The words page.

    `lists` are the files of words by which a script marks a text, one per language; `standings` are what a word's
    standing is called, by its code. `posters` leads to what can be hung.
    """

    frame: Frame
    title: str
    intro: str
    count: str
    groups: tuple[WordGroup, ...]
    lists: tuple[Link, ...] = ()
    standings: Mapping[str, str] = field(default_factory=dict)
    posters: Link | None = None


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page. `bundle` is the relative folder of the index; `doors` is what to press without a script.

    `kinds` are the resources: `label` the title, `note` the resource's name, by which results are grouped. `placed` are
    the lists that can be sorted by the way from a ZIP code. `places` is true where beside the index stands what the
    search knows of the pages of places.
    """

    frame: Frame
    title: str
    bundle: str
    kinds: tuple[Link, ...]
    placed: tuple[Link, ...]
    doors: tuple[Link, ...]
    places: bool = False


View = (
    HomeView
    | ListView
    | BandsView
    | DoorView
    | RecordView
    | ArticleView
    | PapersView
    | PlaceView
    | PlacesView
    | PaperView
    | PostersView
    | WordsView
    | SearchView
    | SitemapView
    | HistoryView
    | AboutDataView
    | CareView
    | CompareView
    | ByPlaceView
    | CalendarView
    | SlidesView
    | NotFoundView
    | PatternsView
    | PollView
    | PollEmbedView
    | PollFragmentView
    | ResultsView
    | CodebookView
    | NeedsView
    | ItemView
    | AskedForView
    | NoteView
    | ShortView
    | KeptView
    | OfflineView
    | TemplateView
    | TemplatesView
    | MatchView
    | PartnersView
    | ThanksView
)
