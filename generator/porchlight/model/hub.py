# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A whole hub in memory: settings, package, records, questionnaires and articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from porchlight.model.questionnaire import Questionnaire
from porchlight.model.record import Record
from porchlight.model.schema import Package, Schema
from porchlight.model.search_words import SearchWords
from porchlight.problems import Place


@dataclass(frozen=True, slots=True)
class Settings:
    """What one hub says about itself (`data/hub.yaml`).

    `languages` lists the language codes, the one without a path prefix first. `form_service` is the address that
    polls post to: "" means the site's own host, `/f/<poll>`. `address` is the site's public address or "".
    `made_up` marks a demonstration hub: every page says so and asks not to be indexed.
    """

    name: str
    taglines: Mapping[str, str]
    languages: tuple[str, ...] = ("en", "es")
    address: str = ""
    form_service: str = ""
    repository: str = ""
    contact: str = ""
    made_up: bool = False


@dataclass(frozen=True, slots=True)
class Shelf:
    """Records that a page lists below its text: one resource, narrowed by one field's code where `field` is given."""

    resource: str
    field: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A page of Markdown in one language. `slug` is its address; `shelves` are lists of records that it carries.

    `items` are the poll items that the page serves, by id.
    """

    slug: str
    language: str
    title: str
    description: str
    markdown: str
    shelves: tuple[Shelf, ...] = ()
    items: tuple[str, ...] = ()
    place: Place = Place("")


@dataclass(frozen=True, slots=True)
class Hub:
    """Everything that was read and found sound: what pages are made from."""

    settings: Settings
    package: Package
    records: Mapping[str, tuple[Record, ...]]
    questionnaires: tuple[Questionnaire, ...] = ()
    articles: tuple[Article, ...] = ()
    search_words: SearchWords = SearchWords()

    def shown_on(self, day: date) -> Hub:
        """The hub as it may be published on a day: without what is over (a consent, a notice) or has not begun.

        The fields are known by the roles `gone_after` and `shown_from`.
        """
        shown = {
            schema.resource: tuple(r for r in self.records.get(schema.resource, ()) if _is_shown(schema, r, day))
            for schema in self.package.schemas
        }
        return replace(self, records=shown)

    def all_records(self) -> Iterator[Record]:
        """Every record, resource by resource in package order, by id within each."""
        for schema in self.package.schemas:
            yield from self.records.get(schema.resource, ())


def _is_shown(schema: Schema, record: Record, day: date) -> bool:
    over, begins = schema.field_for("gone_after"), schema.field_for("shown_from")
    last = record.values.get(over.name) if over else None
    first = record.values.get(begins.name) if begins else None
    ended = isinstance(last, date) and last < day
    return not ended and not (isinstance(first, date) and first > day)
