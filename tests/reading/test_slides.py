# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Slides are cut out of Markdown at their headings, with facts and notes told apart from words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from porchlight.reading.slides import Figure, Slide, slides_of

DECK = """\
What stands before is on no slide.

## One

Words *here*.

```fact
ev-one
ev-two
```

More words.

```notes
Say it slowly.

No slide.
```

## Two
"""


def test_a_slide_has_words_facts_and_notes_in_their_order() -> None:
    one = slides_of(DECK)[0]
    assert one.title == "One"
    assert one.parts == ("Words *here*.", Figure("facts/ev-one"), Figure("facts/ev-two"), "More words.")
    assert one.notes == "Say it slowly.\n\nNo slide."


def test_what_stands_before_the_first_heading_is_on_no_slide() -> None:
    assert slides_of("Only words.") == ()


def test_a_slide_may_be_empty() -> None:
    assert slides_of("## Two\n") == (Slide("Two", ()),)


def test_other_code_stays_among_the_words() -> None:
    (slide,) = slides_of("## A\n\n```\nfact\n```\n")
    assert slide.parts == ("```\nfact\n```",)


@given(st.lists(st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="`#"), min_size=1), max_size=5))
def test_every_heading_is_a_slide(titles: list[str]) -> None:
    deck = "\n".join(f"## {title}\n\nWords.\n" for title in titles)
    assert [slide.title for slide in slides_of(deck)] == titles
