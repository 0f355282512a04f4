# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Thanks by sums: months in order, roles by name, who counted and when; an empty hub is told how to begin."""

from __future__ import annotations

from datetime import date

from porchlight.model.hub import Article
from porchlight.model.record import Record, Row, Value
from porchlight.views.edition import Edition
from porchlight.views.result_parts import FiguresTable
from porchlight.views.thanks import SHEET, thanks_link, thanks_pages
from porchlight.views.volunteer_types import ThanksView
from tests.views.fakes import edition, view_of

DESK: Row = {"role": "Desk", "visits": 5, "hours": 12.5}
REST: Row = {"visits": 3, "hours": 1200}


def month(name: str, *sums: Row) -> Record:
    """The sums of a month."""
    values: dict[str, Value] = {
        "id": name,
        "month": name,
        "counted_on": date(2026, 11, 3),
        "by": "coordinator of volunteers",
    }
    return Record("hours", name, values, {"sums": sums})


def thanked(of_hub: Edition) -> ThanksView:
    (page,) = thanks_pages(of_hub, of_hub.hub.package.schema_of("volunteering"))
    assert page.path.endswith("volunteering/thanks/")
    return view_of(page, ThanksView)


def lines(table: FiguresTable | None) -> list[tuple[str, ...]]:
    assert table
    return [(row.label.value, *row.cells) for row in table.rows]


def test_months_and_roles_tell_visits_and_hours() -> None:
    view = thanked(edition(month("2026-10", DESK), month("2026-09", DESK, REST)))
    assert view.lead == "13 visits and 1,225 hours in 2 months."
    assert lines(view.months) == [("September 2026", "8", "1,212.5"), ("October 2026", "5", "12.5")]
    assert lines(view.roles) == [("Desk", "10", "25"), ("All other roles", "3", "1,200")]
    assert view.months
    assert view.months.rows[0].quiet == "counted by coordinator of volunteers on November 3, 2026"
    assert view.empty is None


def test_in_spanish_it_says_so_in_spanish() -> None:
    view = thanked(edition(month("2026-09", DESK), language="es"))
    assert view.lead == "5 visitas y 12.5 horas en 1 mes."
    assert view.months
    assert view.months.rows[0].quiet == "contado por quien coordina el voluntariado el 3 de noviembre de 2026"


def test_where_nothing_is_counted_the_sheet_is_the_next_door() -> None:
    sheet = Article(SHEET, "en", "Hours and sign-in sheet", "On paper.", "")
    view = thanked(edition(articles=(sheet,)))
    assert view.months is None
    assert view.empty
    assert [door.label for door in view.empty.doors] == ["Hours and sign-in sheet", "Find a way to help"]
    assert view.empty.doors[0].href == "../../templates/hours-and-sign-in/"


def test_only_the_list_of_roles_leads_there() -> None:
    of_hub = edition()
    link = thanks_link(of_hub, of_hub.hub.package.schema_of("volunteering"), "volunteering/")
    assert link
    assert link.href == "thanks/"
    assert thanks_link(of_hub, of_hub.hub.package.schema_of("housing"), "housing/") is None
