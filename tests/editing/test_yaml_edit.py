# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A change of one value leaves everything else to the byte, whatever is typed and however the file is written."""

from __future__ import annotations

import difflib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.editing.plain_data import as_read, put_into, taken_from
from porchlight.editing.yaml_edit import CannotEdit, put, take_out
from porchlight.exchange.yaml_out import record_yaml
from porchlight.reading.nodes import plain
from porchlight.reading.yaml_text import read_yaml

HOUSE = """\
# A made-up house.
id: maple-house   # never changes
name: Maple House
populations: [in_recovery, women]  # by hand
summary: >-
  A shared home
  for women.

# How to reach them
phones:
  - number: 614-555-0142
    kind: voice   # the office
    check: not_dialed

  - {number: "614-555-0143", kind: text}
beds:
answers: {moud: {answer: yes, as_of: 2026-11-02}}
notes: |
  One.

  Two.
"""


def said(text: str) -> Any:
    node, problems = read_yaml(text.encode(), "file.yaml")
    assert not problems, problems
    assert node is not None
    return plain(node)


def diff(before: str, after: str) -> list[str]:
    """The lines that went and came, without the places."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize(
    ("path", "value", "changed"),
    [
        (["phones", 0, "number"], "614-555-0199", ["-  - number: 614-555-0142", "+  - number: 614-555-0199"]),
        (
            ["phones", 1, "number"],
            "614-555-0199",
            ['-  - {number: "614-555-0143", kind: text}', '+  - {number: "614-555-0199", kind: text}'],
        ),
        (["phones", 0, "kind"], "text", ["-    kind: voice   # the office", "+    kind: text   # the office"]),
        (["name"], "No", ["-name: Maple House", '+name: "No"']),
        (["name"], "Maple: House # 2", ["-name: Maple House", '+name: "Maple: House # 2"']),
        (["beds"], 12, ["-beds:", "+beds: 12"]),
        (["summary"], "A home.", ["-summary: >-", "-  A shared home", "-  for women.", "+summary: A home."]),
        (
            ["answers", "moud", "as_of"],
            "2026-11-09",
            [
                "-answers: {moud: {answer: yes, as_of: 2026-11-02}}",
                "+answers: {moud: {answer: yes, as_of: 2026-11-09}}",
            ],
        ),
        (
            ["populations", 2],
            "veterans",
            [
                "-populations: [in_recovery, women]  # by hand",
                "+populations: [in_recovery, women, veterans]  # by hand",
            ],
        ),
        (["phones", 2], {"number": "211", "kind": "voice"}, ['+  - {number: "211", kind: voice}']),
        (["phones", 2], {"label": "x" * 120, "kind": "voice"}, [f"+  - label: {'x' * 120}", "+    kind: voice"]),
        (["checks", 0], {"as_of": "2026-11-02"}, ["+checks:", '+  - as_of: "2026-11-02"']),
        (["phones", 0, "label"], "Office", ["+    label: Office"]),
    ],
)
def test_a_change_touches_only_its_own_lines(path: list[str | int], value: Any, changed: list[str]) -> None:
    assert diff(HOUSE, put(HOUSE, path, value)) == changed


def test_a_new_field_stands_where_the_schema_has_it() -> None:
    order = ("id", "name", "also_called", "summary", "phones")
    assert put(HOUSE, ["also_called"], ["Maple"], order).splitlines()[2:4] == [
        "name: Maple House",
        "also_called: [Maple]",
    ]


@pytest.mark.parametrize(
    ("path", "changed"),
    [  # the lines that go, and those that come
        (["name"], ["-name: Maple House"]),
        (
            ["phones", 0, "number"],
            ["-  - number: 614-555-0142", "-    kind: voice   # the office", "+  - kind: voice   # the office"],
        ),
        (["phones", 1], ['-  - {number: "614-555-0143", kind: text}']),
        (["populations", 0], ["-populations: [in_recovery, women]  # by hand", "+populations: [women]  # by hand"]),
        (
            ["answers", "moud", "answer"],
            ["-answers: {moud: {answer: yes, as_of: 2026-11-02}}", "+answers: {moud: {as_of: 2026-11-02}}"],
        ),
        (["notes"], ["-notes: |", "-  One.", "-", "-  Two."]),
    ],
)
def test_taking_out_touches_only_its_own_lines(path: list[str | int], changed: list[str]) -> None:
    assert diff(HOUSE, take_out(HOUSE, path)) == changed


def test_what_is_left_empty_goes_with_the_last_thing_in_it() -> None:
    assert "answers" not in take_out(take_out(HOUSE, ["answers", "moud", "as_of"]), ["answers", "moud", "answer"])


def test_line_ends_of_windows_stay() -> None:
    new = put(HOUSE.replace("\n", "\r\n"), ["phones", 2], {"number": "211", "kind": "voice"})
    assert new.replace("\r\n", "") == new.replace("\r\n", "").replace("\n", "")
    assert new.replace("\r\n", "\n") == put(HOUSE, ["phones", 2], {"number": "211", "kind": "voice"})


def test_a_file_without_a_last_line_end_is_changed_too() -> None:
    assert put("id: a\nname: B", ["beds"], 3) == "id: a\nname: B\nbeds: 3"


@pytest.mark.parametrize("text", ["a: &x 1\n", "a: 1\na: 2\n", "", "- [\n", "a: !t 1\n"])
def test_a_file_with_a_mistake_is_left_alone(text: str) -> None:
    with pytest.raises(CannotEdit):
        put(text, ["b"], "c")


def test_the_place_is_to_blame_where_only_the_change_can_not_be_read() -> None:
    """Nothing is to mend in a file that holds one thing; it can only not be without it."""
    with pytest.raises(CannotEdit, match="This place is written in a way"):
        take_out("- id: a\n", [0])


ODD_TEXTS = """no;No;~;null;07102;10:00;1e5;a: b;a #b;# c;- d;“x”;';";{;[a];|;>-;é\u200f;٠٫;👩\u200d👧;=1+1;%;@x;`;&a;\
*a;!t;?;---;...;<<"""
TEXTS = st.text(max_size=40) | st.sampled_from(
    [*ODD_TEXTS.split(";"), "x" * 300, "two words " * 30, "line\nline", "\n", " x "]
)
NAMES = st.sampled_from(["id", "name", "phones", "answers", "notes", "no", "new field", "y"])
VALUES = st.recursive(
    TEXTS,
    lambda below: st.lists(TEXTS, min_size=1, max_size=3) | st.dictionaries(NAMES, below, min_size=1, max_size=3),
    max_leaves=8,
)
RECORDS = st.dictionaries(NAMES, VALUES, min_size=1, max_size=5)


def paths_in(data: Any) -> list[list[str | int]]:
    """Every path in the data, the whole of it apart."""
    below: list[tuple[str | int, Any]] = (
        list(data.items()) if isinstance(data, dict) else list(enumerate(data)) if isinstance(data, list) else []
    )
    return [path for step, each in below for path in ([step], *([step, *rest] for rest in paths_in(each)))]


def sound(record: Any) -> str | None:
    """The record as a file with a comment on every line that may have one, or None where the check would refuse it."""
    text = "# first\n" + record_yaml(record)
    node, problems = read_yaml(text.encode("utf-8", "replace"), "x")
    return None if problems or node is None else text


FILES = RECORDS.map(sound).filter(bool)


@given(FILES, st.data())
def test_any_text_put_anywhere_is_read_back_or_refused(text: str, data: st.DataObject) -> None:
    before = said(text)
    path = data.draw(st.sampled_from(paths_in(before)))
    value = data.draw(VALUES)
    try:
        new = put(text, path, value)
    except CannotEdit:  # what the reader would refuse, such as signs that nobody sees
        return
    assert said(new) == as_read(put_into(before, path, value))
    assert new.startswith("# first\n")


@given(FILES, st.data())
def test_putting_what_is_there_changes_no_byte(text: str, data: st.DataObject) -> None:
    before = said(text)
    path = data.draw(st.sampled_from(paths_in(before)))
    value = before
    for step in path:
        value = value[step]
    assert put(text, path, value) == text


@given(FILES, st.data())
def test_taking_out_anything_leaves_the_rest_as_it_was(text: str, data: st.DataObject) -> None:
    before = said(text)
    path = data.draw(st.sampled_from(paths_in(before)))
    try:
        new = take_out(text, path)
    except CannotEdit:  # the last thing in the file
        assert not taken_from(before, path)
        return
    assert said(new) == taken_from(before, path)
    kept = [line for line in new.splitlines() if line.strip()]
    assert len(kept) <= len(text.splitlines())
