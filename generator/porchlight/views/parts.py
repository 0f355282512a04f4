# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The parts that views are made of: frozen dataclasses, every text already formatted, every link ready.

Every `href` is relative to the page that carries it. A part holds nothing that depends on today's date: ages are
counted when the page is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from porchlight.views.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Text:
    """A text and its language: `lang` is "" where it is the page's own, else a code for the `lang` attribute."""

    value: str
    lang: str = ""


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
    """What is the same on every page of one language. `t` is the catalog: `site.t("key", n=3)`."""

    name: str
    language: str
    t: Catalog
    made_up: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What the base template prints around a page.

    `page_type` stands in a meta tag (home, list, record, …); `alternates` are the same page in the other languages
    (their `lang` is the language code); `crumbs` lead from home to the page before this one. `root` is the relative
    way to the site's first page ("", "../", …); `csp` the content security policy of the page.
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
    indexable: bool = True


CheckKind = Literal["checked", "tried", "read", "seen", "none"]


@dataclass(frozen=True, slots=True)
class Checked:
    """How sure a record is. `day` is an ISO date, "" for none; past `days` days the reader is told to call first.

    `checked`: a person asked them; `tried`: a person tried, and it came to nothing; `read`: it was read on a public
    page, and there is a number to call; `seen`: it was read, and there is none; `none`: nothing is known.
    """

    kind: CheckKind
    words: str
    day: str = ""
    day_words: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    """A law or money fact and the day after which the page must stop telling it as true (ISO and in words)."""

    day: str
    day_words: str


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Free beds on a day, in words that hold the day; after `until` (ISO) nothing of it may be shown."""

    words: str
    until: str


@dataclass(frozen=True, slots=True)
class OpenHours:
    """When a place is open, in sentences, and as JSON that `theme/js/hours.js` reads ("" where it can't tell).

    `zone` is what people call the place's time zone, "" where it plays no part.
    """

    words: tuple[str, ...]
    data: str
    zone: str = ""


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
class Card:
    """A record in a list: first what decides (`lines`), then the way to reach it.

    After `until` (ISO, "" for never) the lines must not be told as true any more. Before `begins` and after `ends` the
    whole card must not be shown.
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


@dataclass(frozen=True, slots=True)
class Notice:
    """What matters for a time: hidden before `begins`, taken away after `ends` (ISO days, "" for no such day)."""

    title: Text
    words: Text
    begins: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under one heading; `more` leads to the whole list; `note` is one quiet sentence below the heading."""

    title: str
    cards: tuple[Card, ...]
    more: Link | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Empty:
    """An honest empty state: what is not here, and the next doors."""

    words: str
    doors: tuple[Link, ...]


AnswerCode = Literal["yes", "case_by_case", "no", "not_said", "unknown"]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One "will they take me" question: the answer's code and words, what they said, and when and how we know."""

    question: str
    code: AnswerCode
    label: str
    words: Text
    source: str = ""
    checked: Checked | None = None


BandCode = Literal["yes", "ask", "unknown", "no", "aside"]


@dataclass(frozen=True, slots=True)
class BandCard:
    """A record in a band: its card, and its answer to the band's question, None where that is not asked of it."""

    card: Card
    answer: AnswerRow | None


@dataclass(frozen=True, slots=True)
class Band:
    """The records that answer a question alike. `total` counts the whole band, `cards` may be the part on one page.

    `aside`: the question is not asked of their kind.
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
class Detail:
    """A titled part of a record page: one or more texts below a heading."""

    title: str
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class InShort:
    """The questions with one answer, given on one day, in a line; after `until` (ISO) it must be asked again."""

    code: AnswerCode
    label: str
    questions: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class HouseRule:
    """One house rule: the code of its answer, the answer in words, and how it is."""

    rule: str
    code: AnswerCode
    label: str
    words: Text


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of a record: in its own words, those to have first, and those to get here; a link's note says more."""

    texts: tuple[Text, ...] = ()
    needs: tuple[Link, ...] = ()
    gives: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbor:
    """Another record to go on to: its name and page, how far it is or where, and the number to call first."""

    link: Link
    call: Call | None = None


@dataclass(frozen=True, slots=True)
class NextBest:
    """Why a place can't be had now, in words, and where to go instead: places, then the whole list.

    After `until` (ISO, "" for never) nothing of it may be shown.
    """

    title: str
    words: str
    places: tuple[Neighbor, ...]
    everything: Link
    until: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """What to carry away of a record: its code, its short address as people type it ("" where the hub has none).

    `sms_href` opens a text message; `qr_path` is drawn with a stroke as wide as one of the `qr_size` squares; `kept` is
    what `theme/js/keep.js` keeps of the record in the list behind `list_href`.
    """

    code: str
    address: str
    sms_href: str
    qr_path: str
    qr_size: int
    list_href: str
    kept: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record comes from: link, host in words, the day it was read and the page's own day, if it has one."""

    title: str
    href: str
    host: str
    kind: str
    read_on: str
    page_date: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Door:
    """One of the four doors; `icon` names an inline icon (bed, briefcase, heart, people)."""

    title: str
    href: str
    icon: str
    note: str


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


@dataclass(frozen=True, slots=True)
class Choice:
    """One radio button: the code that is sent and the words beside it."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class ReportForm:
    """The form that tells a mistake on a record's page; it is sent to `action` and leads on to `next`.

    `trap` names a text field that people leave empty and robots fill in; `mailto` is "" where the hub has no address.
    """

    action: str
    record: str
    lang: str
    next: str
    choices: tuple[Choice, ...]
    trap: str
    mailto: str = ""


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
