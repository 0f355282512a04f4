# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names that a report of a mistake uses on the wire, and what may be said in it."""

from __future__ import annotations

import re

FORM = "report"
"""Its place in an address, `/f/report`: no poll may have this id."""

TELL = "tell"
"""Where the form stands on a record's page."""

TOLD = "told"
"""Where a record's page thanks for a report: the way on leads there, so nobody loses the page that it was about."""

RECORD = "record"
WHAT = "what"
WORDS = "words"
LINE = "line"
VALUE = "value"
LANGUAGE = "lang"
RECORD_NAME = "_name"
"""What people call the record: it comes along, so that a form that is handed back can say what it is about."""

LABELS = "_labels"
"""The lines that can be told of, `name=label` each on a line of its own: the form service knows no records."""

MOST_LABELS = 100
LONGEST_LABEL = 200

NAMES = frozenset({RECORD, WHAT, WORDS, LINE, VALUE, LANGUAGE})

STILL_RIGHT = {"called_right": "phone", "visited_right": "visit"}
"""Codes of those who looked and found it right, each with the code of `how`."""

CHOICES = (*STILL_RIGHT, "number_wrong", "closed", "moved", "took_them_not", "page_wrong", "other")
"""What can be said of a page, in the order in which it is asked: ten codes at most, or nobody reads them."""

MOST_WORDS = 5_000
"""Characters that the words may have, and what is proposed; a line break counts as one."""

LINE_FORM = "[a-z][a-z0-9_.]{0,59}"
"""The form of the name of a line that could be mended, as a regular expression."""

RECORD_FORM = "[a-z][a-z0-9_]{0,39}/[a-z0-9][a-z0-9-]{0,99}"
"""The form of a record's key, as a regular expression."""

_RECORD = re.compile(RECORD_FORM)
_LINE = re.compile(LINE_FORM)


def is_record(key: str) -> bool:
    """True where the text can be a record's key, `housing/maple-house`, whether or not there is such a record."""
    return _RECORD.fullmatch(key) is not None


def is_line(name: str) -> bool:
    """True where the text can name a line of a record, `phones.1.number`."""
    return _LINE.fullmatch(name) is not None


def is_short(words: str) -> bool:
    """True where the words fit."""
    return len(words.replace("\r\n", "\n")) <= MOST_WORDS
