# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names as they are compared: no case, accents or “Inc.”, short forms written out, ordinary words counting less."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from porchlight.duplicates.name_words import APART, NO_PART, ORDINARY, SMALL, WRITTEN_OUT
from porchlight.model.alike import folded

LETTERS_PER_SLIP = 5
"""A word with a slip for each so many letters is still that word; a slip is a letter more, less, other or swapped."""

_AS_ONE = 0.92
COUNTS_LITTLE = 0.3
"""What a word counts that many names hold."""

_IN_BRACKETS = re.compile(r"\([^)]*\)")
_INITIALS_WITH_DOTS = re.compile(r"\b(?:[a-z]\.){2,}")
_APART_DIGITS = re.compile(r"\b(\d)-(\d)-(\d)\b")
_LAST_LETTER = re.compile(r" ([a-z])$")
_CAPITALS = re.compile(r"[A-Z]{3,6}")
_WORDS = re.compile(r"[^\W_]+")


_PART = re.compile(r"\s+[-–—]\s*|\s*[-–—]\s+|[:/,;]\s*|\.,\s*|-(?=[A-Z][a-z])")
"""Behind which a name goes on with a part: “Example Services - Food shelf”."""


@dataclass(frozen=True, slots=True)
class Name:
    """A tidied name: its words in order, those that stand for its place, and what else tells it from others.

    `head` are the words before the first comma or dash, `initials` those of all words, `shorts` the short names that it
    is written with, `apart` the words that tell one of several kindred things from the next.
    """

    words: tuple[str, ...]
    place: frozenset[str] = frozenset()
    head: tuple[str, ...] = ()
    initials: str = ""
    shorts: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()

    def weight_of(self, word: str) -> float:
        """What a word counts: little where many names of the place hold it."""
        return COUNTS_LITTLE if word in ORDINARY or word in self.place else 1.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two names share, from 0 to 1, of `both` together and of the one that says `less`.

    `own` is true where each has a telling word that the other lacks, `part` where one goes on behind the other's words.
    """

    both: float
    less: float
    own: bool = False
    part: bool = False


def tidied(text: str, also: Sequence[str] = (), places: Sequence[str] = ()) -> Name:
    """The name as it is compared.

    Of `also`, other names of the same thing, only short ones in capitals count. `places` are its town and county.
    """
    whole = _IN_BRACKETS.sub(" ", text)
    words = _tidy_words(whole) or _tidy_words(text)
    place = frozenset(word for each in places for word in _tidy_words(each))
    head = _tidy_words(_PART.split(whole.strip(), maxsplit=1)[0])
    apart = frozenset(w for w in _tidy_words(text) if w.isdigit() or _tells_apart(w))
    apart |= frozenset(_LAST_LETTER.findall(text.strip().lower()))
    initials = "".join(word[0] for word in words if not word.isdigit())
    return Name(words, place, head, initials, frozenset(_shorts([text, *also])), apart)


def _tidy_words(text: str) -> tuple[str, ...]:
    low = folded(text).replace("&", " and ").replace("'", "").replace("’", "")
    low = _APART_DIGITS.sub(r"\1\2\3", _INITIALS_WITH_DOTS.sub(lambda found: found[0].replace(".", ""), low))
    return tuple(_plain(word) for word in _WORDS.findall(low) if word not in SMALL)


def _plain(word: str) -> str:
    word = WRITTEN_OUT.get(word, word)
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")) else word


def _shorts(names: Sequence[str]) -> Iterator[str]:
    """Names of capitals alone, also in brackets: “RHA”, “Recovery Housing Association (RHA)”."""
    for name in names:
        for each in (name, *_IN_BRACKETS.findall(name)):
            tidy = each.strip("() ").replace(".", "")
            if _CAPITALS.fullmatch(tidy):
                yield tidy.lower()


def likeness(one: Name, other: Name) -> Likeness:
    """What two names have in common."""
    if not one.words or not other.words:
        return Likeness(0.0, 0.0)
    if "".join(one.words) == "".join(other.words) or sorted(one.words) == sorted(other.words):
        return Likeness(1.0, 1.0)
    shared, mine, its = _matched(one.words, other.words)
    common = sum(map(one.weight_of, shared))
    rest = [sum(name.weight_of(word) for word in words) for name, words in ((one, mine), (other, its))]
    whole = 2 * common + sum(rest)
    own = bool(_telling(mine)) and bool(_telling(its))
    glued = fuzz.ratio("".join(one.words), "".join(other.words)) / 100  # “Light House”, “Lighthouse”
    both = max(2 * common / whole, glued if glued >= _AS_ONE and not own else 0.0)
    return Likeness(both, common / (common + min(rest)) if common else 0.0, own, _is_part(one, other))


def _matched(words: Sequence[str], others: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """The words that both hold, and what is left of each."""
    shared: list[str] = []
    mine: list[str] = []
    its = list(others)
    for word in words:
        match = _match(word, its)
        (shared if match else mine).append(word)
        if match:
            its.remove(match)
    return shared, mine, its


def _match(word: str, words: Sequence[str]) -> str:
    """The same word of the other name, or one with a slip in it."""
    if word in words:
        return word
    slips = len(word) // LETTERS_PER_SLIP
    if not slips or _tells_apart(word):
        return ""
    near = (w for w in words if w[0] == word[0] and OSA.distance(word, w, score_cutoff=slips) <= slips)
    return next(near, "")


def _tells_apart(word: str) -> bool:
    return any(word in kind for kind in APART)


def _telling(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in ORDINARY]


def _is_part(one: Name, other: Name) -> bool:
    """One is all of what stands before the other's comma or dash, or both go on differently behind the same words."""
    tails = [set(name.words[len(name.head) :]) - NO_PART - name.place for name in (one, other)]
    return bool(one.head) and sorted(one.head) == sorted(other.head) and tails[0] != tails[1]


def is_short_form(one: Name, other: Name) -> bool:
    """True where one name is the initials of the other, as “RHA” of “Recovery Housing Association”."""
    return any(len(long.initials) > 2 and long.initials in short.shorts for short, long in ((one, other), (other, one)))


def told_apart(one: Name, other: Name) -> bool:
    """True where the names themselves say that these are two of a kind: “House 1”, “House 2”; men, women."""
    if one.apart == other.apart:
        return False
    numbers = [{word for word in name.apart if word.isdigit() or len(word) == 1} for name in (one, other)]
    kinds = [{kind for kind in APART if kind & name.apart} for name in (one, other)]
    return numbers[0] != numbers[1] or (kinds[0] != kinds[1] and bool(kinds[0]) and bool(kinds[1]))
