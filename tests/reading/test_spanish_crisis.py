# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Spanish words about 988 lead to help in Spanish: a call without “2” or a text without “AYUDA” is taken in English."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from porchlight.paper.words import words_in
from porchlight.reading.hub import read_hub
from porchlight.site.theme import catalog
from tests.conftest import ROOT
from tests.theme.components import THEME

_CALL = re.compile(r"\b988\b")
_TEXT = re.compile(r"(?<!contesta por )\b(?:textos?|mensajes?|escriba)\b", re.IGNORECASE)
_OTHER_LINE = "services/veterans-crisis-line"
"""Its button, 1, leads to veterans: it has no choice of Spanish that we know of."""


def _paragraphs(folder: str) -> Iterator[tuple[str, str]]:
    """Each item of a list and each paragraph by itself, as each is read (and torn off) by itself."""
    for path in sorted((ROOT / folder).rglob("*.md")):
        for text in re.split(r"\n\n|\n(?=- )", path.read_text(encoding="utf-8")):
            yield path.relative_to(ROOT).as_posix(), text


def _translated() -> Iterator[tuple[str, str]]:
    for records in read_hub(ROOT).hub.records.values():
        for record in records:
            spanish = (row for row in record.rows("translations") if row["language"] == "es")
            yield from ((record.key, str(text)) for row in spanish for field, text in row.items() if field != "name")


def _leads_to_spanish(text: str) -> bool:
    return "oprima 2" in text and ("AYUDA" in text or not _TEXT.search(text))


@pytest.mark.parametrize("folder", ["content/es", "starter/content/es"])
def test_each_spanish_page_that_names_988_says_how_to_reach_it_in_spanish(folder: str) -> None:
    named = [(where, text) for where, text in _paragraphs(folder) if _CALL.search(text)]
    assert named
    assert [pair for pair in named if not _leads_to_spanish(pair[1])] == []


def test_each_spanish_record_that_offers_a_text_to_988_says_how_to_reach_it_in_spanish() -> None:
    named = [(key, text) for key, text in _translated() if _CALL.search(text) and _TEXT.search(text)]
    assert named
    assert [pair for pair in named if pair[0] != _OTHER_LINE and not _leads_to_spanish(pair[1])] == []


def test_the_line_on_every_spanish_page_reads_as_one_sentence() -> None:
    """Read aloud, from the first link to the last: whom to call, what to press, what to send, and where to."""
    words = catalog(THEME, "es")
    said = " ".join(words(f"crisis.{key}") for key in ("ask", "call", "or", "text"))
    asked = "¿Está en peligro o piensa en el suicidio?"
    assert said == f"{asked} Llame al 988 y oprima 2, o envíe AYUDA por texto al 988"
    assert words("offline.call") == "Si está en peligro o piensa en el suicidio: llame al 988 y oprima 2"
    assert "Llame al 988 y oprima 2, o envíe el texto AYUDA al mismo número:" in words_in("es")["crisis"]
