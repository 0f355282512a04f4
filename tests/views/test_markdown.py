# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Markdown from strangers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.views.markdown import render


def nowhere(_address: str) -> None:
    return None


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[press](javascript:alert(1))",
        "[press](JaVaScRiPt:alert(1))",
        "[press](data:text/html,<script>alert(1)</script>)",
        "![x](javascript:alert(1))",
        '<https://a.example/"onmouseover=alert(1)>',
        '## Hi {#"><script>}',
        "```answer <script>alert(1)</script>\n<img src=x onerror=alert(1)>\n[press](javascript:alert(1))\n```",
    ],
)
def test_nothing_that_a_stranger_writes_can_run(hostile: str) -> None:
    html = str(render(hostile, nowhere))
    assert "<script" not in html
    assert "<img src=x" not in html
    assert 'href="javascript' not in html.lower()
    assert 'src="javascript' not in html.lower()
    assert 'href="data' not in html.lower()
    assert '"onmouseover' not in html


@given(st.text())
def test_any_text_at_all_becomes_a_page(text: str) -> None:
    assert "<script" not in str(render(text, nowhere)).lower()


def test_links_into_the_hub_are_written_by_name() -> None:
    html = render("[a bed](record:housing/maple-house)", {"record:housing/maple-house": "../housing/maple-house/"}.get)
    assert html == '<p><a href="../housing/maple-house/">a bed</a></p>\n'


def test_a_heading_can_be_given_a_name_to_link_to() -> None:
    assert render("## Mend a record {#mend}", nowhere) == '<h2 id="mend">Mend a record</h2>\n'


def test_an_answer_is_folded_until_somebody_presses_its_words() -> None:
    html = str(render("May I?\n\n```answer See the answer\nNo. *Ask* first.\n```\n", nowhere))
    assert "<details><summary>See the answer</summary>\n<p>No. <em>Ask</em> first.</p>\n</details>" in html


def test_other_code_stays_code() -> None:
    assert "<details>" not in str(render("```answer\nNo.\n```\n", nowhere))


def test_a_box_to_tick_has_no_bullet_and_no_brackets() -> None:
    html = str(render("- [ ] Ask *first*.\n- [x] Call.\n  - a bullet\n", nowhere))
    assert html.count('<ul class="boxes">') == 1
    assert '<span class="box">☐</span> Ask <em>first</em>.' in html
    assert '<span class="box">☒</span> Call.' in html
    assert "[" not in html
    assert "<ul>\n<li>a bullet</li>" in html


def test_each_cell_of_a_table_knows_its_head_and_a_wide_table_can_be_moved() -> None:
    html = str(render('| Minute | What "you" *do* |\n|---|---|\n| 0 to 2 | Wait |\n| 3 |\n', nowhere))
    assert html.startswith('<div class="wide-table" tabindex="0">\n<table class="stacked wordings">')
    assert '<td data-label="Minute">0 to 2</td>\n<td data-label="What &quot;you&quot; do">Wait</td>' in html
    assert html.endswith("</table>\n</div>\n")
