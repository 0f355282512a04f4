# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One cell of a spreadsheet → a tidy text, "" where it says nothing."""

from __future__ import annotations

import re
import unicodedata

from porchlight.exchange.yaml_out import MISLEADING

_SAYS_NOTHING = frozenset({"", "n/a", "na", "none", "null", "nil", "-", "--", "–", "—"})
_SAYS_NOTHING_TO_PROGRAMS = frozenset(
    {"nan", "NaN", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"}
)
_AS_TEXT_FORMULA = re.compile(r'="([^"]*)"')  # how some programs keep the 0 of ="07016"
_IN_QUOTES = re.compile(r'"+([^"]*)"+')
_DROPPED = frozenset({"Cc", "Cs", "Co", "Cn"})
_SPACES = re.compile(r"[^\S\n]+")


def tidy(text: str) -> str:
    """The text without what nobody can see, without spaces at its edges; "" for N/A, none, a dash and the like."""
    breaks = text.replace("_x000D_", "\n").replace("\r\n", "\n").replace("\r", "\n")
    for separator in "\u2028\u2029\v\f\x85":
        breaks = breaks.replace(separator, "\n")
    seen = "".join(map(_seen, MISLEADING.sub("", breaks)))
    lines = [_SPACES.sub(" ", line).strip() for line in seen.split("\n")]
    return _said(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip())


def _seen(character: str) -> str:
    if character in "\n\t":
        return character
    return "" if unicodedata.category(character) in _DROPPED else character


def _said(text: str) -> str:
    """The text itself, out of quotes that stand around the whole of it; "" where it says nothing."""
    for wrapped in (_AS_TEXT_FORMULA, _IN_QUOTES):
        if found := wrapped.fullmatch(text):
            text = found[1].strip()
    return "" if text.casefold() in _SAYS_NOTHING or text in _SAYS_NOTHING_TO_PROGRAMS else text
