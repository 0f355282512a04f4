# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A whole hub in memory: settings, package, records, questionnaires and articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from porchlight.model.questionnaire import Questionnaire
from porchlight.model.record import Record
from porchlight.model.schema import Package
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

    def all_records(self) -> Iterator[Record]:
        """Every record, resource by resource in package order, by id within each."""
        for schema in self.package.schemas:
            yield from self.records.get(schema.resource, ())
