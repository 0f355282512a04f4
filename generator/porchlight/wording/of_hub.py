# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of a hub: those of its records that say what to say instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from porchlight.model.hub import Hub
from porchlight.model.schema import Schema
from porchlight.wording.cues import CUES
from porchlight.wording.finding import WordFinder
from porchlight.wording.lexicon import Lexicon, lexicon


def is_about_words(schema: Schema) -> bool:
    """True for the resource in which words stand that people may want to change, each with what to say instead."""
    return schema.field_for("say") is not None


def lexicons(hub: Hub) -> Mapping[str, Lexicon]:
    """The words by their language; names of the hub's own records are left as they are."""
    words = [
        record
        for schema in hub.package.schemas
        if is_about_words(schema)
        for record in hub.records.get(schema.resource, ())
    ]
    bare = {language: lexicon(words, language) for language in CUES}
    names = tuple(_names(hub))
    return {
        language: lexicon(words, language, _with_words(names, found)) for language, found in bare.items() if found.words
    }


def _names(hub: Hub) -> Iterator[str]:
    for schema in hub.package.schemas:
        field = schema.field_for("name")
        if field and not is_about_words(schema):
            yield from (record.text(field.name) for record in hub.records.get(schema.resource, ()))


def _with_words(names: tuple[str, ...], known: Lexicon) -> Iterator[str]:
    finder = WordFinder(known)
    return (name for name in names if finder.find(name))
