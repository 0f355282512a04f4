# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The lists of records below a page of text."""

from __future__ import annotations

from datetime import date

import pytest

from porchlight.model.hub import Article, Shelf
from porchlight.model.record import Record, Value
from porchlight.views.articles import article_pages
from porchlight.views.text_types import ArticleView
from tests.views.fakes import edition, view_of

DOUBT = "Our newest page is from December 2022."


def lines_on_the_shelf(resource: str, **values: Value) -> list[tuple[str, str]]:
    told = Record(resource, "one", {"id": "one", "name": "One", "summary": "What it is.", "caveat": DOUBT} | values)
    text = Article("partner", "en", "Partners", "Whom to call.", "Call.", shelves=(Shelf(resource),))
    (page,) = article_pages(edition(told, articles=(text,)))
    (group,) = view_of(page, ArticleView).groups
    return [(line.label, line.text.value) for card in group.cards for line in card.lines]


@pytest.mark.parametrize("resource", ["programs", "facts"])
def test_what_runs_out_stands_on_a_shelf_with_its_doubt(resource: str) -> None:
    """Below “Who to call” a name without its age would send people to what is gone."""
    lines = lines_on_the_shelf(resource, review_by=date(2027, 2, 21))
    assert lines[-1] == ("What we are not sure of", DOUBT)
    assert len(lines) > 1


def test_a_crisis_line_on_a_shelf_stays_short() -> None:
    assert DOUBT not in dict(lines_on_the_shelf("services", kind="crisis_line")).values()
