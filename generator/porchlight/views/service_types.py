# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the pages that every hub has print: what it holds and how that is kept, what changed, and ways that lead on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from porchlight.views.parts import CareTask, Checked, CountRow, Frame, Link, LinkGroup, Pattern


@dataclass(frozen=True, slots=True)
class SitemapView:
    """Every page of the site that is not a record, and every list."""

    frame: Frame
    title: str
    groups: tuple[LinkGroup, ...]


@dataclass(frozen=True, slots=True)
class HistoryView:
    """What changed, day by day: each link leads to what changed, its note says what happened."""

    frame: Frame
    title: str
    lead: str
    feed: Link
    days: tuple[LinkGroup, ...]


@dataclass(frozen=True, slots=True)
class AboutDataView:
    """How the data is made, checked and mended, with today's counts per resource."""

    frame: Frame
    title: str
    body: Markup
    body_lang: str
    contacts: tuple[Link, ...]
    care: Link
    rows: tuple[CountRow, ...]
    total: str


@dataclass(frozen=True, slots=True)
class CareView:
    """What someone should look at again, the worst first; `table` has all of it, None where nobody counted."""

    frame: Frame
    title: str
    lead: str
    total: str
    tasks: tuple[CareTask, ...]
    more: str
    table: Link | None


@dataclass(frozen=True, slots=True)
class Lost:
    """What someone reads in one language where an address is not there, and the ways on in it.

    `lang` is "" in the page's own language; `sought` tells whoever looked for a place that `places` are all there are.
    """

    title: str
    words: str
    doors: tuple[Link, ...]
    sought: str
    places: Link | None
    lang: str = ""


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for an address that is not there: `told` in each language, the page's own first."""

    frame: Frame
    told: tuple[Lost, ...]
    search: str


@dataclass(frozen=True, slots=True)
class PatternsView:
    """A page of patterns: components with every example; `pages` are all such pages, itself among them."""

    frame: Frame
    title: str
    patterns: tuple[Pattern, ...]
    pages: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class OfflineView:
    """What to call without a connection, and the button that keeps pages; `worker` is the way to the service worker."""

    frame: Frame
    title: str
    worker: str
    doors: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ShortView:
    """The page behind a short or a former address: it leads on to `there`, and tells enough where it can't.

    `number` is the words of the button that dials `href`; `vacancy` tells free beds with their day; `kept` is what "My
    list" keeps of the record. What leads on to a poll has its name only.
    """

    frame: Frame
    name: str
    name_lang: str
    status: str
    vacancy: str
    number: str
    href: str
    checked: Checked | None
    there: str
    kept: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class KeptView:
    """The reader's own list, made in the browser; `short` is the folder of the short addresses."""

    frame: Frame
    title: str
    short: str
    doors: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NoteView:
    """A short page with one message and the next doors: thanks, results not yet there."""

    frame: Frame
    title: str
    words: tuple[str, ...]
    doors: tuple[Link, ...]
