# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Short addresses that are on paper already keep leading where they led, whatever is renamed."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.checking.run import check_hub
from porchlight.model.short_codes import code_of
from tests.checking.hubs import TODAY, small_hub

ONE, OTHER = "house-9687", "house-12947"
"""Two ids whose codes are the same."""

HOUSE = """\
id: {id}
name: {id}
summary: A made-up home for a test.
kind: transitional
sources:
  - {{url: "https://www.example.org/about", kind: own, read_on: 2026-11-23}}
{more}
"""


def told(folder: Path, **houses: str) -> list[tuple[str, str]]:
    """The codes of the problems of a hub with these houses, each with its file."""
    small_hub(folder)
    for name, more in houses.items():
        house = name.replace("_", "-")
        text = HOUSE.format(id=house, more=more)
        (folder / "data" / "housing" / f"{house}.yaml").write_text(text, encoding="utf-8")
    return [(problem.code, problem.place.file.rpartition("/")[2]) for problem in check_hub(folder, TODAY).problems]


def test_the_two_ids_have_one_code() -> None:
    assert code_of(f"housing/{ONE}") == code_of(f"housing/{OTHER}")


def test_the_pasted_line_mends_it(tmp_path: Path) -> None:
    assert told(tmp_path, house_9687=f"short_code: {code_of(f'housing/{ONE} 2')}", house_12947="") == []


def test_a_code_on_paper_stays_with_the_record_that_was_renamed(tmp_path: Path) -> None:
    """The newcomer gives way, although it has the code by its own right and comes first."""
    problems = told(tmp_path, house_12947="", zinnia_house=f"formerly: [{ONE}]")
    assert problems == [("short-code-taken", f"{OTHER}.yaml")]


def test_a_record_with_a_code_of_its_own_claims_none_for_its_former_ids(tmp_path: Path) -> None:
    mine = code_of("housing/zinnia-house 2")
    assert told(tmp_path, house_12947="", zinnia_house=f"formerly: [{ONE}]\nshort_code: {mine}") == []


def test_one_former_id_belongs_to_one_record(tmp_path: Path) -> None:
    problems = told(tmp_path, ash_house="formerly: [old-house]", birch_house="formerly: [old-house]")
    assert problems == [("former-id-taken", "birch-house.yaml")]


@pytest.mark.parametrize("former", ["../../etc", "Old House", "/", "a\\b", "<b>", "x" * 81, "by", "page-2", "ask"])
def test_a_former_id_that_can_be_no_page_of_its_own_is_told(tmp_path: Path, former: str) -> None:
    problems = told(tmp_path, ash_house=f"formerly: ['{former}']")
    assert [file for _, file in problems] == ["ash-house.yaml"]
    assert {code for code, _ in problems} <= {"form", "former-id-taken"}


def test_the_address_of_another_record_can_not_be_taken_over(tmp_path: Path) -> None:
    gone = code_of("housing/sunrise-house")
    assert told(tmp_path, ash_house=f"short_code: {gone}") == [("short-code-foreign", "ash-house.yaml")]
