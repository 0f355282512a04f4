# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a text says something that could be said better. `theme/js/word_finder.js` finds the same.

At each word the longest form that is meant in its sense wins. What people say of themselves, quotes and names are found
too, and told as what they are: nobody has to change them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from porchlight.wording.first_words import FirstWords
from porchlight.wording.keeping import Keeper
from porchlight.wording.lexicon import Lexicon, Word
from porchlight.wording.phrases import Phrase, phrase, stands_at
from porchlight.wording.senses import Sense
from porchlight.wording.tokens import Token, prose


@dataclass(frozen=True, slots=True)
class Finding:
    """A word where it stands: `word` is its record's id, `kept` why it may stay (quote, name, own) or ""."""

    start: int
    end: int
    says: str
    word: str
    standing: str
    kept: str

    @property
    def counts(self) -> bool:
        """True where most guides say to change it, and nothing speaks for leaving it."""
        return self.standing == "avoid" and not self.kept


@dataclass(frozen=True, slots=True)
class _Form:
    phrase: Phrase
    word: Word
    sense: Sense


class WordFinder:
    """Finds the words of one lexicon in any number of texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._keeper = Keeper(lexicon.cues, lexicon.names)

    def find(self, text: str) -> tuple[Finding, ...]:
        """What stands in the text, in order; no two overlap."""
        if not self._first_words.may_stand_in(text):
            return ()
        tokens = prose(text)
        return tuple(
            Finding(start, end, text[start:end], word.id, word.standing, self._keeper.kept(tokens, first, behind))
            for first, behind, word in self._found(tokens)
            for start, end in [(tokens[first].start, tokens[behind - 1].end)]
        )

    def _found(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, Word]]:
        at = 0
        while at < len(tokens):
            form = self._form_at(tokens, at)
            behind = at + (len(form.phrase) if form else 1)
            if form:
                yield at, behind, form.word
            at = behind

    def _form_at(self, tokens: Sequence[Token], at: int) -> _Form | None:
        forms = self._by_first.get(tokens[at].small, ())
        return next((form for form in forms if _is_meant(form, tokens, at)), None)

    @cached_property
    def _by_first(self) -> dict[str, list[_Form]]:
        """The forms by each way to write their first word, the longest first."""
        forms: dict[str, list[_Form]] = {}
        for form in sorted(self._forms(), key=lambda form: -len(form.phrase)):
            for first in {form.phrase[0].small, form.phrase[0].bare}:
                forms.setdefault(first, []).append(form)
        return forms

    @cached_property
    def _first_words(self) -> FirstWords:
        return FirstWords(self._by_first)

    def _forms(self) -> Iterable[_Form]:
        for word in self._lexicon.words:
            sense = Sense(word.senses)
            for written in word.forms:
                yield _Form(phrase(written), word, sense)


def _is_meant(form: _Form, tokens: Sequence[Token], at: int) -> bool:
    return stands_at(form.phrase, tokens, at) and form.sense.fits(tokens, at, at + len(form.phrase))
