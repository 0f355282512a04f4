# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Articles: front matter with the places of the file, and Markdown as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.model.hub import Shelf
from porchlight.problems import Place
from porchlight.reading.hub import read_hub
from tests.checking.hubs import with_file

PAGE = "content/en/peers.md"


def test_an_article_has_its_front_matter_its_words_and_its_place(tmp_path: Path) -> None:
    text = "---\ntitle: What peers do\ndescription: In short.\nshelves: [{resource: tools}]\nitems: [a_b]\n"
    text += "time: before\n---\n\n# Peers\n"

    article = read_hub(with_file(tmp_path, PAGE, text)).hub.articles[1]

    assert (article.slug, article.language, article.title) == ("peers", "en", "What peers do")
    assert article.shelves == (Shelf("tools"),)
    assert article.items == ("a_b",)
    assert article.time == "before"
    assert article.markdown == "\n# Peers\n"
    assert article.place == Place(PAGE, 8, 1)


def test_a_folder_is_part_of_the_address(tmp_path: Path) -> None:
    text = "---\ntitle: Hire\ndescription: In short.\n---\n"

    articles = read_hub(with_file(tmp_path, "content/en/employers/partner.md", text)).hub.articles

    assert "employers/partner" in [article.slug for article in articles]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "1:1  An article begins with its title between two lines of “---”."),
        ("---\ntitle: x\n", "1:1  An article begins with its title between two lines of “---”."),
        ("---\n---\n", "1:1  An article begins with its title between two lines of “---”."),
        ("---\ntitle: x\n---\n", "2:1  “description” is missing."),
        ("---\ntitle: Call: now\ndescription: x\n---\n", "2:8  A text with a colon and a space in it needs quotes."),
        ("---\ntitle: x\ndescription: x\ntags: [x]\n---\n", "4:1  “tags” is not a field of an article."),
        ("---\r\ntitle: x\r\ndescription: [x]\r\n---\r\n", "3:14  “description” should be one text"),
        ("---\ntitle: x\ndescription: x\nshelves: [{resource: hosing}]\n---\n", "4:22  There is no such resource"),
        ("---\ntitle: x\ndescription: x\ntime: day_won\n---\n", "4:7  There is no such time to make a list of."),
        ("---\ntitle: x\ndescription: x\nstate_by_state: {resource: hosing}\n---\n", "4:28  There is no such resource"),
        ("---\ntitle: x\ndescription: x\nstate_by_state: {resource: words}\n---\n", "4:28  There is no such resource"),
        (
            "---\ntitle: x\ndescription: x\nstate_by_state: facts\n---\n",
            "4:17  “state_by_state” should hold fields",
        ),
    ],
)
def test_a_slip_in_the_front_matter_is_placed(text: str, words: str, tmp_path: Path) -> None:
    problems = read_hub(with_file(tmp_path, PAGE, text)).problems

    assert [str(problem).startswith(f"{PAGE}:{words}") for problem in problems] == [True], problems
