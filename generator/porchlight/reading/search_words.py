# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""data/search.yaml → SearchWords."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from porchlight.model.search_words import SearchWords, TypedWords
from porchlight.problems import Place, Problem
from porchlight.reading.files import read_node
from porchlight.reading.nodes import Scalar, Sequence
from porchlight.reading.shipped import catalog_languages, shipped_root
from porchlight.reading.taking import Taker, take

FILE = "data/search.yaml"


def read_search_words(hub: Path) -> tuple[SearchWords, list[Problem]]:
    """The words that the hub's search knows, and every problem in their file.

    A hub without such a file uses the one that comes with the program; a file that names no danger keeps the program's
    words of danger, so that nobody in danger finds nothing.
    """
    own = (hub / FILE).exists() or (hub / FILE).is_symlink()
    node, problems = read_node(hub if own else shipped_root(), FILE)
    taker = take(node, "search.yaml", problems)
    if taker is None:
        return SearchWords(), problems
    danger = tuple(map(_typed, taker.each("danger", "words of danger")))
    if own and not danger:
        danger = tuple(replace(group, first={}) for group in read_search_words(shipped_root())[0].danger)
    words = SearchWords(danger, tuple(map(_typed, taker.each("words", "a group of words"))), own)
    taker.done()
    return words, problems


def _typed(taker: Taker) -> TypedWords:
    typed = {language: taker.texts(language) for language in catalog_languages()}
    words = TypedWords(typed, _first(taker), taker.by_language("means"))
    if not any(typed.values()):
        taker.add(taker.place, "field-missing", "Here are no words that people type.", "Write some below “en:”.")
    if not words.first and not words.means:
        message = "These words lead to nothing."
        taker.add(taker.place, "field-missing", message, "Name the records to show first below “first:”.")
    taker.done()
    return words


def _first(taker: Taker) -> Mapping[str, Place]:
    """The keys with their places, which `texts` alone would lose."""
    keys = taker.texts("first")
    node = taker.node.get("first")
    items = node.items if isinstance(node, Sequence) else ()
    return {item.value: item.place for item in items if isinstance(item, Scalar) and item.value in keys}
