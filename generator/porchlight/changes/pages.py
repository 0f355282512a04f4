# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which pages a change touches: those of the records, their lists, texts, and what is shared by many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from porchlight.changes.saying import Said, Sentence
from porchlight.changes.sentences import ArticleChange, RecordChange
from porchlight.model import paths
from porchlight.model.hub import Hub, Settings
from porchlight.model.pages import narrowed
from porchlight.model.record import Record
from porchlight.model.schema import Field, Schema

Narrowing = Mapping[str, tuple[Field, ...]]
"""The fields by which the list of each resource is narrowed."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Files that many pages hang on, by how their paths begin, and what to say when they change."""

    begins: tuple[str, ...]
    sentence: str


SHARED = (
    Shared(("data/hub.yaml",), "The settings of the hub were changed. That touches every page."),
    Shared(
        ("data/datapackage.yaml", "data/schemas/", "data/vocabularies.yaml"),
        "Fields, or the words for codes, were changed. That can touch every list and every record.",
    ),
    Shared(("data/polls/", "data/form_services.yaml"), "A poll was changed. That touches its pages and its paper."),
    Shared(("data/results/",), "Results of a poll were changed. That touches its pages of results."),
    Shared(("data/search.yaml",), "The words of the search were changed. That touches what the search finds first."),
    Shared(("data/places/",), "A place was changed. That touches its page, and the lists that are narrowed to it."),
    Shared(("data/words/",), "Words to say, or not to say, were changed. That touches the page of words."),
    Shared(("theme/",), "The look of the pages, or their own words, were changed. That can touch every page."),
    Shared(("generator/",), "The program was changed. That can touch every page."),
)


def narrowing(hub: Hub) -> Narrowing:
    """The fields by which each list is narrowed."""
    return {
        schema.resource: tuple(field for name in narrowed(hub, schema) if (field := schema.field_named(name)))
        for schema in hub.package.schemas
    }


def record_pages(change: RecordChange, settings: Settings, narrowed: Narrowing) -> tuple[str, ...]:
    """The record's page and the lists that hold it or held it, in every language."""
    schema = change.schema
    if schema.page == "none":
        return ()
    known = [each for each in (change.after, change.before) if each]
    own = [paths.record_path(schema.resource, each.id) for each in known] if schema.page == "each" else []
    lists = [path for each in known for path in _lists(schema, each, narrowed[schema.resource])]
    return _in_all(dict.fromkeys((*own, paths.list_path(schema.resource), *lists)), settings)


def _lists(schema: Schema, record: Record, facets: Sequence[Field]) -> Iterator[str]:
    for field in facets:
        yield from (paths.facet_path(schema.resource, field.name, code) for code in record.codes(field.name))
    asked = {str(row["question"]) for row in record.rows("answers")}
    yield from (paths.band_path(schema.resource, question) for question in schema.questions if question in asked)


def article_page(change: ArticleChange, settings: Settings) -> str:
    """Where the text stands."""
    return paths.in_language(f"{change.article.slug}/", change.article.language, settings.languages[0])


def shared_changes(files: Sequence[str]) -> tuple[Sentence, ...]:
    """A sentence for each part that many pages hang on."""
    return tuple((each.sentence,) for each in SHARED if any(file.startswith(each.begins) for file in files))


def _in_all(found: dict[str, None], settings: Settings) -> tuple[str, ...]:
    first = settings.languages[0]
    return tuple(paths.in_language(path, language, first) for path in found for language in settings.languages)


def in_sentence(pages: Sequence[str], most: int) -> Sentence:
    """The first few addresses, and how many more there are."""
    named: list[str | Said] = []
    for page in pages[:most]:
        named += [", " if named else "", Said(f"/{page}", quoted=False)]
    more = len(pages) - most
    return (*named, f", and {more:,} more" if more > 0 else "")
