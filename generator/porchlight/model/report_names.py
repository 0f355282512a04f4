# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names that a report of a mistake uses on the wire, and what may be said in it."""

from __future__ import annotations

import re

FORM = "report"
"""Its place in an address, `/f/report`: no poll may have this id."""

RECORD = "record"
WHAT = "what"
WORDS = "words"
LANGUAGE = "lang"
NAMES = frozenset({RECORD, WHAT, WORDS, LANGUAGE})

CHOICES = ("number_wrong", "closed", "moved", "took_them_not", "page_wrong", "other")
"""What can be wrong, in the order in which it is asked: ten codes at most, or nobody reads them."""

MOST_WORDS = 5_000
"""Characters that the words may have; a line break counts as one."""

RECORD_FORM = "[a-z][a-z0-9_]{0,39}/[a-z0-9][a-z0-9-]{0,99}"
"""The form of a record's key, as a regular expression."""

_RECORD = re.compile(RECORD_FORM)


def is_record(key: str) -> bool:
    """True where the text can be a record's key, `housing/maple-house`, whether or not there is such a record."""
    return _RECORD.fullmatch(key) is not None


def is_short(words: str) -> bool:
    """True where the words fit."""
    return len(words.replace("\r\n", "\n")) <= MOST_WORDS
