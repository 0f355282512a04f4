# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A text as words with their places; what is no prose is left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from porchlight.wording.patterns import ASIDE, BLANKS, JOIN, STOP, WORD

_WORD, _JOIN, _STOP = re.compile(WORD), re.compile(JOIN), re.compile(STOP)
_ASIDE = tuple((side, re.compile(source)) for side, source in ASIDE)
_ACCENT = re.compile("[\u0300-\u036f]")
_KEPT = re.compile(r"[^\n]")

NEAR = 40
"""Words to either side that are looked at."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word where it stands.

    `joined`: nothing but space or a hyphen is between it and the word before; `sentence` counts from 0.
    """

    start: int
    end: int
    written: str
    small: str
    joined: bool
    sentence: int
    quoted: bool = False

    @property
    def large(self) -> bool:
        """True where it begins with a large letter."""
        return self.written[0] != self.written[0].lower()


def small(written: str) -> str:
    """The word in small letters with plain apostrophes and composed accents."""
    return unicodedata.normalize("NFC", written.lower().replace("\u2019", "'"))


def bare(word: str) -> str:
    """The word without accents, as many people type it."""
    return unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFD", word)))


def prose(text: str) -> list[Token]:
    """The words of a text, without those of code and addresses, with places in the text as it was given."""
    quoted = bytearray(len(text))
    for side, pattern in _ASIDE:
        if side in BLANKS:
            text = _blanked(text, pattern, BLANKS[side])
            continue
        for found in pattern.finditer(text):
            quoted[found.start() : found.end()] = b"\1" * len(found[0])
    return tokens(text, quoted)


def _blanked(text: str, pattern: re.Pattern[str], blank: str) -> str:
    return pattern.sub(lambda found: _KEPT.sub(blank, found[0]), text)


def tokens(text: str, quoted: bytes | bytearray = b"") -> list[Token]:
    """The words of a text that holds prose only; `quoted` tells of each character whether it stands in a quote."""
    made: list[Token] = []
    end = sentence = 0
    for found in _WORD.finditer(text):
        gap, start, written = text[end : found.start()], found.start(), found[0]
        sentence += bool(made and _STOP.search(gap))
        if written[-2:] in ("'s", "\u2019s"):
            written = written[:-2]
        joined = bool(made and _JOIN.fullmatch(gap))
        said = bool(quoted and quoted[start])
        made.append(Token(start, start + len(written), written, small(written), joined, sentence, said))
        end = found.end()
    return made


def around(tokens: Sequence[Token], first: int, behind: int) -> tuple[int, int]:
    """Where the sentence of the tokens from `first` up to `behind` begins and ends, as far as it is looked at."""
    low, high, sentence = first, behind, tokens[first].sentence
    while low > max(0, first - NEAR) and tokens[low - 1].sentence == sentence:
        low -= 1
    while high < min(len(tokens), behind + NEAR) and tokens[high].sentence == sentence:
        high += 1
    return low, high
