# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the search page knows besides the index: words of danger, words that mean another, and how words are written."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from porchlight.model import paths
from porchlight.model.hub import Hub
from porchlight.model.search_words import TypedWords
from porchlight.site.theme import catalog
from porchlight.views.pages import Found

MOST_BYTES = 15_000
"""What words.json may weigh as it travels, gzipped: where a hub is large, its rarest words are left out."""

SHORTEST = 3
"""Shorter words are never set right: too many others are near."""


def search_words_files(hub: Hub, language: str, theme: Path, found: Sequence[Found]) -> dict[str, bytes]:
    """The two files beside the index of one language, by name.

    `words.json` is fetched with the index; `cards.json`, the results that words put first, only when such words come.
    """
    cards = _cards(hub, language, found)
    skip = " ".join(plain(catalog(theme, each)("search.skip")) for each in hub.settings.languages)
    known = _by_use(found)
    words: dict[str, object] = {
        "skip": skip,
        "places": " ".join(sorted(_places(hub).difference(known))),
        "danger": _groups(hub.search_words.danger, language, list(cards)),
        "words": _groups(hub.search_words.words, language, list(cards)),
    }
    typed = set(re.findall(r"\w+", json.dumps(words, ensure_ascii=False)))
    shown = [{"url": each.url, **dict(each.meta)} for each in cards.values()]
    return {"words.json": _fitting(words, [word for word in known if word not in typed]), "cards.json": _json(shown)}


def _cards(hub: Hub, language: str, found: Sequence[Found]) -> dict[str, Found]:
    """What search knows of each record that words put first, by key; one that is not shown today is left out."""
    by_url, first = {each.url: each for each in found}, hub.settings.languages[0]
    groups = (*hub.search_words.danger, *hub.search_words.words)
    urls = {
        key: paths.in_language(paths.record_path(*key.split("/", 1)), language, first)
        for group in groups
        for key in group.first
        if "/" in key
    }
    return {key: by_url[url] for key, url in urls.items() if url in by_url}


def _groups(groups: Iterable[TypedWords], language: str, keys: Sequence[str]) -> list[tuple[str, list[int], str]]:
    """Each group as what is typed, the numbers of its cards, and the words to search by besides."""
    return [
        (
            "|".join(dict.fromkeys(stems(text) for texts in group.typed.values() for text in texts)),
            [keys.index(key) for key in group.first if key in keys],
            group.means.get(language, ""),
        )
        for group in groups
    ]


def _by_use(found: Iterable[Found]) -> list[str]:
    """The words of the index, the most used first."""
    counted = Counter(word for each in found for word in set(stems(each.content).split()))
    return [word for word, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0])) if _can_be_mistaken(word)]


def _places(hub: Hub) -> set[str]:
    """The words for all states and regions that a record could name: they are no slips where none does."""
    fields = (schema.field_for("where") for schema in hub.package.schemas)
    names = {field.vocabulary for field in fields if field and field.vocabulary}
    labels = (labels for name in names for labels in hub.package.vocabularies[name].labels.values())
    words = " ".join(stems(label) for each in labels for label in each.values()).split()
    return {word for word in words if _can_be_mistaken(word)}


def _can_be_mistaken(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha()


def _fitting(words: dict[str, object], known: list[str]) -> bytes:
    """The file with as many known words as may travel; `whole` tells whether that is all of them."""
    most = len(known)
    while True:
        whole = most == len(known)
        content = _json({**words, "known": " ".join(sorted(known[:most])), "whole": whole})
        if len(gzip.compress(content, 9)) <= MOST_BYTES or not most:
            return content
        most = most * 9 // 10


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def plain(text: str) -> str:
    """Small letters and digits without accents, one space between words: `plain` in theme/js/search_words.js."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"['’&]", "", bare)).strip()


def stem(word: str) -> str:
    """One form for one and many: `stem` in theme/js/search_words.js."""
    return word.removesuffix("s") if len(word) > SHORTEST else word


def stems(text: str) -> str:
    """The text as it is looked for."""
    return " ".join(map(stem, plain(text).split()))
