# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever others wrote stays code in a comment, and says there what it said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from porchlight.changes.saying import Said, as_markdown, as_text, clipped, in_block
from porchlight.reading.saying import seen

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")
HOSTILE = st.text(
    st.sampled_from("`~@#<>![]()|\\*_-+=:/&;\n\t a1é\u202e\u200b") | st.characters(exclude_categories=["Cs"])
)


@given(HOSTILE)
def test_a_text_in_a_sentence_is_one_piece_of_code(text: str) -> None:
    sentence = as_markdown(("Before ", Said(text), " after."))
    (paragraph,) = [token for token in MARKDOWN.parse(f"- {sentence}") if token.type == "inline"]
    before, code, after = paragraph.children or []
    assert (before.content, before.type) == ("Before ", "text")
    assert code.type == "code_inline"
    assert code.content.strip() == seen(clipped(text)).strip()
    assert (after.content, after.type) == (" after.", "text")


@given(HOSTILE)
def test_a_text_of_words_alone_may_stand_plain_and_is_still_only_text(text: str) -> None:
    sentence = as_markdown(("Before ", Said(text, quoted=False), " after."))
    inline = [token for token in MARKDOWN.parse(f"- {sentence}") if token.type == "inline"]
    assert {child.type for token in inline for child in token.children or []} <= {"text", "code_inline"}


@given(HOSTILE)
def test_a_block_holds_the_whole_text_and_ends_where_it_ends(text: str) -> None:
    tokens = MARKDOWN.parse(f"Before.\n\n{in_block(text)}\n\nAfter.")
    kinds = [token.type for token in tokens if token.type != "inline"]
    assert kinds == ["paragraph_open", "paragraph_close", "fence", "paragraph_open", "paragraph_close"]
    (fence,) = (token for token in tokens if token.type == "fence")
    assert fence.content.splitlines() == [seen(line) for line in text.splitlines()]


@given(HOSTILE)
def test_a_terminal_gets_one_line_without_signs_that_nobody_sees(text: str) -> None:
    line = as_text(("It says ", Said(text), "."))
    assert line == seen(line)
