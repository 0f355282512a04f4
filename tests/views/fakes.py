# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small hubs made in memory, and the records in them, for the tests of views."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from porchlight.model.hub import Article, Hub, Settings
from porchlight.model.questionnaire import Block, Item, Option, Questionnaire
from porchlight.model.record import Record, Row, Value
from porchlight.reading.package import read_package
from porchlight.site.theme import catalog, theme_folder
from porchlight.views.edition import Assets, Edition
from porchlight.views.pages import Page
from tests.conftest import ROOT

PACKAGE, _ = read_package(ROOT)
HOUSING = PACKAGE.schema_of("housing")
FACTS = PACKAGE.schema_of("facts")

SOURCE: Row = {"url": "https://www.example.org/", "read_on": date(2026, 11, 23), "kind": "own"}
CALLED: Row = {"as_of": date(2026, 11, 2), "how": "phone", "by": "peer volunteer", "result": "right"}
PHONE: Row = {"number": "614-555-0142", "kind": "voice", "check": "not_dialed"}

POLL = Questionnaire(
    id="needs",
    version=1,
    title={"en": "What is missing?"},
    intro={"en": "Two lines."},
    options=(Option("1", {"en": "Disagree"}), Option("2", {"en": "Agree"})),
    no_answer=Option("na", {"en": "No answer"}),
    blocks=(
        Block(
            id="help",
            title={"en": "Help"},
            stem={"en": "We need more of this."},
            stem_source="editor",
            items=(Item("beds", {"en": "Beds"}), Item("jobs", {"en": "Jobs"})),
        ),
    ),
)

V = TypeVar("V")


def edition(*records: Record, language: str = "en", articles: tuple[Article, ...] = ()) -> Edition:
    """One language's edition of a hub that holds these records, these articles and one poll."""
    held: dict[str, tuple[Record, ...]] = {"housing": ()}
    for record in records:
        held[record.resource] = (*held.get(record.resource, ()), record)
    hub = Hub(Settings("Test hub", {"en": "A hub"}), PACKAGE, held, (POLL,), articles)
    return Edition(hub, language, catalog(theme_folder(ROOT), language), Assets("site.css", "main.js", "icon.svg"))


def house(**parts: tuple[Row, ...]) -> Record:
    """Maple House with these nested parts."""
    return record("maple", {"name": "Maple House", "summary": "A home."}, **parts)


def record(record_id: str, values: dict[str, Value] | None = None, **parts: tuple[Row, ...]) -> Record:
    """A free recovery home, unless the values say otherwise; its name is its id, unless they give one."""
    usual: dict[str, Value] = {
        "id": record_id,
        "name": record_id,
        "summary": "A home.",
        "kind": "recovery_residence",
        "cost": "free",
    }
    return Record("housing", record_id, usual | (values or {}), parts)


def fact(record_id: str, values: dict[str, Value] | None = None) -> Record:
    """A law, with these further values."""
    usual: dict[str, Value] = {"id": record_id, "name": record_id, "summary": "A law.", "kind": "law"}
    return Record("facts", record_id, usual | (values or {}))


def view_of(page: Page, kind: type[V]) -> V:
    """The page's view, which must be of that kind."""
    assert isinstance(page.view, kind)
    return page.view
