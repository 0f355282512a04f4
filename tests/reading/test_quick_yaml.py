# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is read line by line is read as libyaml reads it, to the place of each text; the rest is left to libyaml."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from porchlight.reading import quick_parts, quick_yaml
from porchlight.reading.yaml_text import composed, decoded

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT / "data" / "housing", ROOT / "data" / "words", ROOT / "data" / "schemas", ROOT / "tests" / "hubs")
FILES = sorted(file for folder in FOLDERS for file in folder.rglob("*.yaml"))
HOME = """\
# A home
id: elm-house
name: "Elm House"  # as on the door
summary: A quiet home near the bus: ask first
  and call again
also_called: [Elm, 'the "Elm"', Elm's]
phones:
  - number: 614-555-0101
    label: {en: Office, es: Oficina}
  - {number: '1', check: works}
caveat: >-
  One line
  and the next.

  A new one.
how_to: |
  Call.
   Then go.
answers:
  registry:
    # not yet
    answer: 'no'
serves:
- US-OH
- "US-IN"
empty:
"""
BITS = [
    *("\n", "\n\n", "\n  ", "\n    ", "\n- ", "\n  - ", "  ", " ", "- ", "-", "? ", ": ", ":", ",", ", ", "#", " #"),
    *(" # ", "\n# c\n", "\n   # c\n", "'", "''", '"', "[", "]", "{", "}", "[a, b]", "{a: b}", "{a: 'b', c: d}"),
    *("|", ">", "|-", ">-", "|+", "|2", "| # c", "&a ", "*a", "!t ", "%", "@", "`", "---\n", "...\n", "\n---\n"),
    *("a: b\n", "a:\n", "c: d e", "- a\n", "- a: b\n  c: d\n", "  x\n", "   x\n", " x", "\t", "\\", "\r\n", "~", "-5"),
    *(
        "é",
        "Ñ",
        "https://e.org/a#b",
        "12:30",
        "a:b",
        "a ,b",
        "?x",
        "[]",
        "{}",
        "[a,b]",
        "{a: }",
        "[a, ]",
        "{a: [b, {c: d}]}",
    ),
]
TEXTS = st.lists(st.sampled_from([*BITS, "a", "b", "key: ", "key:\n"]), max_size=14).map("".join)


@st.composite
def spoiled_homes(draw: st.DrawFn) -> str:
    """A record with a few bits put in, taken out or put in the place of others."""
    text = HOME
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from([*BITS, ""])) + text[at + draw(st.integers(0, 4)) :]
    return text


def is_read_alike(text: str) -> bool:
    """True where libyaml finds the same and nothing to say, or where it alone is asked."""
    text, problems = decoded(text.encode(errors="surrogatepass"), "f.yaml")
    quick = None if problems else quick_yaml.quick_node(text, "f.yaml")
    return quick is None or (quick, []) == composed(text, "f.yaml")


@settings(max_examples=1500, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(TEXTS)
def test_any_mixture_of_signs_is_read_as_libyaml_reads_it(text: str) -> None:
    assert is_read_alike(text)
    assert is_read_alike(text + "\n")


@settings(max_examples=1500, deadline=None)
@given(spoiled_homes())
def test_a_record_with_anything_put_into_it_is_read_as_libyaml_reads_it(text: str) -> None:
    assert is_read_alike(text)


LETTERS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=8)
AROUND = [("", ""), ("'", "'"), ('"', '"'), ("|\n  ", ""), ("- ", ""), ("[", "]"), ("{a: ", "}"), ("a ", " # c")]


@settings(max_examples=300, deadline=None)
@given(LETTERS, st.sampled_from(AROUND))
def test_any_letters_behind_a_field_are_read_as_libyaml_reads_them(letters: str, around: tuple[str, str]) -> None:
    assert is_read_alike(f"name: {around[0]}{letters}{around[1]}\nnext: {letters}\n")


def test_every_file_of_the_house_is_read_as_libyaml_reads_it_and_nearly_all_line_by_line() -> None:
    texts = [text for file in FILES for text, problems in [decoded(file.read_bytes(), "f.yaml")] if not problems]
    assert all(map(is_read_alike, texts))
    assert sum(quick_yaml.quick_node(text, "f.yaml") is not None for text in texts) > 0.9 * len(texts)


def test_a_record_of_every_plain_kind_is_read_line_by_line() -> None:
    assert quick_yaml.quick_node(HOME.replace(" bus: ask", " bus, ask"), "f.yaml") is not None
    assert is_read_alike(HOME.replace(" bus: ask", " bus, ask"))


def test_what_is_nested_deeper_than_a_record_is_left_to_libyaml() -> None:
    assert quick_yaml.quick_node("".join(f"{' ' * depth}a:\n" for depth in range(21)), "f.yaml") is None
    assert quick_yaml.quick_node("a: " + "[" * 21 + "]" * 21 + "\n", "f.yaml") is None


PLANTED = {
    "_FIELD": (quick_yaml, re.compile(quick_yaml._KEY.pattern + "(?:([^'\"].*)$)?"), "a: b # c\n"),
    "_ONLY_COMMENT": (quick_yaml, re.compile("#"), "a: #b\nc: d\n"),
    "_HEADER": (quick_yaml, re.compile("([|>])([-+]?) *$"), "a: |+\n  b\n"),
    "sure": (quick_yaml, lambda text: text.rstrip(" "), "a: b:\n"),
    "begins_plain": (quick_yaml, lambda text: True, "a: &b\n"),
    "folded": (quick_yaml, " ".join, "a: >\n  b\n\n  c\n"),
    "_DOUBLE": (quick_parts, re.compile('"([^"]*)"'), 'a: "b\\n"\n'),
    "_SINGLE": (quick_parts, re.compile("'(.*)'"), "a: 'b' # 'c'\n"),
    "_END": (quick_parts, re.compile(""), "a: [b] c\n"),
    "_FLOW_KEY": (quick_parts, re.compile("([a-z]+): *"), "a: {b:c}\n"),
    "_FLOW_PLAIN": (quick_parts, re.compile("[^\\]}]+"), "a: [b, c]\n"),
    "_COMMA": (quick_parts, re.compile(" *, +| +"), "a: [[b] [c]]\n"),
}


@pytest.mark.parametrize("part", PLANTED)
def test_a_fault_planted_in_it_is_found(monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    """With any of its parts wrong something is read otherwise, so the tests above can fail."""
    module, planted, text = PLANTED[part]
    assert is_read_alike(text)
    monkeypatch.setattr(module, part, planted)
    assert not is_read_alike(text)
