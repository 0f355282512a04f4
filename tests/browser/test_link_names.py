# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever goes from link to link hears where each of them leads, without what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import ROOT
from tests.serving import serving

pytestmark = pytest.mark.browser

QUIZZES = [page for page in sorted((ROOT / "content").rglob("*.md")) if "```answer " in page.read_text("utf-8")]


@pytest.fixture(scope="module")
def address(full_site: Path) -> Iterator[str]:
    with serving(full_site) as base:
        yield base


@pytest.mark.parametrize("tree", ["", "es/"])
def test_each_file_of_a_poster_is_named_with_its_poster(browser: Browser, address: str, tree: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/{tree}posters/")
    names = re.findall(r'link "(.* kB\).*)"', page.locator("main").aria_snapshot())
    assert len(names) == page.locator("main .list a").count() > 3
    assert len(set(names)) == len(names)
    page.close()


@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda page: str(page.relative_to(ROOT)))
def test_each_answer_of_a_quiz_says_of_which_question(quiz: Path) -> None:
    pressed = re.findall(r"^```answer (.*)$", quiz.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(set(pressed)) == len(pressed)
    assert all(words.endswith(f" {number}") for number, words in enumerate(pressed, 1))
