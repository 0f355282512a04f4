# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of a hub: those of its records that say what to say instead."""

from __future__ import annotations

from collections.abc import Mapping

from porchlight.model.hub import Hub
from porchlight.model.pages import is_about_words
from porchlight.model.record import Record
from porchlight.wording.cues import CUES
from porchlight.wording.lexicon import Lexicon, lexicon


def word_records(hub: Hub) -> Mapping[str, Record]:
    """The records of words by their ids."""
    schemas = filter(is_about_words, hub.package.schemas)
    return {record.id: record for schema in schemas for record in hub.records.get(schema.resource, ())}


def lexicons(hub: Hub) -> Mapping[str, Lexicon]:
    """The words by their language, for each language that has any."""
    made = (lexicon(word_records(hub).values(), language) for language in CUES)
    return {known.language: known for known in made if known.words}
