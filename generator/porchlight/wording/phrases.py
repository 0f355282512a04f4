# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A few words in a row, and whether they stand at a place of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from porchlight.wording.tokens import Token, bare, tokens

ANY_END = "*"
"""Ends a word of which only the beginning is given."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a phrase. `exact` where large letters are part of it, as in AA; `begins` where any ending will do."""

    written: str
    small: str
    bare: str
    exact: bool
    begins: bool

    def fits(self, token: Token) -> bool:
        """True where the token is this word, with its accents or without any."""
        if self.exact:
            return token.written == self.written
        if self.begins:
            return token.small.startswith((self.small, self.bare))
        return token.small in (self.small, self.bare)


Phrase = tuple[Part, ...]


def phrase(written: str) -> Phrase:
    """The words of a form or of an entry such as “drug*”."""
    found = tokens(written)
    return tuple(
        Part(
            each.written,
            each.small,
            bare(each.small),
            _is_exact(each.written),
            written[each.end : each.end + 1] == ANY_END,
        )
        for each in found
    )


def _is_exact(written: str) -> bool:
    return len(written) > 1 and written == written.upper() != written.lower()


def stands_at(words: Phrase, tokens: Sequence[Token], at: int) -> bool:
    """True where the phrase begins at that token, its words side by side."""
    if not 0 <= at <= len(tokens) - len(words):
        return False
    return all(
        part.fits(tokens[at + step]) and (step == 0 or tokens[at + step].joined) for step, part in enumerate(words)
    )
