# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a person is told about two records that look alike, and how one line settles it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from porchlight.checking.run import check_hub
from porchlight.cli import main
from porchlight.duplicates.blocking import AT_MOST, candidates
from porchlight.duplicates.finding import look_alikes
from porchlight.duplicates.sides import Side, made, sides_of
from porchlight.duplicates.streets import street_of
from porchlight.duplicates.telling import reasons
from porchlight.reading.hub import read_hub
from tests.checking.hubs import TODAY, broken_hub, with_file

HOUSE = """\
id: {id}
name: {name}
summary: A made-up home that someone wrote down.
kind: recovery_residence
{more}
sources:
  - {{url: https://www.example.org/about, kind: own, read_on: 2026-11-23}}
"""


def house(id: str, name: str, more: str = "") -> str:
    return HOUSE.format(id=id, name=name, more=more)


def test_the_command_tells_why_and_the_lines_that_settle_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = broken_hub("looks-alike", tmp_path)

    assert main(["duplicates", "--root", str(root)]) == 0
    assert capsys.readouterr().out == (
        "housing/maple-house  “Maple House (made up)”\n"
        "housing/the-maple-house  “The Maple House, Inc. (made up)”\n"
        "    Same phone number 614-555-0101. Same town. Same name.\n"
        "    If they are one:  porchlight merge housing/maple-house housing/the-maple-house\n"
        "    If they are two, write into housing/the-maple-house:  not_duplicate_of: [housing/maple-house]\n\n"
        "4 records were compared. 1 pair looks alike.\n"
    )


def test_programs_get_the_same_as_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = broken_hub("looks-alike", tmp_path)

    main(["duplicates", "--root", str(root), "--format", "json"])
    [pair] = json.loads(capsys.readouterr().out)
    main(["duplicates", "--root", str(root), "--format", "csv"])
    [row] = csv.DictReader(io.StringIO(capsys.readouterr().out))

    assert {name: str(value) for name, value in pair.items()} == row
    assert pair["record"] == "housing/maple-house"
    assert pair["if_two"] == "not_duplicate_of: [housing/maple-house]"


@pytest.mark.parametrize("in_first", [True, False])
def test_one_line_in_either_record_settles_it(tmp_path: Path, in_first: bool) -> None:
    root = broken_hub("looks-alike", tmp_path)
    files = [root / f"data/housing/{name}.yaml" for name in ("maple-house", "the-maple-house")]
    here, there = files if in_first else files[::-1]
    here.write_text(f"{here.read_text('utf-8')}not_duplicate_of: [housing/{there.stem}]\n", "utf-8")

    assert look_alikes(sides_of(read_hub(root).hub)) == []


def test_not_the_same_as_something_that_is_not_there_is_a_problem_in_its_place(tmp_path: Path) -> None:
    root = with_file(tmp_path, "data/housing/elm.yaml", house("elm", "Elm", "not_duplicate_of: [housing/mapel-house]"))
    [problem] = check_hub(root, TODAY).stopping

    assert str(problem) == (
        "data/housing/elm.yaml:5:20  This is no other record of this hub. It says “housing/mapel-house”."
        "  Did you mean “housing/maple-house”?"
    )


def test_a_withheld_street_is_never_compared_and_never_told(tmp_path: Path) -> None:
    """A message about “the same street” would give a hidden street away."""
    root = with_file(tmp_path, "data/housing/birch.yaml", house("birch", "Birch Place", "address: 12 Secret Street"))
    sides = {side.key: side for side in sides_of(read_hub(root).hub)}

    assert (sides["housing/birch"].street, sides["housing/maple-house"].street) == (None, None)
    assert sides["housing/oak-house"].street is not None


def test_what_speaks_for_it_is_told_before_what_speaks_against() -> None:
    one = made("services/a", "Lantern Desk", address="5 Mill St", city="Wick", kind="food")
    other = made("services/b", "Lantern Desk", address="5 Mill Street", city="Ember Creek", kind="legal")
    [pair] = look_alikes([one, other])

    assert reasons(pair) == (
        "Same street address “5 Mill St”, in two towns: “Wick” and “Ember Creek”. Same name. But the kinds differ."
    )


def test_records_of_two_resources_are_never_one() -> None:
    """An organization and its service rightly share a name and a number."""
    sides = [made(f"{resource}/maple", "Maple House", phones=["614-555-0101"]) for resource in ("services", "housing")]

    assert look_alikes(sides) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 Oak Street", "12 Oak St., Suite 5"),
        ("100 North Main Street", "100 N. Main St"),
        ("12501-12503 Willow Road", "12501 Willow Rd SE"),
        ("21795-F N. Lark Drive", "21795 North Lark Dr, Springfield"),
        ("1719 - 24th Street", "1719 24th St"),
        ("9 St. Paul Ave", "9 Saint Paul Avenue"),
    ],
)
def test_a_door_is_known_however_it_is_written(one: str, other: str) -> None:
    doors = street_of(one), street_of(other)

    assert doors[0] is not None
    assert doors[1] is not None
    assert doors[0].is_same(doors[1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 Oak Street", "14 Oak Street"),
        ("12 Oak Street", "12 Oak Avenue"),
        ("12 N Main St", "12 S Main St"),
        ("12 Oak Street", "12 Ash Street"),
    ],
)
def test_two_doors_are_two(one: str, other: str) -> None:
    doors = street_of(one), street_of(other)

    assert doors[0] is not None
    assert doors[1] is not None
    assert not doors[0].is_same(doors[1])


@pytest.mark.parametrize("address", ["P.O. Box 24258", "Call for location", "", "Oak Street"])
def test_what_names_no_door_is_no_street(address: str) -> None:
    assert street_of(address) is None


def many(count: int) -> list[Side]:
    """Records as a state has them: words that repeat, one number for forty offices, names that all begin alike."""
    words = ("Maple", "Oak", "Casa", "Lantern", "River", "Steady", "Hope", "Bridge", "Harbor", "Porch")
    return [
        made(
            f"services/r{n}",
            f"{words[n % 10]} {words[n // 10 % 10]} {words[n // 100 % 10]} House {n // 1000}",
            phones=[f"614-555-{n // 40:04}"],
            address=f"{n % 997} {words[n % 7]} Street",
            city=words[n % 10],
        )
        for n in range(count)
    ]


def test_twice_as_many_records_are_about_twice_as_many_pairs() -> None:
    """Each key brings at most a few records together, so that nothing grows with the square."""
    small, large = len(candidates(many(2_500))), len(candidates(many(10_000)))

    assert small > 0
    assert large <= 10_000 * AT_MOST * 10
    assert large <= small * 4 * 2
