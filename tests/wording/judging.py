# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The judged sentences, and the shipped words to find in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from porchlight.model.record import Record
from porchlight.reading.hub import read_hub
from porchlight.wording.finding import Finding, WordFinder
from porchlight.wording.lexicon import Lexicon, lexicon

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).parent / "corpus"
LANGUAGES = ("en", "es")
HALVES = ("building", "held-out")
MARK = re.compile(r"\[\[(.+?)\|([a-z0-9-]+)(?:\|(quote|name|own))?\]\]", re.DOTALL)

Found = tuple[int, int, str, str]
"""Where it stands, the id of the word, and why it may stay."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with what should be found in it."""

    half: str
    language: str
    text: str
    expected: frozenset[Found]


@cache
def judged() -> tuple[Judged, ...]:
    """Every sentence of both halves."""
    return tuple(
        _judged(half, language, marked)
        for half in HALVES
        for language in LANGUAGES
        for marked in yaml.safe_load((FOLDER / f"{half}-{language}.yaml").read_text("utf-8"))
    )


def _judged(half: str, language: str, marked: str) -> Judged:
    text, last, expected = "", 0, set()
    for found in MARK.finditer(marked):
        text += marked[last : found.start()]
        expected.add((len(text), len(text) + len(found[1]), found[2], found[3] or ""))
        text, last = text + found[1], found.end()
    return Judged(half, language, text + marked[last:], frozenset(expected))


@cache
def shipped_words() -> tuple[Record, ...]:
    """The records of data/words."""
    return read_hub(ROOT).hub.records["words"]


@cache
def shipped_lexicon(language: str) -> Lexicon:
    """What the shipped words say of one language."""
    return lexicon(shipped_words(), language)


@cache
def finder(language: str) -> WordFinder:
    """Finds the shipped words of one language."""
    return WordFinder(shipped_lexicon(language))


def as_judged(found: tuple[Finding, ...]) -> frozenset[Found]:
    """What was found, as the corpus writes it."""
    return frozenset((each.start, each.end, each.word, each.kept) for each in found)
