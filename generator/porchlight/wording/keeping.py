# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may stay as it is: a quote, a name, and what people say of themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from porchlight.wording.cues import Cues
from porchlight.wording.phrases import Phrase, phrase, stands_at
from porchlight.wording.tokens import Token, around

FARTHEST = 8
"""Words between “I” and the word that it speaks of, and on one side of a name."""

SHORT = 5
"""Words below this length are written small in headlines too."""


class Keeper:
    """Knows what speaks for leaving a word as it is."""

    def __init__(self, cues: Cues, names: Iterable[str]) -> None:
        self._own = _by_last(map(phrase, cues.own))
        self._linking, self._articles = _both(cues.linking), _both(cues.articles)
        self._after, self._begins = _both(cues.after), _both(cues.begins)
        self._joining, self._telling = _both(cues.joining), _both(cues.names)
        self._names = tuple(found for found in map(phrase, names) if len(found) > 1)

    def kept(self, tokens: Sequence[Token], first: int, behind: int) -> str:
        """“quote”, “name” or “own” where the tokens from `first` up to `behind` may stay; "" where nothing says so."""
        if tokens[first].quoted:
            return "quote"
        if self._is_listed(tokens, first, behind) or self._is_name(tokens, first, behind):
            return "name"
        return "own" if self._is_own(tokens, first, behind) else ""

    def _is_listed(self, tokens: Sequence[Token], first: int, behind: int) -> bool:
        return any(stands_at(name, tokens, at) for name in self._names for at in range(behind - len(name), first + 1))

    # --- Names by their large letters ---------------------------------------------------------------------------------

    def _is_name(self, tokens: Sequence[Token], first: int, behind: int) -> bool:
        if not all(token.large or token.small in self._joining for token in tokens[first:behind]):
            return False
        low, high = self._row(tokens, first, behind)
        large = [at for at in range(low, high) if tokens[at].large]
        beside = [at for at in large if not first <= at < behind]
        if any(tokens[at].small in self._telling for at in beside):
            return True
        telling = [at for at in large if not _begins(tokens, at)]
        is_more = len(telling) > 1 or any(at in beside for at in telling)
        return is_more and not _is_headline(tokens, first, behind)

    def _row(self, tokens: Sequence[Token], first: int, behind: int) -> tuple[int, int]:
        """The words around that may belong to one name."""
        low, high = first, behind
        while low > max(0, first - FARTHEST) and tokens[low].joined and self._is_inside(tokens[low - 1]):
            low -= 1
        while high < min(len(tokens), behind + FARTHEST) and tokens[high].joined and self._is_inside(tokens[high]):
            high += 1
        return low, high

    def _is_inside(self, token: Token) -> bool:
        return token.large or token.small in self._joining

    # --- People's own words -------------------------------------------------------------------------------------------

    def _is_own(self, tokens: Sequence[Token], first: int, behind: int) -> bool:
        at, strange = first, False
        while at and first - at < FARTHEST and tokens[at - 1].sentence == tokens[first].sentence:
            if self._ends_own(tokens, at):
                return True
            before = tokens[at - 1].small
            if not (before in self._linking or before.isdigit()):
                if strange or at < 2 or tokens[at - 2].small not in self._articles:
                    return False
                strange = True
            at -= 1
        return tokens[at].small in self._begins and behind < len(tokens) and tokens[behind].small in self._after

    def _ends_own(self, tokens: Sequence[Token], at: int) -> bool:
        return any(stands_at(words, tokens, at - len(words)) for words in self._own.get(tokens[at - 1].small, ()))


def _by_last(phrases: Iterable[Phrase]) -> dict[str, list[Phrase]]:
    by_last: dict[str, list[Phrase]] = {}
    for words in phrases:
        for last in {words[-1].small, words[-1].bare}:
            by_last.setdefault(last, []).append(words)
    return by_last


def _both(words: Iterable[str]) -> frozenset[str]:
    return frozenset(small for word in words for part in phrase(word) for small in (part.small, part.bare))


def _begins(tokens: Sequence[Token], at: int) -> bool:
    """True for the first word of a sentence, whose large letter tells nothing."""
    return at == 0 or tokens[at - 1].sentence != tokens[at].sentence


def _is_headline(tokens: Sequence[Token], first: int, behind: int) -> bool:
    """True where every longer word of the sentence begins with a large letter, so that these tell no name."""
    low, high = around(tokens, first, behind)
    return all(token.large or len(token.small) < SHORT for token in tokens[low:high])
