# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records as YAML: whatever is typed comes back as the very same text."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from porchlight.exchange.yaml_out import Value, record_yaml
from porchlight.reading.nodes import Mapping, Node, Scalar, Sequence
from porchlight.reading.yaml_text import SIZE_CAP, read_yaml

NAMES = st.from_regex(r"[a-z][a-z_]{0,15}", fullmatch=True)
PROSE = st.lists(st.sampled_from(["a", "long", "text:", "#1", "- ", "  ", "“so”", "x" * 90, "\n", "'"]), max_size=40)
TEXTS = st.one_of(st.text(), PROSE.map(" ".join), st.sampled_from(["No", "07102", "12:30", "null", "~", "1e3", "=1"]))
LISTS = st.lists(TEXTS, min_size=1, max_size=4)
ENTRIES = st.lists(st.dictionaries(NAMES, TEXTS, min_size=1, max_size=3), min_size=1, max_size=3)
KEYED = st.dictionaries(NAMES, st.dictionaries(NAMES, TEXTS, min_size=1, max_size=3), min_size=1, max_size=3)
RECORDS = st.dictionaries(NAMES, st.one_of(TEXTS, LISTS, ENTRIES, KEYED), min_size=1, max_size=6)


def texts(node: Node | None) -> Any:
    """The node as plain texts, empty ones too."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [texts(item) for item in node.items]
    assert isinstance(node, Mapping)
    return {name: texts(entry.value) for name, entry in node.entries.items()}


def back(record: dict[str, Any]) -> Any:
    data = record_yaml(record).encode("utf-8")
    assert len(data) < SIZE_CAP
    node, problems = read_yaml(data, "record.yaml")
    assert {problem.code for problem in problems} <= {"odd-character"}  # typed ones: an import takes them out before
    return texts(node)


@given(RECORDS)
@example({"a": "x" * 5000})
@example({"a": "word " * 1000 + "end"})
@example({"a": "line one\nline two: with # and '\"\n\n- three"})
@example({"a": " begins with a space\nand goes on "})
@example({"a": "سلام \u202eabc\u202c 👩\u200d👧 שלום"})
@example({"a": "\x00\x07\x7f\x85\u2028\ufeff\ufffe\t\r\n"})
@example({"a": 'C:\\temp and "quotes"'})
@example({"a": ["No", "[x]", "a, b", "{y}", "- z", ""]})
def test_whatever_is_typed_reads_back_as_the_very_same_text(record: dict[str, Any]) -> None:
    assert back(record) == record


@given(RECORDS)
def test_other_yaml_readers_find_the_same_texts_and_no_numbers_or_truth_values(record: dict[str, Any]) -> None:
    assert yaml.load(record_yaml(record), Loader=yaml.CSafeLoader) == record


@pytest.mark.parametrize("text", ["No", "yes", "on", "null", "07102", "1_000", "12:30", "2026-11-24", "0x1F", "~", ""])
def test_what_looks_like_something_else_stands_in_quotes(text: str) -> None:
    assert record_yaml({"a": text}) == f'a: "{text}"\n'


@pytest.mark.parametrize(
    "text", ["Maple House", "12 Example Street", "https://www.example.org/a#b", "It’s open", "Ñandú"]
)
def test_plain_text_stays_plain(text: str) -> None:
    assert record_yaml({"a": text}) == f"a: {text}\n"


def test_quotes_and_backslashes_stand_in_single_quotes_where_they_mean_themselves() -> None:
    assert record_yaml({"a": 'The "Porch": it\'s C:\\'}) == "a: 'The \"Porch\": it''s C:\\'\n"


def test_a_character_that_nobody_sees_is_written_so_that_it_is_seen() -> None:
    assert record_yaml({"a": "pay\u202elap"}) == 'a: "pay\\u202elap"\n'


def test_long_text_is_folded_and_no_line_is_longer_than_a_screen() -> None:
    written = record_yaml({"summary": "A short sentence. " * 30 + "End."})
    assert written.startswith("summary: >-\n  A short")
    assert max(map(len, written.splitlines())) <= 120


def test_text_with_lines_keeps_them() -> None:
    assert record_yaml({"note": "One: 1\nTwo: 2"}) == "note: |-\n  One: 1\n  Two: 2\n"


def test_codes_stand_on_one_line_and_entries_below_each_other() -> None:
    record: dict[str, Value] = {
        "serves": ["US-OH", "US-IN"],
        "phones": [{"number": "988", "kind": "voice"}],
        "beds": 12,
    }
    assert record_yaml(record) == ('serves: [US-OH, US-IN]\nphones:\n  - number: "988"\n    kind: voice\nbeds: 12\n')


def test_a_list_inside_a_list_is_refused_because_no_record_has_one() -> None:
    with pytest.raises(TypeError, match="lists of lists"):
        record_yaml({"a": [["b"]]})
