# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bytes to nodes: nothing raises, every text stays text, and every place is right."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from porchlight.problems import Place, Problem
from porchlight.reading.nodes import Mapping, Node, Scalar, Sequence, place_at, plain
from porchlight.reading.yaml_text import SIZE_CAP, read_yaml

FRAGMENTS: tuple[str, ...] = (
    "a: b",
    "- ",
    ": ",
    "\n",
    "  ",
    "\t",
    "{",
    "}",
    "[",
    "]",
    ",",
    "&a ",
    "*a",
    "!t ",
    "'",
    '"',
    "|\n",
    ">-\n",
    "# c",
)
FRAGMENTS += (
    "---\n",
    "...\n",
    "? ",
    "<<: ",
    "%YAML 1.1\n",
    "\\",
    "é",
    "\u2028",
    "\ufeff",
    "\0",
    "17:00",
    "07102",
    "no",
    "~",
)

texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff")
)
documents = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts.filter(bool), inner, max_size=4),
    max_leaves=12,
).filter(lambda document: isinstance(document, dict | list))


def read(text: str) -> Node:
    node, problems = read_yaml(text.encode(), "f.yaml")
    assert problems == []
    assert node is not None
    return node


def codes(data: bytes) -> list[str]:
    return [problem.code for problem in read_yaml(data, "f.yaml")[1]]


@given(st.binary(max_size=200))
@example(b"\xff\xfea\x00")
def test_no_bytes_at_all_raise(data: bytes) -> None:
    assert_judged(*read_yaml(data, "f.yaml"))


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))
def test_no_heap_of_yaml_signs_raises(text: str) -> None:
    assert_judged(*read_yaml(text.encode(), "f.yaml"))


def assert_judged(node: Node | None, problems: list[Problem]) -> None:
    for problem in problems:
        assert problem.place >= Place("f.yaml", 1, 1)
        assert problem.message.endswith((".", "…")), problem.message
        assert not {"None", "Error", "scalar", "token", "mapping", "alias"} & set(problem.sentence().split())
    assert node is None or isinstance(node, Scalar | Mapping | Sequence)


@given(documents, st.booleans(), st.sampled_from([None, '"', "'"]))
def test_what_is_written_comes_back_as_the_same_texts(document: Any, flow: bool, style: str | None) -> None:
    text = yaml.dump(document, Dumper=yaml.SafeDumper, default_flow_style=flow, default_style=style, allow_unicode=True)
    node, problems = read_yaml(text.encode(), "f.yaml")

    if node is not None and not problems:
        assert texts_of(node) == yaml.load(text, Loader=yaml.BaseLoader)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))
def test_where_pyyaml_reads_the_same_file_it_reads_the_same_texts(text: str) -> None:
    node, problems = read_yaml(text.encode(), "f.yaml")

    if node is not None and not problems:
        assert texts_of(node) == yaml.load(text, Loader=yaml.CBaseLoader)


def texts_of(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [texts_of(item) for item in node.items]
    return {name: texts_of(entry.value) for name, entry in node.entries.items()}


def test_every_scalar_stays_the_text_that_was_written() -> None:
    node = read("[17:00, 07102, no, on, 0123, 1e3, 2026-13-01, 0x1F, 1_000, .5, true, =, 12:30:45]")

    assert plain(node) == [
        "17:00",
        "07102",
        "no",
        "on",
        "0123",
        "1e3",
        "2026-13-01",
        "0x1F",
        "1_000",
        ".5",
        "true",
        "=",
        "12:30:45",
    ]


def test_null_tilde_and_nothing_are_not_filled_unless_they_are_in_quotes() -> None:
    node = read("a: null\nb: ~\nc:\nd: ''\ne: 'null'\nf: none\ng: |\n")

    assert isinstance(node, Mapping)
    assert [name for name, entry in node.entries.items() if entry.value.filled] == ["e", "f"]


def test_a_block_keeps_its_lines_and_loses_the_break_at_its_end() -> None:
    assert plain(read("a: |\n  one\n  two\nb: >\n  one\n  two\n\n")) == {"a": "one\ntwo", "b": "one two"}


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    node, problems = read_yaml(b"\xef\xbb\xbfname: Maple House\r\nbeds: 12\r\n", "f.yaml")

    assert node is not None
    assert problems == []
    assert plain(node) == {"name": "Maple House", "beds": "12"}
    assert place_at(node, ["beds"]) == Place("f.yaml", 2, 7)


def test_columns_count_characters_not_bytes() -> None:
    assert place_at(read("{ñandú: x, b: y}"), ["b"]) == Place("f.yaml", 1, 15)


def test_a_path_that_leads_to_nothing_ends_at_its_last_step() -> None:
    node = read("phones:\n  - {number: 988}\n")

    assert place_at(node, ["phones", 0, "number"]) == Place("f.yaml", 2, 14)
    assert place_at(node, ["phones", 7, "number"]) == Place("f.yaml", 2, 3)
    assert place_at(node, ["nothing"]) == Place("f.yaml", 1, 1)


def test_a_file_may_be_as_big_as_the_cap_and_no_bigger() -> None:
    head = b"a: b\n"
    assert codes(head + b"#" * (SIZE_CAP - len(head))) == []
    assert codes(head + b"#" * (SIZE_CAP - len(head) + 1)) == ["file-too-big"]


def test_an_alias_bomb_is_refused_sign_by_sign_and_never_grows() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))

    assert set(codes(bomb.encode())) == {"anchor"}


@pytest.mark.parametrize("depth", [20, 21, 10_000])
def test_nesting_ends_at_the_cap(depth: int) -> None:
    lines = "".join("  " * level + "a:\n" for level in range(min(depth, 400)))

    assert ("too-deep" in codes(lines.encode())) == (depth > 20)


def test_all_problems_of_a_file_are_told_not_only_the_first() -> None:
    assert codes(b"a: 1\na: 2\nb: &x y\nc: Apt #4\nd: !t z\n") == ["doubled-key", "anchor", "hash-in-text", "tag"]
