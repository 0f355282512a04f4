# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Thanks to volunteers by sums: visits, hours, roles and months, with who counted them and when; no names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from porchlight.model import paths
from porchlight.model.pages import is_thanked, tallies_of
from porchlight.model.record import Record, Row
from porchlight.model.schema import Schema
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.matching import match_link, start_link
from porchlight.views.pages import Page
from porchlight.views.parts import Empty, Link, Text
from porchlight.views.result_parts import FiguresRow, FiguresTable
from porchlight.views.search_pages import found_page
from porchlight.views.volunteer_types import ThanksView

SHEET = "templates/hours-and-sign-in"
"""The article that people print and sign."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Visits and hours added up."""

    visits: int
    hours: float

    @property
    def cells(self) -> tuple[str, str]:
        """Both as they are read: no decimals where there are none."""
        return f"{self.visits:,}", f"{self.hours:,.1f}".removesuffix(".0")


def thanks_pages(edition: Edition, schema: Schema) -> Iterator[Page]:
    """The page below the list of roles, where the hub can hold hours at all."""
    tallies = tallies_of(edition.hub.package)
    if tallies is None or not is_thanked(edition.hub.package, schema):
        return
    here, title = paths.thanks_path(schema.resource), edition.t("volunteers.title")
    months = sorted(edition.hub.records.get(tallies.resource, ()), key=lambda month: _month(tallies, month))
    rows = [row for month in months for row in month.rows("sums")]
    lead = _lead(edition, len({_month(tallies, month) for month in months}), rows) if rows else ""
    words = lead or edition.t("volunteers.empty")
    view = ThanksView(
        frame=frame(
            edition,
            here,
            title,
            words,
            "volunteers",
            [(edition.title(schema), paths.list_path(schema.resource))],
        ),
        title=title,
        lead=lead,
        months=_by_month(edition, tallies, months) if rows else None,
        roles=_by_role(edition, rows) if rows else None,
        empty=None if rows else Empty(words, tuple(_doors(edition, schema, here))),
        doors=tuple(_doors(edition, schema, here)) if rows else (),
    )
    yield Page(edition.path(here), "thanks.html", view, found_page(edition, here, title, words))


def thanks_link(edition: Edition, schema: Schema, here: str) -> Link | None:
    """The way from the list of roles to the thanks, where there is such a page."""
    if not is_thanked(edition.hub.package, schema):
        return None
    return Link(edition.t("volunteers.title"), edition.href(here, paths.thanks_path(schema.resource)))


def _month(tallies: Schema, record: Record) -> str:
    return tallies.text_of(record, "month")


def _sums(rows: Sequence[Row]) -> Sums:
    return Sums(sum(int(str(row["visits"])) for row in rows), sum(float(str(row["hours"])) for row in rows))


def _lead(edition: Edition, months: int, rows: Sequence[Row]) -> str:
    visits, hours = _sums(rows).cells
    return edition.t("volunteers.lead", visits=visits, hours=hours, months=edition.t("volunteers.months", n=months))


def _by_month(edition: Edition, tallies: Schema, months: Sequence[Record]) -> FiguresTable:
    return FiguresTable(
        id="by-month",
        caption=edition.t("volunteers.by_month"),
        heads=tuple(edition.t(f"volunteers.head.{head}") for head in ("month", "visits", "hours")),
        rows=tuple(
            FiguresRow(
                Text(_month_in_words(edition, _month(tallies, month))),
                _sums(month.rows("sums")).cells,
                quiet=_counted(edition, tallies, month),
            )
            for month in months
        ),
    )


def _month_in_words(edition: Edition, month: str) -> str:
    year, _, number = month.partition("-")
    return edition.month(int(year), int(number))


def _counted(edition: Edition, tallies: Schema, month: Record) -> str:
    counted_on = tallies.field_for("counted_on")
    day = edition.date_of(month, counted_on.name) if counted_on else ""
    return edition.t(
        "volunteers.counted", by=edition.said_by({"by": tallies.text_of(month, "counted_by")}).value, day=day
    )


def _by_role(edition: Edition, rows: Sequence[Row]) -> FiguresTable:
    """The roles by name; what was too small to be told alone stands last."""
    names = sorted({str(row.get("role", "")) for row in rows}, key=lambda name: (not name, name.casefold()))
    return FiguresTable(
        id="by-role",
        caption=edition.t("volunteers.by_role"),
        heads=tuple(edition.t(f"volunteers.head.{head}") for head in ("role", "visits", "hours")),
        rows=tuple(
            FiguresRow(
                Text(name, _lang(edition)) if name else Text(edition.t("volunteers.rest")),
                _sums([row for row in rows if row.get("role", "") == name]).cells,
            )
            for name in names
        ),
    )


def _lang(edition: Edition) -> str:
    """The language of what keepers write themselves, where it is another than the page's."""
    return "" if edition.language == edition.first else edition.first


def _doors(edition: Edition, schema: Schema, here: str) -> Iterator[Link]:
    for article in edition.articles:
        if article.slug == SHEET:
            lang = edition.lang_of(article)
            yield Link(article.title, edition.href(here, f"{SHEET}/"), note=edition.t("volunteers.sheet"), lang=lang)
    yield from filter(None, (match_link(edition, schema, here), start_link(edition, schema, here)))
