# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""“Help us check”: the page on which anyone finds a record that someone should look at again."""

from __future__ import annotations

from porchlight.model import paths
from porchlight.views.care import CareLine, public_lines
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.pages import Page
from porchlight.views.parts import CareTask, Link
from porchlight.views.service_types import CareView

MOST = 100
"""Tasks on the page; the table beside it has them all."""


def care_page(edition: Edition) -> Page:
    """The worst of it first, each with the way to its page, where a reader tells what came out."""
    here, title = paths.CARE, edition.t("care.page.title")
    lines = tuple(public_lines(edition, edition.due)) if edition.due else ()
    table = Link(edition.t("care.page.table"), edition.href(here, paths.CARE_TABLE))
    view = CareView(
        frame=frame(edition, here, title, edition.t("care.page.description"), "care", indexable=False),
        title=title,
        lead=edition.t("care.page.lead", title=edition.t("report.title")),
        total=edition.t("care.sum", n=len(lines)) if lines else edition.t("care.none"),
        tasks=tuple(_task(edition, line, here) for line in lines[:MOST]),
        more=edition.t("care.more", n=len(lines) - MOST) if len(lines) > MOST else "",
        table=table if edition.due else None,
    )
    return Page(edition.path(here), "care.html", view)


def _task(edition: Edition, line: CareLine, here: str) -> CareTask:
    href = edition.href(here, line.path) if line.path else ""
    how = f"{line.helper}: {line.ways[0]}" if line.ways else line.helper
    link = Link(line.name.value, href, note=line.city, lang=line.name.lang)
    return CareTask(link, line.urgent, how, line.asks)
