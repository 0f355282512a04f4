# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a text states around a link to a fact leaves with the fact; all else stays to the letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.model.hub import Article
from porchlight.views.articles import article_pages
from porchlight.views.linked_facts import without_overdue
from porchlight.views.markdown import render
from porchlight.views.text_types import ArticleView
from tests.views.fakes import SOURCE, edition, fact, view_of

AGAIN = {"facts/law": "We look again."}
TEXT = """\
Before.

Since January [states must
pause](record:facts/law) it.
So *all* do.

- One
  - As [the law](record:facts/law) says,
    on two lines
  - Kept [too](record:facts/other)

| State | Rule |
|---|---|
| Ohio | [39%](record:facts/law) went back |

```answer See it
By [law](record:facts/law), yes.
```

```text
[law](record:facts/law)
```
"""
LEFT = """\
Before.

We look again.

- One
  - We look again.
  - Kept [too](record:facts/other)

| State | Rule |
|---|---|
| Ohio | We look again. |

```answer See it
We look again.
```

```text
[law](record:facts/law)
```
"""


def test_each_paragraph_item_and_cell_that_states_it_gives_way_and_nothing_else() -> None:
    assert without_overdue(TEXT, AGAIN) == LEFT


@given(st.text())
def test_a_text_without_such_a_link_stays_to_the_letter(text: str) -> None:
    assert without_overdue(text, AGAIN) == text
    assert without_overdue(TEXT + text, {}) == TEXT + text


@given(st.text(alphabet="a*_`[]()\\\n >-#|1.", max_size=60), st.text(alphabet="b \n-", max_size=20))
def test_no_stretch_of_text_still_links_to_it(before: str, after: str) -> None:
    """Whatever stands around it: where a browser would have shown the link, it is gone."""
    left = render(without_overdue(f"{before}\n\nSee [it](record:facts/law).\n\n{after}", AGAIN), lambda _: None)
    assert 'href="record:facts/law"' not in left


@pytest.mark.parametrize("day", [date(2027, 2, 21), date(2027, 2, 22)])
def test_a_page_built_after_its_day_says_only_that_it_is_looked_at_again(day: date) -> None:
    law = replace(
        fact("law", {"review_by": date(2027, 2, 21)}), parts={"sources": ({**SOURCE, "title": "A [law] | 2026"},)}
    )
    article = Article("home", "en", "Home", "Home.", "Now [states must pause](record:facts/law) it.\n\nKept.")
    own = edition(law, articles=(article,))
    (page,) = article_pages(replace(own, hub=own.hub.shown_on(day)))
    html = "".join(str(part.words) for part in view_of(page, ArticleView).parts)
    assert "<p>Kept.</p>" in html
    if day > date(2027, 2, 21):
        words = "We are re-checking this. It may have changed, so look at its source for now."
        assert f'<p>{words} <a href="https://www.example.org/">A [law] | 2026</a></p>' in html
        assert "pause" not in html
    else:
        assert '<p data-enhance="checked" data-until="2027-02-21">Now <a' in html
