# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The templates of a hub's folder: which there are, and one of them with words in its places, as a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from porchlight.care.queue import queue
from porchlight.care.tasks import Due
from porchlight.model.hub import Article
from porchlight.model.template import Template, TemplateField
from porchlight.operating.editions import edition_in
from porchlight.paper.template_files import template_file
from porchlight.reading.hub import read_hub
from porchlight.reading.saying import did_you_mean, listed, shown
from porchlight.views.edition import Edition
from porchlight.views.known import known_values
from porchlight.views.template_documents import Ending, name_of, templates_of


class CannotFill(Exception):
    """The template, or one of its fields, is not there, or can't hold what is given; the message tells what to do."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A template's file, the fields that the hub filled in itself, and those that stay blank."""

    name: str
    content: bytes
    by_itself: tuple[TemplateField, ...]
    blank: tuple[TemplateField, ...]


def template_edition(root: Path, language: str, day: date) -> Edition:
    """The hub as it is shown on the day, in the language or in its first; raises NoSuchLanguage."""
    hub = read_hub(root).hub
    return edition_in(root, hub.shown_on(day), language, Due(day, queue(hub, day)))


def templates_told(edition: Edition) -> Iterator[str]:
    """A line for each template: its name, and what it is."""
    for article, _ in templates_of(edition):
        yield f"{name_of(article)}  {article.title}. {article.description}"


def filled_template(edition: Edition, name: str, given: Mapping[str, str], day: date, ending: Ending) -> Filled:
    """The file of the template with that name; raises CannotFill and, for PDF, CannotPrint."""
    article, template = _named(edition, name)
    known = known_values(edition, template, day)
    values = known | {field.name: _value(edition, field, given[field.name]) for field in _given(template, given)}
    return Filled(
        name_of(article),
        template_file(edition, article, template, ending, values),
        tuple(field for field in template.fields if field.name in known.keys() - given.keys()),
        tuple(field for field in template.fields if not values.get(field.name)),
    )


def _named(edition: Edition, name: str) -> tuple[Article, Template]:
    found = {name_of(article): (article, template) for article, template in templates_of(edition)}
    if name not in found:
        hint = did_you_mean(name, found) or "Without a name, the command lists them all."
        raise CannotFill(f"This hub has no template “{shown(name)}”. {hint}")
    return found[name]


def _given(template: Template, given: Mapping[str, str]) -> tuple[TemplateField, ...]:
    known = [field.name for field in template.fields]
    for name in given:
        if name not in known:
            hint = did_you_mean(name, known) or f"It has {listed(known, 'and')}."
            raise CannotFill(f"This template has no field “{shown(name)}”. {hint}")
    return tuple(field for field in template.fields if field.name in given)


def _value(edition: Edition, field: TemplateField, value: str) -> str:
    if field.kind == "choice" and value and value not in field.choices:
        raise CannotFill(f"“{field.name}” should be {listed(field.choices)}. It says “{shown(value)}”.")
    if field.kind != "date" or not value:
        return value
    try:
        return edition.day(date.fromisoformat(value))
    except ValueError:
        raise CannotFill(f"“{field.name}” should be a day like 2026-12-01. It says “{shown(value)}”.") from None
