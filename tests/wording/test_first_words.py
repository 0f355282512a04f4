# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A text that is left out at a look is one in which nothing would be found."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porchlight.wording import first_words
from porchlight.wording.first_words import FirstWords
from porchlight.wording.tokens import prose
from tests.wording.judging import LANGUAGES, finder

WORDS = {language: sorted(finder(language)._by_first) for language in LANGUAGES}

CUT_IN_TWO = [
    *("addicthttp://example.org", "addictwww.example.org", "@" + 40 * "a" + "addict", "a@" + 200 * "b" + "addict"),
    *("addict" + 63 * "a" + ".org", "addict" + 201 * "a" + ".pdf", "@abcñaddict", "x@y.orgéaddict"),
]
ODD = [
    "\u0301",
    "\u212a",
    "İ",
    "Ⱥ",
    "ﬁ",
    "ａ",
    "ß",
    "º",
    "’",
    "'",
    "'s",
    "_",
    "-",
    ".",
    "@",
    "://",
    "www.",
    ".org",
    "é",
]
PIECES = st.one_of(
    st.sampled_from([word for words in WORDS.values() for word in words]),
    st.sampled_from([*ODD, *CUT_IN_TWO, " ", "\n", "`", "<b>", "</b>", "](", ")", "[", "“", "”", "\ufffc", "~", "|"]),
    st.text(max_size=3),
)


def texts() -> st.SearchStrategy[str]:
    return st.lists(PIECES, max_size=12).map("".join)


def is_left_out_rightly(language: str, text: str) -> bool:
    """True unless a word of the text is one of those that forms begin with."""
    known = WORDS[language]
    return FirstWords(known).may_stand_in(text) or not {token.small for token in prose(text)} & set(known)


@settings(max_examples=400)
@given(st.sampled_from(LANGUAGES), texts(), st.booleans())
def test_no_text_is_left_out_in_which_something_stands(language: str, text: str, is_large: bool) -> None:
    assert is_left_out_rightly(language, text.upper() if is_large else text)


def test_most_texts_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    words = FirstWords(WORDS["en"])
    assert not words.may_stand_in("Call first. The bus stops at the corner until 9 at night.")
    assert words.may_stand_in("A bed for an ADDICT.")
    monkeypatch.setattr("porchlight.wording.finding.prose", pytest.fail)
    assert finder("en").find("You don't need papers on the first day.") == ()


@pytest.mark.parametrize("text", CUT_IN_TWO[:6])
def test_a_word_may_be_the_rest_of_a_longer_one(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is left out of a text may end in the middle of a word; not to look for that would be found out here."""
    assert is_left_out_rightly("en", text)
    monkeypatch.setattr(first_words, "_UNSURE", re.compile("(?!)"))
    assert not is_left_out_rightly("en", text)
