# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""By what a column of words is put in order: the first amount in them, so that 46 hours come before 100."""

from __future__ import annotations

import re

_NUMBER = r"(?<![\w.])(?!(?:19|20)\d\d(?!\d))(\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d%])"
_AMOUNT = re.compile(rf"{_NUMBER}(?:[ -](year|año|day|día))?")
"""A number that is no year, with the unit behind it where that is a longer one."""

_LONGER = {"year": 12, "año": 12, "day": 8, "día": 8}
"""A year counts as its months, a day of class as its hours."""


def sort_key(words: str) -> str:
    """The first amount in the words as a whole number; "" where there is none, so that the words themselves count."""
    found = _AMOUNT.search(words)
    if found is None:
        return ""
    return str(int(found[1].replace(",", "")) * _LONGER.get(found[2], 1))
