# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""All that a change brings about, gathered once for whoever tells it: heads, sentences and pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from porchlight.changes.around import settings_changes, what_runs
from porchlight.changes.pages import article_page, narrowing, record_pages, shared_changes
from porchlight.changes.saying import Said, Sentence
from porchlight.changes.sentences import ArticleChange, RecordChange, article_changes, record_changes
from porchlight.changes.sides import Sides
from porchlight.changes.values import LANGUAGE, Told
from porchlight.problems import Problem
from porchlight.reading.settings import FILE as SETTINGS


@dataclass(frozen=True, slots=True)
class Section:
    """One record or page that changes: what it is called, what it is, what is told of it, and the pages it touches."""

    name: str
    what: Sentence
    told: tuple[Told, ...]
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What the check says first, and what of the touched files someone should look at; then what readers will see."""

    problems: tuple[Problem, ...]
    care: tuple[Problem, ...]
    shared: tuple[Sentence, ...]
    sections: tuple[Section, ...]

    @property
    def pages(self) -> tuple[str, ...]:
        """Every page that is touched, once."""
        return tuple(dict.fromkeys(page for section in self.sections for page in section.pages))


def gathered(sides: Sides) -> Changes:
    """The changes between two sides of a hub."""
    care = tuple(each for each in sides.checked.care if each.place.file in sides.files)
    return Changes(sides.checked.stopping, care, tuple(_shared(sides)), tuple(_sections(sides)))


def _shared(sides: Sides) -> Iterator[Sentence]:
    """First what a record's sentence may never hide."""
    yield from what_runs((*sides.files, *sides.beside))
    if SETTINGS not in {problem.place.file for problem in sides.checked.stopping}:
        yield from settings_changes(sides.before.settings, sides.after.settings)
    yield from shared_changes(sides.files)
    yield from _notes_gone(sides)


def _notes_gone(sides: Sides) -> Iterator[Sentence]:
    """Forms and scripts that write a file anew drop what keepers noted in it, and nobody sees it on a page."""
    for file, gone in sides.notes_gone.items():
        notes = "1 note" if gone == 1 else f"{gone:,} notes"
        yield (f"{notes} behind “#” would be lost from ", Said(file), ". Put back what matters.")


def _sections(sides: Sides) -> Iterator[Section]:
    settings, narrowed = sides.after.settings, narrowing(sides.after)
    for change in record_changes(sides):
        yield Section(_name(change), _what(change), change.told, record_pages(change, settings, narrowed))
    for article in article_changes(sides):
        yield Section(article.article.title, _where(article), (article.told,), (article_page(article, settings),))


def _name(change: RecordChange) -> str:
    return change.schema.text_of(change.record, "name") or change.record.key


def _what(change: RecordChange) -> Sentence:
    return (Said(change.schema.singular.get(LANGUAGE, change.schema.resource), quoted=False),)


def _where(change: ArticleChange) -> Sentence:
    return ("page in ", Said(change.article.language, quoted=False))
