# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the search: how they are read, and what a page gets of them."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.model.search_words import SearchWords, TypedWords
from porchlight.problems import Place
from porchlight.reading.search_words import FILE, read_search_words
from porchlight.site.search_index import each_once
from porchlight.site.search_words import MOST_BYTES, folded, search_words_files, small_words, stems
from porchlight.site.theme import theme_folder
from porchlight.views.pages import Found
from porchlight.views.search_records import found
from tests.conftest import ROOT
from tests.views.fakes import HOUSING, PHONE, edition, record


def read(folder: Path, text: str) -> tuple[SearchWords, list[str]]:
    (folder / "data").mkdir()
    (folder / FILE).write_text(text, encoding="utf-8")
    words, problems = read_search_words(folder)
    return words, list(map(str, problems))


def test_a_hub_without_words_of_its_own_uses_those_of_the_program(tmp_path: Path) -> None:
    words, problems = read_search_words(tmp_path)
    assert problems == []
    assert not words.own
    assert len(words.danger) > 5
    assert words.words == read_search_words(ROOT)[0].words


def test_each_record_to_show_first_keeps_its_place(tmp_path: Path) -> None:
    text = "words:\n  - first: [services/a, services/b]\n    es: [cama]\n    means: {en: bed}\n"
    words, problems = read(tmp_path, text)
    assert problems == []
    assert words.own
    (group,) = words.words
    assert group.first == {"services/a": Place(FILE, 2, 13), "services/b": Place(FILE, 2, 25)}
    assert group.typed["es"] == ("cama",)
    assert group.means == {"en": "bed"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("words:\n  - first: [services/a]\n", "Here are no words that people type."),
        ("danger:\n  - en: [bed]\n", "These words lead to nothing."),
        ("words:\n  - en: [bed]\n    frist: [services/a]\n    means: {en: bed}\n", "“frist” is not a field"),
        ("words:\n  - en: bed\n    first: [services/a]\n", "“en” should be a list"),
        ("words: [bed]\n", "“words” should be a list of entries"),
        ("- words\n", "search.yaml should hold fields"),
    ],
)
def test_a_slip_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    _, problems = read(tmp_path, text)
    assert [problem for problem in problems if told in problem and problem.startswith(f"{FILE}:")]


def files(words: SearchWords, *shown: Found) -> tuple[Any, Any]:
    """What stands in words.json and cards.json of a hub with one house, the maple, and these further results."""
    maple = record("maple", {"also_called": ("casa arce",)}, phones=(PHONE,))
    made = edition(maple)
    hub = replace(made.hub, search_words=words)
    written = search_words_files(hub, "en", small_words(hub, theme_folder(ROOT)), [found(made, HOUSING, maple), *shown])
    assert len(gzip.compress(written["words.json"])) <= MOST_BYTES
    return json.loads(written["words.json"]), json.loads(written["cards.json"])


def unfolded(text: str) -> set[str]:
    """The words of a folded list, as `unfold` in theme/js/search_words.js reads it."""
    words, before = set(), ""
    for same, rest in re.findall(r"(\d)(\D*)", text):
        before = before[: int(same)] + rest
        words.add(before)
    return words


def test_words_lead_to_the_cards_of_records_that_are_shown_and_to_no_others() -> None:
    first = {key: Place(FILE) for key in ("housing/gone", "housing/maple", "nonsense")}
    typed = {"en": ("Sober Houses",), "es": ("casa sobria",)}
    words, cards = files(SearchWords(words=(TypedWords(typed, first, {"en": "recovery home"}),)))
    assert words["words"] == [["sober house|casa sobria", [0], "recovery home"]]
    assert [(card["url"], card["call"]) for card in cards] == [("housing/maple/", "Call 614-555-0142")]


def test_the_words_of_the_index_and_of_places_are_known() -> None:
    words, _ = files(SearchWords())
    assert {"maple", "casa", "arce"} <= unfolded(words["known"])
    assert {"ohio", "talking"} <= unfolded(words["spared"])
    assert words["whole"]


def test_words_that_stand_on_no_result_are_heard_and_not_shown() -> None:
    typed = {"en": ("maple junkie",)}
    words, _ = files(SearchWords(words=(TypedWords(typed, {"housing/maple": Place(FILE)}, {}),)))
    assert words["heard"] == "01"


def test_folded_words_lose_nothing() -> None:
    words = {"a", "job", "jobs", "jobless", "house", "household", "householder", "householders"}
    assert folded(words).startswith("0a0house5hold9er")
    assert unfolded(folded(words)) == words


def test_a_large_hub_sends_the_words_that_are_used_most() -> None:
    rare = [
        Found(f"housing/{n}/", "en", f"often {n:b} " + sha256(b"%d" % n).hexdigest()[:12].translate(LETTERS), ())
        for n in range(5_000)
    ]
    words, _ = files(SearchWords(), *rare)
    assert "often" in unfolded(words["known"])
    assert not words["whole"]


@given(st.lists(st.text() | st.sampled_from(["Peña’s", "jobs", "a&b", "ΪΣ", "́", "x-ray", " "])))
def test_a_word_is_known_alone_as_in_its_text(parts: list[str]) -> None:
    """So that it is brought to its form once, and not once for each record."""
    text = " ".join(parts)
    assert [word for part in text.split() for word in stems(part).split()] == stems(text).split()


LETTERS = str.maketrans("0123456789", "qwertzuiop")


SMALL = {"a", "por", "favor"}


def test_each_word_is_indexed_once_in_the_order_of_the_text_and_small_words_are_not() -> None:
    assert (
        each_once("Maple House. A house, a home, houses. Por FAVOR.", {"a", "por", "favor"})
        == "Maple House. home, FAVOR."
    )
