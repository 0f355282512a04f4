# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people asked for beside what the hub holds: which need has nothing, and which has nothing that was checked."""

from __future__ import annotations

from porchlight.model import paths
from porchlight.model.questionnaire import Questionnaire
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.need_parts import add_link, asked_words, held, need
from porchlight.views.pages import Page
from porchlight.views.parts import Link
from porchlight.views.poll_types import NeedsView
from porchlight.views.result_parts import NeedsTable
from porchlight.views.told import Told, told
from porchlight.views.wave_parts import questions


def needs_page(edition: Edition, questionnaire: Questionnaire) -> Page:
    """The table of needs and supply, made to be printed on one sheet."""
    here = paths.needs_path(questionnaire.id)
    latest = next(iter(told(edition.hub, questionnaire)[-1:]), None)
    title = edition.t("needs.title")
    poll, results = paths.poll_path(questionnaire.id), paths.results_path(questionnaire.id)
    crumbs = [(edition.words(questionnaire.title), poll)]
    lead = asked_words(edition, latest)
    view = NeedsView(
        frame=frame(edition, here, title, lead, "needs", crumbs),
        title=title,
        lead=lead,
        question=questions(edition, questionnaire),
        table=needs_table(edition, questionnaire, latest, here),
        doors=(
            Link(edition.t("results.title"), edition.href(here, results)),
            Link(edition.t("asked_for.title"), edition.href(here, paths.ASKED_FOR)),
            Link(edition.words(questionnaire.title), edition.href(here, poll)),
        ),
    )
    return Page(edition.path(here), "needs.html", view)


def needs_table(edition: Edition, questionnaire: Questionnaire, latest: Told | None, here: str) -> NeedsTable:
    """Every item by its best rank, and where that is the same, least supply first."""
    rows = list(held(edition, questionnaire, latest))
    if latest:
        rows.sort(key=lambda each: each.rank)
    return NeedsTable(
        id="by-need",
        caption=edition.t("needs.caption"),
        rows=tuple(need(edition, questionnaire, each, here) for each in rows),
        add=add_link(edition, here),
    )
