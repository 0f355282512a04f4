# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the pages of records side by side print: a table per kind or a block per place, each cell already in words."""

from __future__ import annotations

from dataclasses import dataclass

from porchlight.views.list_parts import OfPlace
from porchlight.views.parts import Checked, Frame, Link, Text


@dataclass(frozen=True, slots=True)
class CompareCell:
    """What one record says in one column: `source` is the page that says it, `checked` the day of an answer.

    `until` is the last day (ISO) on which it is told, "" for no such day. `is_known`: someone told it at all.
    """

    texts: tuple[Text, ...]
    source: Link | None = None
    checked: Checked | None = None
    until: str = ""
    is_known: bool = True


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
class CompareLine:
    """One cell below its head."""

    head: str
    cell: CompareCell


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """A record on the page by place: all its lines, the unknown ones too, and `silent`, which names those once."""

    row: CompareRow
    lines: tuple[CompareLine, ...]
    silent: str = ""


@dataclass(frozen=True, slots=True)
class ByPlaceView:
    """What each place has its own of; `lacking` names the places without one."""

    frame: Frame
    title: str
    lead: str
    places: tuple[OfPlace[PlaceRecord], ...]
    file: Link
    everything: Link
    lacking: str = ""
