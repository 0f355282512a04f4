# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""By what a column of amounts is put in order: the first amount in the words, in the one unit of the column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

_SCALES: Mapping[str, Mapping[str, Fraction | int]] = MappingProxyType(
    {
        "hours": {
            **dict.fromkeys(("hour", "hora"), 1),
            **dict.fromkeys(("day", "día"), 8),
            **dict.fromkeys(("week", "semana"), 40),
            **dict.fromkeys(("month", "mes"), 160),
            **dict.fromkeys(("year", "año"), 2000),
        },
        "months": {
            **dict.fromkeys(("day", "día"), Fraction(12, 365)),
            **dict.fromkeys(("week", "semana"), Fraction(84, 365)),
            **dict.fromkeys(("month", "mes"), 1),
            **dict.fromkeys(("year", "año"), 12),
        },
        "dollars": dict.fromkeys(("dollar", "dólar"), 1),
    }
)
"""How many of the column's unit each word for an amount is: hours are of class and work, months of the calendar."""

_NUMBER = r"(?<![\w.,])(?P<{}>\d{{1,3}}(?:,\d{{3}})+|\d+)(?P<{}_part>\.\d+)?(?!\d|[.,]\d)"
_UPTO = r"(?:(?: to | or | a | o |[-–])\d[\d,.]*)?"
_OPENING = r"(?:^|: )(?:(?:about|at least|unas|unos|al menos) )?"
_GOES_ON = r"(?![\w%$-])(?= ?$| ?[;.()]| ?,| (?:and|in|or|since|y|en|o|desde)\b)"
"""What may follow a number that has no unit: no noun, or it counts something else, such as courses."""

_NO_AMOUNT = re.compile(r"\b(?:none|ningun[oa]|no se nombra)\b", re.IGNORECASE)
_INSTEAD = re.compile(r"[^.;]*\b(?:replaces?|reemplazan?)\b", re.IGNORECASE)


def _pattern(unit: str) -> re.Pattern[str]:
    words = "|".join(_SCALES[unit])
    signed = rf"|\${_NUMBER.format('signed', 'signed')}" if unit == "dollars" else ""
    told = rf"(?:{_OPENING})?{_NUMBER.format('told', 'told')}{_UPTO}[ -](?P<word>{words})(?:e?s)?\b"
    bare = rf"{_OPENING}(?!(?:19|20)\d\d\b){_NUMBER.format('bare', 'bare')}{_GOES_ON}"
    return re.compile(f"{told}|{bare}{signed}", re.IGNORECASE)


_PATTERNS = {unit: _pattern(unit) for unit in _SCALES}


def sort_key(words: str, unit: str) -> str:
    """The first amount in the words, counted in the column's unit; "" where they tell none.

    A day of class or work counts as 8 hours, a week as 40, a month as 160, a year as 2,000; a year of recovery as 12
    months. A number without a unit counts only where it opens the words, and is no year. What no one asks for (“none
    named; …”), or what may stand instead of it (“… can replace the class”), is no amount.
    """
    found = _PATTERNS[unit].search(words)
    if found is None or _NO_AMOUNT.search(words, 0, found.start()) or _INSTEAD.match(words, found.end()):
        return ""
    kind = next(kind for kind in ("told", "bare", "signed") if found.groupdict().get(kind))
    amount = Fraction(found[kind].replace(",", "") + (found[f"{kind}_part"] or ""))
    return _written(amount * (_SCALES[unit][found["word"].lower()] if found["word"] else 1))


def _written(amount: Fraction) -> str:
    """Two decimals or none: whoever compares digit by digit then finds 2.50 after 2.25."""
    return f"{float(amount):.2f}".removesuffix(".00")
