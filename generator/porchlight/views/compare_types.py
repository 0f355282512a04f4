# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the pages of records side by side print: a table per kind or one by place, each cell already in words."""

from __future__ import annotations

from dataclasses import dataclass

from porchlight.views.parts import Checked, Frame, Link, Text


@dataclass(frozen=True, slots=True)
class CompareCell:
    """What one record says in one column: `source` is the page that says it, `checked` the day of an answer.

    `until` is the last day (ISO) on which it is told, "" for no such day. `is_known`: someone told it. `sort` is the
    amount by which a column is put in order, "" where it tells none and None where the words count; `is_doubted`: the
    record has a doubt about it.
    """

    texts: tuple[Text, ...]
    source: Link | None = None
    checked: Checked | None = None
    until: str = ""
    is_known: bool = True
    sort: str | None = None
    is_doubted: bool = False


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One record: its cells stand in the order of the table's heads."""

    page: Link
    cells: tuple[CompareCell, ...]
    checked: Checked


@dataclass(frozen=True, slots=True)
class CompareTable:
    """The records of one kind; `id` names the caption for the table. `silent` says what is known of none of them."""

    id: str
    caption: str
    heads: tuple[str, ...]
    rows: tuple[CompareRow, ...]
    silent: str = ""


@dataclass(frozen=True, slots=True)
class CompareView:
    """A resource's records side by side; `file` is the same for a spreadsheet, `lacking` the kinds that have none."""

    frame: Frame
    title: str
    lead: str
    tables: tuple[CompareTable, ...]
    file: Link
    everything: Link
    lacking: str = ""
    places: Link | None = None


@dataclass(frozen=True, slots=True)
class NewestSource:
    """The source of a record whose page has the newest date: `words` tell that date, or that it shows none.

    `day` is the date (ISO), "" for none; `checked` how we know the record.
    """

    link: Link
    words: str
    day: str
    checked: Checked


@dataclass(frozen=True, slots=True)
class ByPlaceRow:
    """What one place has: `anchor` is where it stands, `page` the record's page by the place's name.

    `cells` stand in the order of the table's heads, the doubt last; none where the record is looked at again. After
    `until` (ISO, "" for never) they must not be told as true; `again` is that day in words.
    """

    anchor: str
    title: str
    page: Link
    name: str
    cells: tuple[CompareCell, ...]
    source: NewestSource | None
    until: str = ""
    again: str = ""


@dataclass(frozen=True, slots=True)
class ByPlaceView:
    """What each place has its own of; `lacking` names the places without one, `places` leads to each row.

    `pages` are the texts that tell the same place by place.
    """

    frame: Frame
    title: str
    lead: str
    heads: tuple[str, ...]
    rows: tuple[ByPlaceRow, ...]
    file: Link
    everything: Link
    pages: tuple[Link, ...]
    lacking: str = ""
