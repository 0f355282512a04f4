# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The parts that views are made of: frozen dataclasses, every text already formatted, every link ready.

Every `href` is relative to the page that carries it. A part holds nothing that depends on today's date: ages are
counted when the page is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from porchlight.care.tasks import What
from porchlight.views.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Text:
    """A text and its language: `lang` is "" where it is the page's own, else a code for the `lang` attribute.

    After the day `until` (ISO, "" for never) it says `then`.
    """

    value: str
    lang: str = ""
    until: str = ""
    then: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `current` marks the page itself, `note` is a second line below the label."""

    label: str
    href: str
    current: bool = False
    note: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """What is the same on every page of one language. `t` is the catalog: `site.t("list.count", n=3)`.

    `day` is the ISO day on which a made-up hub stands still, `day_words` the same in words; "" where days go on.
    """

    name: str
    language: str
    t: Catalog
    made_up: bool = False
    day: str = ""
    day_words: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the base template prints around a page.

    `page_type` stands in a meta tag (home, list, record, …); `alternates` are the same page in the other languages
    (their `lang` is the language code), `versions` all of them with their whole addresses; `crumbs` lead from home to
    the page before this one. `root` is the relative way to the site's first page ("", "../", …); `csp` the content
    security policy of the page. A `bare` page shows no navigation: it stands in a frame on another site.
    """

    title: str
    description: str
    page_type: str
    root: str
    home: str
    stylesheet: str
    script: str
    icon: str
    csp: str
    nav: tuple[Link, ...]
    footer: tuple[Link, ...]
    alternates: tuple[Link, ...]
    crumbs: tuple[Link, ...] = ()
    canonical: str = ""
    versions: tuple[Link, ...] = ()
    indexable: bool = True
    bare: bool = False


CheckKind = Literal["checked", "tried", "read", "seen", "role", "none"]


@dataclass(frozen=True, slots=True)
class Checked:
    """How sure a record is. `day` is an ISO date, "" for none; past `days` days the reader is told to call first.

    `checked`: a person asked them; `tried`: a person tried, and it came to nothing; `read`: it was read on a public
    page, and there is a number to call; `seen`: it was read, and there is none; `role`: somewhere to help, known by any
    of these ways; `none`: nothing is known.
    """

    kind: CheckKind
    words: str
    day: str = ""
    day_words: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    """A law or money fact and the day after which the page must stop telling it as true (ISO and in words).

    `over` is true where that day has passed when the page is made.
    """

    day: str
    day_words: str
    over: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """One number: `action` is what to do ("Call Maple House"), `display` the number as people read it, `button` both.

    `href` is a tel: or sms: address; `note` says what it is for or what to text; `checked` whether it was dialed.
    """

    action: str
    display: str
    href: str
    note: Text
    checked: str
    dialed: bool = False
    button: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A label and its text in a list of details."""

    label: str
    text: Text


@dataclass(frozen=True, slots=True)
class Empty:
    """An honest empty state: what is not here, and the next doors."""

    words: str
    doors: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Door:
    """One of the four doors; `icon` names an inline icon (bed, briefcase, heart, people)."""

    title: str
    href: str
    icon: str
    note: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One radio button: the code that is sent and the words beside it."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record comes from: link, host in words, the day it was read and the page's own day, if it has one.

    `read_as` says so where the page itself was not read, "" where it was.
    """

    title: str
    href: str
    host: str
    kind: str
    read_on: str
    page_date: str
    lang: str = ""
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """An entry of the words page: the word, what to say in its place, why, and when to leave it alone."""

    id: str
    name: str
    name_lang: str
    say: tuple[Text, ...]
    why: Text
    standing: str
    contested: bool
    keep_when: Text | None
    caveat: Text | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Words about one thing in one language."""

    id: str
    title: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under one heading, each with how many records it leads to in `note` where that matters."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CountRow:
    """One resource in numbers: records, of them checked with the place itself, of them with a doubt written down."""

    link: Link
    records: int
    checked: int
    doubts: int


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a component, rendered."""

    name: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Pattern:
    """A component on the pattern page: what it is for, its parameters and its examples."""

    name: str
    purpose: str
    params: tuple[Line, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class CareAsk:
    """What to ask, in a sentence, and when it was last known; `what` kind of thing it is about."""

    what: What
    words: str
    known: Checked


@dataclass(frozen=True, slots=True)
class CareTask:
    """What anyone can help with: the record, what is at stake, who can do it and how, and what to ask.

    `ways` are numbers and pages to press, the surest first. `tell` is where a reader tells what came out, "" where
    there is no such form.
    """

    link: Link
    urgent: str
    how: str
    ways: tuple[Link, ...]
    asks: tuple[CareAsk, ...]
    tell: str = ""
