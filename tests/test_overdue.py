# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A site that is built after the day to look at a fact again tells it in no file at all."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from porchlight.build import site_files
from porchlight.checking.run import check_hub
from porchlight.model.hub import Hub
from porchlight.model.record import Record
from porchlight.site.theme import theme_folder
from tests.conftest import ROOT

FULL = ROOT / "tests" / "hubs" / "full"
BUILT = date(2027, 12, 1)
DANGER = [page for hub in (ROOT, ROOT / "starter") for page in sorted(hub.glob("content/*/tonight.md"))]
TOLD = ("summary", "caveat", "study", "figure", "who")


@cache
def hub() -> Hub:
    return check_hub(FULL, BUILT).hub


@cache
def files() -> dict[str, str]:
    """The text of every file but pictures and fonts, what is packed unpacked."""
    made = site_files(hub().shown_on(BUILT), theme_folder(FULL))
    return {path: text for path, content in made.items() if (text := _text(content))}


def _text(content: bytes) -> str:
    try:
        return (gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content).decode()
    except UnicodeDecodeError:
        return ""


def _overdue() -> Iterator[Record]:
    for schema in hub().package.schemas:
        for record in hub().records.get(schema.resource, ()):
            if schema.text_of(record, "review_by") and schema.text_of(record, "review_by") < BUILT.isoformat():
                yield record


def _sentences(record: Record) -> Iterator[str]:
    for values in (record.values, *record.rows("translations")):
        for name in TOLD:
            yield from (part for part in str(values.get(name, "")).split(". ") if len(part) > 12)


def test_no_file_tells_what_must_be_looked_at_again() -> None:
    told = {sentence for record in _overdue() for sentence in _sentences(record)}
    assert len(told) > 10
    assert not [(sentence, path) for path, text in files().items() for sentence in told if sentence in text]


def test_a_page_of_text_that_links_to_it_says_so_there_and_nowhere_else() -> None:
    for path, gone, kept in (
        ("first-month/", "food money on the same day", "Go one step at a time."),
        ("es/first-month/", "dinero para comida el mismo día", "Vaya paso a paso."),
    ):
        page = files()[f"{path}index.html"]
        assert kept in page
        assert gone not in page
        assert '<a href="https://example.org/food">Lantern County: food</a>' in page


@pytest.mark.parametrize("page", DANGER)
def test_what_to_do_in_danger_never_leaves_with_a_fact(page: Path) -> None:
    steps = [each for each in page.read_text(encoding="utf-8").splitlines() if re.match(r"\d+\. ", each)]
    assert steps
    assert not [each for each in steps if "record:facts/" in each]


def test_its_page_says_so_and_leads_to_its_source() -> None:
    for path, words in (("", "We are re-checking this"), ("es/", "Estamos revisando esto de nuevo")):
        page = files()[f"{path}facts/money-lantern-food/index.html"]
        assert f'<meta name="description" content="{words}' in page
        assert '<a href="https://example.org/food" rel="noreferrer"' in page.partition('class="notice"')[2]
        assert "data-until" not in page
