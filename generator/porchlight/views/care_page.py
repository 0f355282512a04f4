# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""“Help us check”: the page on which anyone finds a record that someone should look at again."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from porchlight.model import paths
from porchlight.model.report_names import TELL
from porchlight.views.calls import calls
from porchlight.views.care import CareLine, care_lines, public_tasks
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.pages import Page
from porchlight.views.parts import CareTask, Link
from porchlight.views.reporting import can_tell
from porchlight.views.service_types import CareView

MOST = 100
"""Tasks on the page; the table beside it has them all."""


def care_page(edition: Edition) -> Page:
    """The worst of it first, each with the way to its page, where a reader tells what came out."""
    here, title = paths.CARE, edition.t("care.page.title")
    tasks = public_tasks(edition, edition.due) if edition.due else []
    lines = care_lines(edition, tasks[:MOST], edition.due.day) if edition.due else ()
    table = Link(edition.t("care.page.table"), edition.href(here, paths.CARE_TABLE))
    view = CareView(
        frame=frame(edition, here, title, edition.t("care.page.description"), "care", indexable=False),
        title=title,
        lead=_lead(edition),
        total=edition.t("care.sum", n=len(tasks)) if tasks else edition.t("care.none"),
        tasks=tuple(_task(edition, line, here) for line in lines),
        more=edition.t("care.more", n=len(tasks) - MOST) if len(tasks) > MOST else "",
        table=table if edition.due else None,
    )
    return Page(edition.path(here), "care.html", view)


def _lead(edition: Edition) -> str:
    if can_tell(edition.hub.settings):
        return edition.t("care.page.lead", title=edition.t("report.title"))
    return edition.t("care.page.lead_alone")


def _task(edition: Edition, line: CareLine, here: str) -> CareTask:
    href = edition.href(here, line.path) if line.path else ""
    link = Link(line.name.value, href, note=line.city, lang=line.name.lang)
    ways = tuple(_ways(edition, line))
    how = f"{line.helper}: {line.ways[0]}" if line.ways and not ways else line.helper
    return CareTask(link, line.urgent, how, ways, line.asks, _tell(edition, line, href))


def _ways(edition: Edition, line: CareLine) -> Iterator[Link]:
    """What can be pressed: each number, each page; an address to go to can't be."""
    record = edition.find_key(line.key)
    if record and line.who == "phone":
        for call in calls(edition, record):
            yield Link(call.button, call.href, note=call.note.value, lang=call.note.lang)
    elif line.who in ("web", "law"):
        for url in line.ways:
            yield Link((urlsplit(url).hostname or url).removeprefix("www."), url)


def _tell(edition: Edition, line: CareLine, href: str) -> str:
    """The form on the record's own page; one that stands on a list only has none."""
    has_form = line.path == paths.record_path(*line.key.split("/")) and can_tell(edition.hub.settings)
    return f"{href}#{TELL}" if has_form else ""
