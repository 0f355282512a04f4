# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The parts of a record page, from what decides to the way to hand it on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from porchlight.views.parts import Call, Checked, Choice, Link, Text


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Free beds on a day, in words that hold the day; after `until` (ISO) nothing of it may be shown.

    `full` says the same in short where none is free, else it is "".
    """

    words: str
    until: str
    full: str = ""


@dataclass(frozen=True, slots=True)
class OpenHours:
    """When a place is open, in sentences, and as JSON that `theme/js/hours.js` reads ("" where it can't tell).

    `zone` is what people call the place's time zone, "" where it plays no part.
    """

    words: tuple[str, ...]
    data: str
    zone: str = ""


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
class JobLimit:
    """What an employer rules out for one kind of job, who asks for it, and the page that says so."""

    job: Text
    limit: Text
    why: str
    source: Link | None


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of a record: in its own words, those to have first, and those to get here; a link's note says more."""

    texts: tuple[Text, ...] = ()
    needs: tuple[Link, ...] = ()
    gives: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbor:
    """Another record to go on to: its name and page, how far it is or where, whom it is for, and whom to call first."""

    link: Link
    who: Text | None = None
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
    kept: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ReportForm:
    """The ways to tell a mistake on a record's page: a form that is sent to `action` and leads on to `next`, a letter.

    `action` is "" where no service takes what is sent: a form would lose it.
    `lines` are those of the record that a reader may propose to mend. `trap` names a text field that people leave
    empty and robots fill in; `mailto`, the way to write instead, and `edit`, the place to edit
    the record's file, are "" where the hub has none.
    """

    action: str
    record: str
    name: str
    lang: str
    next: str
    choices: tuple[Choice, ...]
    lines: tuple[Choice, ...]
    trap: str
    mailto: str = ""
    edit: str = ""
