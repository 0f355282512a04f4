# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What we write ourselves passes: records, pages, the interface's words, the handbook.

Three places hold such words on purpose, and docs/words.md says so: records that explain a word, what people type into
the search, and quotes, among them each word that a page names in quotes or in code.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from porchlight.checking.context import Context
from porchlight.checking.rules.words import words_better
from porchlight.operating.word_texts import texts_in
from porchlight.reading.hub import read_hub
from tests.checking.hubs import TODAY
from tests.wording.judging import LANGUAGES, ROOT, finder

TYPED_BY_PEOPLE = Path("data/search.yaml")
WRITTEN = {
    "handbook": ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "docs/**/*.md", "starter/**/*.md"),
    "pages": ("content/**/*.md", "starter/content/**/*.md"),
    "theme": ("theme/catalog/*.yaml", "theme/templates/**/*.html", "theme/templates/**/*.yaml"),
    "data": ("data/*.yaml", "data/polls/*.yaml", "data/schemas/**/*.yaml", "data/*/*.yaml", "starter/data/**/*.yaml"),
    "messages": ("generator/porchlight/checking/languages/*.yaml",),
}


def files_of(kind: str) -> Iterator[Path]:
    for pattern in WRITTEN[kind]:
        yield from (path for path in ROOT.glob(pattern) if path.relative_to(ROOT) != TYPED_BY_PEOPLE)


def language_of(path: Path) -> str:
    return next((each for each in LANGUAGES if each in (path.stem, *path.relative_to(ROOT).parts)), "en")


@pytest.mark.parametrize("kind", WRITTEN)
def test_what_we_write_says_what_puts_people_first(kind: str) -> None:
    files = list(files_of(kind))
    better = [
        f"{text.at(found.start)} {found.says}"
        for path in files
        for text in texts_in(path.read_bytes(), path.relative_to(ROOT).as_posix(), language_of(path), LANGUAGES)
        for found in finder(text.language).find(text.text)
        if found.counts
    ]
    assert len(files) > 1 or kind == "messages"
    assert better == []


def test_the_check_finds_nothing_to_say_better_in_the_shipped_hub() -> None:
    hub = read_hub(ROOT).hub
    assert list(words_better(Context(hub, TODAY, lambda record, *_: record.place))) == []
