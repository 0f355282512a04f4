# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the search lead to records that are there."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.checking.context import Context
from porchlight.problems import Problem
from porchlight.reading.saying import did_you_mean, shown


def search_dangling(context: Context) -> Iterator[Problem]:
    """Each record that the hub's own words put first has a page; words that came with the program may name others."""
    words = context.hub.search_words
    pages = {record.key for schema, record in context.records() if schema.page == "each"}
    for group in (*words.danger, *words.words) if words.own else ():
        for key, place in group.first.items():
            if key not in pages and key not in context.unsound:
                message = "The search leads to a record that is not in this hub."
                yield Problem(place, "search-dangling", message, shown(key), did_you_mean(key, pages))
