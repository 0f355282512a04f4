# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words in a cell → a code of a vocabulary, by the code itself, its label in any language, or a close label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from porchlight.exchange.sheets.synonyms import CODES
from porchlight.model.alike import folded
from porchlight.model.schema import Vocabulary

CLOSE = 88
"""Likeness from 0 to 100 from which a label counts as meant."""
_SHORTEST_CLOSE = 5
_WORD = re.compile(r"\w+")
_ASIDE = re.compile(r"\s*\(.*?\)")
_SAYS_LITTLE = frozenset({"for", "only"})


@dataclass(frozen=True, slots=True)
class Match:
    """The code that was meant; `sure` is false where only a close label says so."""

    code: str
    sure: bool


class Codes:
    """One vocabulary, ready to be asked; every text is looked up once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.labels = vocabulary.labels
        self._by_word: dict[str, str] = {}
        self._asked: dict[str, Match | None] = {}
        for word, code in _words_for(vocabulary):
            self._by_word.setdefault(word, code)

    def find(self, text: str) -> Match | None:
        """The code that the text means, or None."""
        if text not in self._asked:
            self._asked[text] = self._find(_squashed(text)) or self._find(_squashed(_ASIDE.sub("", text)))
        return self._asked[text]

    def _find(self, word: str) -> Match | None:
        if word in self._by_word:
            return Match(self._by_word[word], True)
        if len(word) < _SHORTEST_CLOSE:
            return None
        found = process.extractOne(word, self._by_word.keys(), scorer=fuzz.ratio, score_cutoff=CLOSE)
        return Match(self._by_word[found[0]], False) if found else None


def _words_for(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Codes first, so that no label hides one; “NJ” is US-NJ, “33” is 31-33."""
    for code in vocabulary.labels:
        yield _squashed(code), code
    for code in vocabulary.labels:
        if ending := code.partition("-")[2]:
            yield _squashed(ending), code
    for code, labels in vocabulary.labels.items():
        for label in labels.values():
            yield _squashed(label), code
            yield _squashed(_ASIDE.sub("", label)), code
    for word, code in CODES.get(vocabulary.name, {}).items():
        if code in vocabulary.labels:
            yield word, code


def _squashed(text: str) -> str:
    """Letters and digits only, without words that say little: “WOMEN ONLY” is “women”, “For veterans” is “veterans”."""
    words = _WORD.findall(folded(text).replace("_", " "))
    return "".join(word for word in words if word not in _SAYS_LITTLE) or "".join(words)
