# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How well the engine finds what people who read the sentences would mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from tests.wording.judging import HALVES, LANGUAGES, Judged, as_judged, finder, judged, shipped_lexicon, shipped_words

PRECISION, RECALL = 0.97, 0.95


@dataclass(frozen=True, slots=True)
class Score:
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)


def score(sentences: Iterable[Judged]) -> Score:
    right = wrong = missed = 0
    for each in sentences:
        found = as_judged(finder(each.language).find(each.text))
        right += len(found & each.expected)
        wrong += len(found - each.expected)
        missed += len(each.expected - found)
    return Score(right, wrong, missed)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("half", HALVES)
def test_what_is_found_is_what_a_reader_would_mark(half: str, language: str) -> None:
    """A place, a word or a reason to leave it alone that differs counts as both wrong and missed."""
    sentences = [each for each in judged() if (each.half, each.language) == (half, language)]
    result = score(sentences)
    print(f"{half} {language}: {len(sentences)} sentences, {result}")
    print(f"precision {result.precision:.3f}, recall {result.recall:.3f}")
    assert result.precision >= PRECISION
    assert result.recall >= RECALL


def test_the_corpus_is_large_and_of_every_kind() -> None:
    """So that the score is worth something: each way to be left alone is there, and so are sentences without a hit."""
    told = judged()
    counts = {language: sum(each.language == language for each in told) for language in LANGUAGES}
    assert counts["en"] >= 180
    assert counts["es"] >= 120
    for language in LANGUAGES:
        mine = [each for each in told if each.language == language]
        kept = [kept for each in mine for _, _, _, kept in each.expected]
        assert all(kept.count(why) >= 8 for why in ("quote", "name", "own"))
        assert sum(not each.expected for each in mine) >= 40
    assert len({each.text for each in told}) == len(told)


def test_the_corpus_marks_words_that_exist_and_knows_most_of_them() -> None:
    ids = {word.id for language in LANGUAGES for word in shipped_lexicon(language).words}
    marked = {word for each in judged() for _, _, word, _ in each.expected}
    assert marked <= ids
    assert len(marked) >= len(ids) * 0.9


@pytest.mark.parametrize(
    ("language", "text", "say"),
    [
        ("es", "Su prueba limpia ayudó.", ["resultado negativo"]),
        ("es", "Una prueba sucia y no entra.", ["resultado positivo"]),
        ("en", "Her clean drug test helped.", ["tested negative"]),
        ("en", "A dirty drug test came back.", ["tested positive"]),
        ("en", "Two burglars moved in.", ["person convicted of burglary (only if it matters)"]),
        ("en", "The robber got out.", ["person convicted of robbery (only if it matters)"]),
        ("en", "They called him a murderer.", ["person convicted of murder (only if it matters)"]),
    ],
)
def test_nothing_is_offered_that_says_something_else(language: str, text: str, say: list[str]) -> None:
    """Words that share a record share what is offered: a clean test is no positive one, a burglar killed nobody."""
    (found,) = finder(language).find(text)
    (record,) = [each for each in shipped_words() if each.id == found.word]
    assert record.values["say"] == tuple(say)
