# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a machine may mend by itself: only what can be meant in one way, as the smallest change, and never twice."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from porchlight.checking.run import check_hub
from porchlight.editing.fixing import MENDED, fixed, fixes
from porchlight.exchange.yaml_out import record_yaml
from porchlight.model.schema import Package
from porchlight.reading.nodes import Mapping, plain
from porchlight.reading.package import read_package
from porchlight.reading.records import RawRecord
from porchlight.reading.rewritten import rewritten
from porchlight.reading.yaml_text import read_yaml
from tests.checking.hubs import ROOT, TODAY, broken_hub, small_hub

PACKAGE: Package = read_package(ROOT)[0]
HOUSING = PACKAGE.schema_of("housing")

HOUSE = """\
# Made up.
id: maple-house
Name: Maple House  # as they write it
summary: A made-up home.
kind: Recovery residence
populations: [women, "Coming home"]   # who
beds: 1,200
beds_free_on: 2026/11/2
review_by: 3/4/2027
how_to: Call first: ask for Ana
hours: 10:30
also_called: [Maple, 1e5, "07102"]
rules: |
  No guests.
  Two spaces end this line.··
phones:
  - number: (614) 555-0142
    kind: Call
    check: works
    checked_on: 11/20/2026
  - number: 614-555-0143 ext. 2
    kind: text
checks:
  - {as_of: 2026-11-20, how: phone, by: peer volunteer, result: right}
  - as_of: 2026-11-02
    how: visit
    by: peer volunteer
    result: right\
""".replace("·", " ")


def diff(before: str, after: str) -> list[str]:
    """The lines that go and come."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def test_what_is_certain_is_mended_and_the_rest_waits_for_a_person() -> None:
    assert diff(HOUSE, fixed(HOUSE, HOUSING, PACKAGE)) == [
        "-Name: Maple House  # as they write it",
        "+name: Maple House  # as they write it",
        "-kind: Recovery residence",
        '-populations: [women, "Coming home"]   # who',
        "-beds: 1,200",
        "-beds_free_on: 2026/11/2",
        "+kind: recovery_residence",
        '+populations: [women, "coming_home"]   # who',
        "+beds: 1200",
        "+beds_free_on: 2026-11-02",
        "-how_to: Call first: ask for Ana",
        "-hours: 10:30",
        "-also_called: [Maple, 1e5, \"07102\"]",
        '+how_to: "Call first: ask for Ana"',
        '+hours: "10:30"',
        '+also_called: [Maple, "1e5", "07102"]',
        "-  - number: (614) 555-0142",
        "-    kind: Call",
        "+  - number: 614-555-0142",
        "+    kind: voice",
        "-    checked_on: 11/20/2026",
        "+    checked_on: 2026-11-20",
        "-  - {as_of: 2026-11-20, how: phone, by: peer volunteer, result: right}",
        "+  - {as_of: 2026-11-20, how: phone, by: peer volunteer, result: right}",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["beds: twelve", "review_by: 3/4/2027", "kind: house", "how_to: Ask for #4", "answers: yes", "phnoe: 614-555-0142"],
)
def test_what_could_be_meant_in_two_ways_is_left_alone(line: str) -> None:
    text = f"id: maple-house\n{line}\n"
    assert fixed(text, HOUSING, PACKAGE) == text


def test_the_records_of_this_hub_have_nothing_to_mend() -> None:
    assert [change.file for change in fixes(ROOT)] == []


def test_a_star_gets_its_quotes() -> None:
    assert fixed("id: a\nhours: *daily\n", HOUSING, PACKAGE) == 'id: a\nhours: "*daily"\n'


@given(
    st.sampled_from(["hours: {}", "also_called: [{}]", "phones: [{{label: {}}}]"]),
    st.text("0123456789:.+-eExyn", min_size=1, max_size=8),
)
def test_a_text_that_other_programs_would_turn_is_in_quotes_afterwards(line: str, text: str) -> None:
    raw, problems = read_yaml(f"id: a\n{line.format(text)}\n".encode(), "")
    if not problems:
        once = fixed(f"id: a\n{line.format(text)}\n", HOUSING, PACKAGE)
        node, _ = read_yaml(once.encode(), "")
        assert isinstance(node, Mapping)
        assert list(rewritten([RawRecord(HOUSING, node)], PACKAGE)) == []
        assert raw is not None
        assert plain(node) == plain(raw)


@pytest.mark.parametrize("text", ["a: [" + "*b, " * 12_000 + "]", "a: " + "[" * 5_000, "? a\n" * 3_000])
def test_what_no_record_has_is_left_alone(text: str) -> None:
    assert fixed(text, HOUSING, PACKAGE).strip() == text.strip()


@given(st.dictionaries(st.sampled_from(["id", "name", "summary", "beds", "who"]), st.text(max_size=30), min_size=1))
def test_a_file_without_a_slip_is_the_same_to_the_byte(record: dict[str, str]) -> None:
    text = "# by hand\n" + record_yaml(record | {"id": "maple-house", "beds": "12"})
    if not read_yaml(text.encode("utf-8", "replace"), "")[1] and "\\" not in text:
        assert fixed(text, HOUSING, PACKAGE) == text


@given(st.lists(st.sampled_from([*HOUSE.splitlines(), " ", "\ufeff", "- a", "x: &y", "\t", "é: “"]), max_size=12))
@example(["how_to: Call first: ask for Ana", " "])  # the space means nothing once the line above can be read
def test_mending_twice_is_mending_once_and_brings_no_new_slip(lines: list[str]) -> None:
    text = "\n".join(lines)
    once = fixed(text, HOUSING, PACKAGE)
    assert fixed(once, HOUSING, PACKAGE) == once
    assert read_yaml(text.encode(), "")[1] or not read_yaml(once.encode(), "")[1]


MENDED_LINES = {
    "anchor": "rules: &house No guests.",
    "day": "beds_free_on: 2026/11/2",
    "field-unknown": "Rules: No guests.",
    "needs-quotes": "how_to: Call first: ask for Ana",
    "not-in-list": "cost: Free",
    "odd-character": "rules: No\u200b guests.",
    "quotes-better": "hours: 10:30",
    "tag": "how_to: !Call first",
    "whole-number": "beds: 1,200",
}


@pytest.mark.parametrize(("code", "line"), MENDED_LINES.items())
def test_a_problem_that_the_table_says_is_mended_is_mended(tmp_path: Path, code: str, line: str) -> None:
    root = small_hub(tmp_path)
    file = root / "data/housing/elm-house.yaml"
    source = "sources:\n  - {url: https://www.example.org/about, kind: own, read_on: 2026-11-23}\n"
    start = "id: elm-house\nname: Elm House (made up)\nsummary: A made-up home.\nkind: transitional\n"
    file.write_text(f"{start}{line}\n{source}", "utf-8")
    assert code in told_codes(root)
    for change in fixes(root):
        (root / change.file).write_text(change.after or "", "utf-8")
    assert code not in told_codes(root)


def told_codes(root: Path) -> set[str]:
    checked = check_hub(root, TODAY)
    return {problem.code for problem in (*checked.problems, *checked.care)}


def test_each_kind_that_is_mended_has_its_line_above() -> None:
    assert {*MENDED_LINES, "year"} == MENDED


def test_a_year_is_mended_too_and_never_made_up(tmp_path: Path) -> None:
    """No home has one. Of which century 26 is, a person has to say."""
    root = broken_hub("year", tmp_path)
    assert fixes(root) == []
    file = root / "data/materials/elm-guide.yaml"
    file.write_text(file.read_text("utf-8").replace("year: '26'", "year: 2,026"), "utf-8")
    [change] = fixes(root)
    assert "+year: 2026" in change.lines
