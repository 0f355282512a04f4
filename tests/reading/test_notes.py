# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Notes behind `#` are told from the same sign inside a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.reading.notes import notes_in


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("# ask Pat before you change this\nid: a\n", ("ask Pat before you change this",)),
        ("id: a # the old one was b\n", ("the old one was b",)),
        ("name: Room#2\nother: '# no note'\nlast: \"a # b\"\n", ()),
        ("words: |\n  # a heading\n  text\nid: a\n", ()),
        ("words: |\n  text\n# a note below\nid: a\n", ("a note below",)),
        ("words: >-\n\n  text # of a text\n\n# a note\n\n", ("a note",)),
        ("list: [a, # first\n  b]\n", ("first",)),
        # REUSE-IgnoreStart
        ("# yaml-language-server: $schema=x\n# SPDX-License-Identifier: CC0-1.0\n#\nid: a\n", ()),
        # REUSE-IgnoreEnd
        ("a: [\n# no YAML\n", ()),
    ],
)
def test_a_note_is_what_yaml_forgets(text: str, notes: tuple[str, ...]) -> None:
    assert notes_in(text) == notes


@given(st.text())
def test_any_text_is_read_without_a_fault(text: str) -> None:
    notes_in(text)


@given(st.lists(st.text("ab #:'\"-", min_size=1), min_size=1, max_size=4), st.text("ab #", max_size=9))
def test_a_text_in_quotes_never_counts(values: list[str], note: str) -> None:
    lines = [f"k{number}: '{value.replace(chr(39), chr(39) * 2)}'" for number, value in enumerate(values)]
    assert notes_in("\n".join([*lines, f"#{note}"])) == tuple(filter(None, [note.strip()]))
