# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A template as a file of Markdown, read back as Markdown."""

from __future__ import annotations

import pytest
from hypothesis import example, given

from porchlight.documents.blocks import Blocks, Heading, Paragraph, Run
from porchlight.documents.from_markdown import blocks_of
from porchlight.documents.markdown_file import markdown_file
from porchlight.documents.packing import printable
from tests.documents.samples import HOSTILE, MARKDOWN, TEMPLATE, TEXTS


def made(values: dict[str, str], markdown: str = MARKDOWN) -> str:
    return markdown_file("A <made-up> plan", "", markdown, TEMPLATE, values, lambda _address: None).decode()


def test_it_is_the_text_as_it_was_written_with_words_in_its_places() -> None:
    text = made({"partner": "Sam & Co", "day": "May 1"})
    assert text.startswith("# A \\<made-up\\> plan\n\n## Who comes\n\nDear Sam \\& Co, we thank **you**")
    assert "| May 1 | ____ |" in text
    assert "[What you saw: ________________]\\\n____" in text


def test_a_link_into_the_hub_is_left_only_where_it_works() -> None:
    words = "[peers](page:peers) [law](https://law.example.org/)"
    text = markdown_file("T", "", words, TEMPLATE, {}, {"page:peers": "https://hub.example.org/peers/"}.get).decode()
    assert "[peers](https://hub.example.org/peers/)" in text
    assert "\npeers [law](https://law.example.org/)" in made({}, words)


def test_a_tag_in_the_text_is_none_in_the_file() -> None:
    text = made({}, "a < b <script>x</script> <!-- x --> \\<b> <https://law.example.org/>")
    assert text.endswith("\n\na &lt; b &lt;script>x&lt;/script> &lt;!-- x --> \\&lt;b> <https://law.example.org/>\n")


def said(blocks: Blocks) -> str:
    """The words of all paragraphs; a place that people wrote themselves is a word like others in a file."""
    words = [word for block in blocks if isinstance(block, Paragraph) for word in block.words]
    return "".join(word.text if isinstance(word, Run) else f"{{{{{word.name}}}}}" for word in words)


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_put_in_it_is_no_markup(text: str) -> None:
    assert_stands(text)


@given(TEXTS)
@example("1) x")
@example("a\n\n---")
def test_any_words_come_back(text: str) -> None:
    assert_stands(text)


def assert_stands(text: str) -> None:
    if not printable(text).strip():
        return
    blocks = blocks_of(made({"saw": text}, "{{saw}}"))
    assert [type(block) for block in blocks] == [Heading, Paragraph]
    assert "".join(said(blocks).split()) == "".join(printable(text).split())
