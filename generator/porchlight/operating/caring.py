# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The care queue of a hub's folder, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from porchlight.care.queue import queue
from porchlight.care.tasks import Who
from porchlight.exchange.care_list import CareList
from porchlight.model.report import Report
from porchlight.operating.editions import edition_in
from porchlight.operating.links import kept
from porchlight.paper.call_sheet import call_sheet
from porchlight.paper.typesetting import Paper
from porchlight.putting import put_named
from porchlight.reading.hub import read_hub
from porchlight.views.care import care_lines


def due_in(
    root: Path,
    day: date,
    reports: Iterable[Report] = (),
    *,
    language: str = "",
    limit: int | None = None,
    who: Who | None = None,
) -> CareList:
    """The first tasks of the hub on the day, all where no limit is given, in its first language or in the one named.

    `who` leaves only what such a helper can do. Records that can't be read are not in it: the check tells of them.
    """
    hub = read_hub(root).hub
    edition = edition_in(root, hub, language)
    tasks = [task for task in queue(hub, day, reports, kept(root, day)) if who in (None, task.who)]
    return CareList(edition, tuple(care_lines(edition, tasks[:limit], day)), len(tasks), day)


def write_call_sheet(root: Path, found: CareList, paper: Paper, output: Path) -> tuple[str, ...]:
    """Write the PDF of what can be done by phone, and name the records with signs that could not be printed.

    Raises CannotPrint and LeadsOut.
    """
    sheet = call_sheet(found.edition, found.lines, found.day, found.total - len(found.lines), paper)
    put_named(root, output, sheet.pdf)
    return sheet.lacking
