# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The search of the shipped hub, judged by what would help whoever types such words (judged.yaml)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from porchlight.model.hub import Hub
from porchlight.reading.hub import read_hub
from tests.conftest import ROOT
from tests.search.asking import DANGER, answers, ask, search_page, shown
from tests.serving import serving

pytestmark = pytest.mark.browser

FIRST = 3
GOOD_ENOUGH = 0.95
NEARLY_ALL = 0.99
"""Of the other names of records: some mean something else to most people (“overdose”), who are helped first."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A query on a page of one language, and the records of which one must stand among the first."""

    page: str
    query: str
    wanted: frozenset[str]


def read_judged(kind: str) -> list[dict[str, Any]]:
    text = (Path(__file__).parent / "judged.yaml").read_text(encoding="utf-8")
    parts: list[dict[str, Any]] = yaml.load(text, Loader=yaml.CBaseLoader)[kind]
    return parts


def judged(kind: str) -> list[Judged]:
    return [
        Judged(part["page"], query, frozenset(keys.split()))
        for part in read_judged(kind)
        for query, keys in part["queries"].items()
    ]


@cache
def hub() -> Hub:
    return read_hub(ROOT).hub


@pytest.fixture(scope="module")
def address(shipped_site: Path) -> Iterator[str]:
    with serving(shipped_site) as base:
        yield base


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def missed(page: Page, address: str, entries: list[Judged], first: int) -> list[str]:
    """The queries whose first results hold none of what is wanted, each with what stands there instead."""
    misses = []
    for language in ("en", "es"):
        asked = [entry for entry in entries if entry.page == language]
        search_page(page, address, language)
        for entry, found in zip(asked, answers(page, [entry.query for entry in asked]), strict=True):
            if entry.wanted.isdisjoint(found[:first]):
                misses.append(f"{language} “{entry.query}”: {', '.join(found[:first]) or 'nothing'}")
    return misses


def test_the_set_is_large_and_names_records_that_exist() -> None:
    entries = [*judged("danger"), *judged("needs")]
    keys = {record.key for record in hub().all_records()}
    assert len(entries) >= 130
    assert sum(entry.page == "es" for entry in entries) >= 40
    assert [entry.query for entry in entries if not entry.wanted <= keys] == []


def test_a_word_of_danger_puts_the_right_line_first(page: Page, address: str) -> None:
    assert missed(page, address, judged("danger"), 1) == []


def test_no_harmless_word_is_taken_for_one_of_danger(page: Page, address: str) -> None:
    asked = [(part["page"], query) for part in read_judged("no_danger") for query in part["queries"]]
    assert len(asked) >= 25
    alarmed = []
    for language in ("en", "es"):
        search_page(page, address, language)
        for query in (query for on, query in asked if on == language):
            ask(page, query)
            if page.locator(".results h2").first.filter(has_text=re.compile("|".join(DANGER))).count():
                alarmed.append(f"{language} “{query}”: {', '.join(shown(page)[:2])}")
    assert alarmed == []


def test_what_helps_stands_among_the_first_three(page: Page, address: str) -> None:
    entries = judged("needs")
    misses = missed(page, address, entries, FIRST)
    print(f"{len(entries) - len(misses)} of {len(entries)} found; missed:", *misses, sep="\n")
    assert len(misses) <= len(entries) * (1 - GOOD_ENOUGH)


def test_the_name_of_a_place_leads_to_its_page_first(page: Page, address: str) -> None:
    asked, led = judged("places"), {}
    for entry in asked:
        search_page(page, address, entry.page)
        ask(page, entry.query)
        led[entry] = str(page.locator(".results a").first.get_attribute("href"))
    assert [
        entry.query for entry, href in led.items() if not href.endswith(tuple(f"{key}/" for key in entry.wanted))
    ] == []


@pytest.mark.slow
def test_every_record_is_found_by_its_other_names(page: Page, address: str) -> None:
    """Words that many records share lead to some of them; a record's own lead to it."""
    owners: dict[str, set[str]] = defaultdict(set)
    for record in hub().all_records():
        if hub().package.schema_of(record.resource).page == "each":
            for words in record.codes("also_called"):
                owners[words].add(record.key)
    search_page(page, address)
    found = answers(page, list(owners))
    below = [
        words
        for (words, keys), shown in zip(owners.items(), found, strict=True)
        if (not keys <= set(shown) if len(keys) < FIRST else keys.isdisjoint(shown))
    ]
    print(f"{len(owners)} names, {len(below)} of them behind “Show more”:", *below, sep="\n")
    assert len(below) <= len(owners) * (1 - NEARLY_ALL)
    assert [words for words in below if not owners[words] <= everything(page, words)] == []


def everything(page: Page, query: str) -> set[str]:
    """The keys of all that a query finds, to the last press of “Show more”."""
    ask(page, query)
    more, links = page.locator(".results > button"), page.locator(".results h3 a")
    while more.count():
        there = links.count()
        more.click()
        expect(links.nth(there)).to_be_attached()
    return set(shown(page))
