# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a word is meant in the sense that its record speaks of, told by what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from porchlight.wording.phrases import Phrase, phrase, stands_at
from porchlight.wording.tokens import Token, around


class Sense:
    """The rules of one record. `only_near` and `only_after` are asked of single words: longer forms are sure."""

    def __init__(self, rules: Mapping[str, tuple[str, ...]]) -> None:
        self._rules = {name: tuple(map(phrase, entries)) for name, entries in rules.items()}

    def fits(self, tokens: Sequence[Token], first: int, behind: int) -> bool:
        """True where the form from token `first` up to `behind` is meant."""
        return not self._is_other(tokens, first, behind) and (
            behind - first > 1 or self._is_sure(tokens, first, behind)
        )

    def _is_other(self, tokens: Sequence[Token], first: int, behind: int) -> bool:
        return (
            self._any("not_before", lambda words: _follows(words, tokens, behind))
            or self._any("not_after", lambda words: _precedes(words, tokens, first))
            or self._any("not_near", lambda words: _is_near(words, tokens, first, behind))
        )

    def _is_sure(self, tokens: Sequence[Token], first: int, behind: int) -> bool:
        near, after = self._rules.get("only_near"), self._rules.get("only_after")
        return (near is None or any(_is_near(words, tokens, first, behind) for words in near)) and (
            after is None or any(_precedes(words, tokens, first) for words in after)
        )

    def _any(self, rule: str, holds: Callable[[Phrase], bool]) -> bool:
        return any(map(holds, self._rules.get(rule, ())))


def _follows(words: Phrase, tokens: Sequence[Token], behind: int) -> bool:
    return stands_at(words, tokens, behind) and tokens[behind].joined


def _precedes(words: Phrase, tokens: Sequence[Token], first: int) -> bool:
    return tokens[first].joined and stands_at(words, tokens, first - len(words))


def _is_near(words: Phrase, tokens: Sequence[Token], first: int, behind: int) -> bool:
    """In the same sentence, outside the form itself."""
    low, high = around(tokens, first, behind)
    places = (*range(low, first - len(words) + 1), *range(behind, high - len(words) + 1))
    return any(stands_at(words, tokens, at) for at in places)
