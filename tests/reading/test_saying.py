# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small words: what stands there is shown safely, and what was meant is guessed only when it is near."""

from __future__ import annotations

import sys

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from porchlight.reading import saying
from porchlight.reading.saying import did_you_mean, listed, quoted, shown


def test_unseen_characters_are_shown_by_name() -> None:
    assert shown("free\u200b\t\u00a0\n") == "free[zero width space][tab][no-break space][line break]"


@given(st.text())
def test_what_is_shown_is_one_short_line_that_can_be_seen(text: str) -> None:
    assert shown(text).isprintable()
    assert len(shown(text).split("[")[0]) <= 60


def test_a_long_text_ends_in_three_dots() -> None:
    assert shown("a" * 61) == "a" * 59 + "…"
    assert shown("a" * 60) == "a" * 60


@pytest.mark.parametrize(
    ("word", "choices", "words"),
    [
        ("phnoe", ("phone", "name"), "Did you mean “phone”?"),
        ("City", ("city",), "Did you mean “city”?"),
        ("case by case", ("yes", "case_by_case"), "Did you mean “case_by_case”?"),
        ("OH", ("US", "US-OH", "US-OK"), "Did you mean “US-OH”?"),
        ("US-HO", ("US", "US-CO", "US-OH"), "Did you mean “US-OH”?"),
        ("ho", ("US", "US-CO", "US-OH"), "Did you mean “US-OH”?"),
        ("US-OC", ("US", "US-OH", "US-CO"), "Did you mean “US-CO”?"),
        ("on", ("yes", "no"), ""),
        ("bananas", ("phone", "name"), ""),
        ("", ("phone",), ""),
    ],
)
def test_what_was_meant_is_offered_only_when_it_is_near(word: str, choices: tuple[str, ...], words: str) -> None:
    assert did_you_mean(word, choices) == words


def test_lists_are_read_aloud() -> None:
    assert (listed([]), listed(["a"]), listed(["a", "b"]), listed("abc", "and")) == ("", "a", "a or b", "a, b and c")


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x2000, exclude_categories=["Cc", "Zl", "Zp"])))
def test_quoted_text_reads_back_as_itself(text: str) -> None:
    assert yaml.load(quoted(text), Loader=yaml.BaseLoader) == text


def test_what_is_printable_needs_no_look_at_each_letter() -> None:
    """`seen` hands such a text back as it is, so no character that it would name may count as printable."""
    printable = filter(str.isprintable, map(chr, range(sys.maxunicode + 1)))
    assert [sign for sign in printable if saying._seen(sign) != sign] == []
