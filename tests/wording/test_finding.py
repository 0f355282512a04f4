# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How words are found: forms, senses, and what is left alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.wording.cues import CUES
from porchlight.wording.finding import WordFinder
from porchlight.wording.lexicon import Lexicon, Word
from tests.wording.judging import finder, judged

PIECES = [
    "addict",
    "Drug",
    " ",
    "\n\n",
    "“",
    "”",
    '"',
    "`",
    "```\n",
    "<a ",
    ">",
    "> ",
    "I am ",
    "’s",
    "@",
    ".md",
    "—",
    "é",
]


def finder_of(*words: Word, names: tuple[str, ...] = ()) -> WordFinder:
    return WordFinder(Lexicon("en", words, names, CUES["en"]))


def told(found: WordFinder, text: str) -> list[tuple[str, str]]:
    return [(each.says, each.kept) for each in found.find(text)]


def test_the_longest_form_wins() -> None:
    short, long = Word("a", "avoid", ("lamp",)), Word("b", "avoid", ("oil lamp shade", "oil lamp"))
    found = finder_of(short, long).find("An oil lamp, an oil lamp shade, a lamp.")
    assert [(each.word, each.says) for each in found] == [("b", "oil lamp"), ("b", "oil lamp shade"), ("a", "lamp")]


@pytest.mark.parametrize("text", ["oil lamp", "oil-lamp", "Oil  Lamp", "oil\nlamp", "oil* *lamp", "OIL LAMP"])
def test_a_form_is_known_with_space_hyphen_and_large_letters(text: str) -> None:
    assert told(finder_of(Word("a", "avoid", ("oil lamp",))), f"x {text}, x") == [(text, "")]


@pytest.mark.parametrize("text", ["oil, lamp", "oil\n\nlamp", "oil. Lamp", "oily lamp", "oil lamps", "oil_lamp"])
def test_other_words_are_no_form(text: str) -> None:
    assert told(finder_of(Word("a", "avoid", ("oil lamp",))), text) == []


def test_accents_may_be_missing_but_others_are_another_word() -> None:
    lamp = finder_of(Word("a", "avoid", ("lámpara", "limpio")))
    assert told(lamp, "lámpara lampara la\u0301mpara limpió") == [
        ("lámpara", ""),
        ("lampara", ""),
        ("la\u0301mpara", ""),
    ]


def test_letters_that_are_large_in_the_form_are_large_in_the_text() -> None:
    assert told(finder_of(Word("a", "avoid", ("AA lamp",))), "an AA lamp and an aa lamp") == [("AA lamp", "")]


def test_each_rule_tells_the_sense() -> None:
    senses = {"only_near": ("oil*",), "only_after": ("the",), "not_before": ("post",), "not_near": ("sun",)}
    lamp = finder_of(Word("a", "avoid", ("lamp",), senses | {"not_after": ("by the",)}))
    assert told(lamp, "Oily is the lamp.") == [("lamp", "")]
    for other in (
        "Gas for the lamp.",
        "Oil for a lamp.",
        "Oil on the lamp post.",
        "Oil by the lamp.",
        "Oil, the lamp, sun.",
    ):
        assert told(lamp, other) == [], other


def test_what_stands_near_stands_in_the_same_sentence() -> None:
    lamp = finder_of(Word("a", "avoid", ("lamp",), {"only_near": ("oil",)}))
    assert told(lamp, "The lamp is here. The oil is there.") == []


def test_tags_inside_a_sentence_are_no_border_and_others_are() -> None:
    find = finder("en")
    assert told(find, "<p>I am an <b>addict</b>.</p>") == [("addict", "own")]
    assert told(find, "We serve <em>drug</em> addicts and [drug](x.html) addicts.") == [
        ("drug</em> addicts", ""),
        ("drug](x.html) addicts", ""),
    ]
    assert told(find, "<li>I am</li><li>addicts</li>") == [("addicts", "")]


def test_names_that_the_hub_knows_are_left_alone() -> None:
    assert told(finder_of(Word("a", "avoid", ("lamp",)), names=("house of the lamp",)), "In the House of the Lamp") == [
        ("Lamp", "name")
    ]


def test_only_what_most_guides_change_counts() -> None:
    found = finder("en").find("Addicts relapse. “Addicts,” they said.")
    assert [(each.word, each.counts) for each in found] == [("addict", True), ("relapse", False), ("addict", False)]


@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4), st.sampled_from([each.text for each in judged()])))
)
def test_whatever_is_pasted_places_are_those_of_the_text_and_never_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    for language in ("en", "es"):
        found = finder(language).find(text)
        assert all(text[each.start : each.end] == each.says for each in found)
        assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "piece", ["<!--", '"', "“a", "`", "aaaaaaaa", "a.", "<a ", "’a", "addict ", "Addict ", "\n    x"]
)
def test_a_long_and_hostile_text_takes_no_time_to_speak_of(piece: str) -> None:
    """It ends at all: a pattern that goes back over the text again and again would take hours."""
    finder("en").find(f"x{piece * (50_000 // len(piece))}( x")
