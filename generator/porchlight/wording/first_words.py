# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a text may hold one of some words at all: a look at it costs a twentieth of cutting it up.

It never says that a word stands there, and is sure of plain texts only: tokens.py has the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_LETTERS = re.compile(r"[0-9A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00ff]+")
_UNSURE = re.compile(r"@|://|[Ww]{3}\.|[A-Za-z0-9_-]\.[A-Za-z]|[^\x00-\xff\u2010-\u206f]")
"""What addresses have, which are left out and may cut a word in two, and letters with more than one form."""


class FirstWords:
    """Knows the words, in small letters, that what is looked for can begin with."""

    def __init__(self, words: Iterable[str]) -> None:
        self._beginnings = {letters for word in words for letters in _LETTERS.findall(word)[:1]}

    def may_stand_in(self, text: str) -> bool:
        """False where none of them can be a word of the text."""
        return bool(_UNSURE.search(text)) or not self._beginnings.isdisjoint(_LETTERS.findall(text.lower()))
