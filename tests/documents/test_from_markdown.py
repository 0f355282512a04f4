# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Our Markdown as blocks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from porchlight.documents.blocks import LONG, Gap, Heading, Item, Listing, PageBreak, Paragraph, Quote, Run, Table
from porchlight.documents.from_markdown import ROOM, blocks_of


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def test_each_kind_of_block_is_known() -> None:
    assert blocks_of("## Who\n\nAll\nof us\n\n> Mind\n\n***\n\nEnd") == (
        Heading(2, (Run("Who"),)),
        paragraph("All of us"),
        Quote((paragraph("Mind"),)),
        PageBreak(),
        paragraph("End"),
    )


def test_lists_have_bullets_numbers_or_boxes_to_tick() -> None:
    bullets, numbers, boxes = blocks_of("- one\n\n3. three\n\n- [ ] open\n- [x] **done**")
    assert bullets == Listing((Item((paragraph("one"),)),))
    assert numbers == Listing((Item((paragraph("three"),)),), start=3)
    assert boxes == Listing(
        (Item((paragraph("open"),), checked=False), Item((Paragraph((Run("done", strong=True),)),), checked=True))
    )


def test_a_table_has_one_line_of_heads() -> None:
    assert blocks_of("| Day | Hours |\n|---|---|\n| ________ | {{hours}} |") == (
        Table(((Run("Day"),), (Run("Hours"),)), (((Gap(width=8),), (Gap("hours"),)),)),
    )


def test_places_to_fill_stand_in_a_sentence_and_keep_its_look() -> None:
    assert blocks_of("Dear **{{ name }}**, hello.") == (
        Paragraph((Run("Dear "), Gap("name", strong=True), Run(", hello."))),
    )


def test_a_line_alone_is_room_to_write() -> None:
    assert blocks_of("What helps?\n\n____") == (paragraph("What helps?"), Paragraph((Gap(lines=ROOM, width=LONG),)))


def test_a_level_of_heading_is_never_left_out() -> None:
    levels = [block.level for block in blocks_of("# A\n\n#### B\n\n## C") if isinstance(block, Heading)]
    assert levels == [2, 3, 2]


def test_the_name_of_a_heading_is_not_read_out() -> None:
    assert blocks_of("## Mend {#mend}") == (Heading(2, (Run("Mend"),)),)


def test_a_link_stays_one_where_it_works_on_paper() -> None:
    point = {"page:peers": "https://lantern.example.org/peers/"}.get
    words = "[peers](page:peers) [beds](record:housing/x) [law](https://law.example.org/)"
    (found,) = blocks_of(words, point)
    assert isinstance(found, Paragraph)
    links = [run.link for run in found.words if isinstance(run, Run)]
    assert links == ["https://lantern.example.org/peers/", "", "https://law.example.org/"]


def test_raw_html_is_the_text_it_is() -> None:
    assert blocks_of("a <b>bold</b>") == (paragraph("a <b>bold</b>"),)


@given(st.text())
def test_any_text_at_all_becomes_blocks(text: str) -> None:
    assert isinstance(blocks_of(text), tuple)


def test_paper_shows_the_answer_that_a_page_folds_away() -> None:
    (quote,) = blocks_of("```answer See the answer\nNo. Ask first.\n```\n")
    assert quote == Quote((Paragraph((Run("See the answer", strong=True),)), Paragraph((Run("No. Ask first."),))))
