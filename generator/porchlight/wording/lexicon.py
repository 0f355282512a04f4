# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of one language as both engines read them: forms, senses, and what tells a name or a person's own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from porchlight.model.record import Record
from porchlight.wording.cues import CUES, Cues
from porchlight.wording.patterns import ASIDE, BLANKS, JOIN, STOP, WORD

SENSES = ("only_near", "only_after", "not_near", "not_before", "not_after")
"""Fields of a word's record that tell in which sense it is meant."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that people may want to change, by its record's id; `forms` are all ways in which it stands in a text."""

    id: str
    standing: str
    forms: tuple[str, ...]
    senses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that is needed to look at a text of one language; `names` are names that are left as they are."""

    language: str
    words: tuple[Word, ...]
    names: tuple[str, ...]
    cues: Cues

    def plain(self) -> dict[str, Any]:
        """The same for the engine in the browser (`theme/js/word_finder.js`)."""
        aside = [[BLANKS.get(side, ""), source] for side, source in ASIDE]
        return {
            "patterns": {"word": WORD, "join": JOIN, "stop": STOP, "aside": aside},
            "cues": self.cues.plain(),
            "names": list(self.names),
            "words": [
                {"id": word.id, "standing": word.standing, "forms": list(word.forms), **_listed(word.senses)}
                for word in self.words
            ],
        }


def _listed(senses: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {name: list(entries) for name, entries in senses.items()}


def lexicon(records: Iterable[Record], language: str) -> Lexicon:
    """The words of that language among the records, with the names that stand in these."""
    own = [record for record in records if record.text("language") == language]
    names = {name for record in own for name in record.codes("names")}
    return Lexicon(language, tuple(map(_word, own)), tuple(sorted(names)), CUES[language])


def _word(record: Record) -> Word:
    senses = {name: record.codes(name) for name in SENSES if record.codes(name)}
    forms = (record.text("name"), *record.codes("variants"))
    return Word(record.id, record.text("standing"), forms, senses)
