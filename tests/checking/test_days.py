# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Days that can't be, and laws that would never be looked at again."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.checking.run import check_hub
from porchlight.reading.exact import is_day, is_moment
from tests.checking.hubs import TODAY, with_file

SOURCES = "sources:\n  - {url: https://www.example.org/, read_on: 2026-11-20, kind: own}\n"

DONE = {
    "employers": "kind: 31-33\nproof: policy_published\njobs: [Packer]\nproof_on: {day}\n",
    "stories": (
        "kind: recovery\ntold_by: Nobody\ntext: This was made up.\nconsent_for: [site]\nconsent_until: 2030-11-01\n"
        "consent_on: {day}\n"
    ),
    "tools": (
        "kind: recovery_app\nprivacy: It keeps nothing.\nprivacy_source: https://www.example.org/\n"
        "privacy_read_on: {day}\n"
    ),
}


def told(folder: Path, resource: str, lines: str) -> list[tuple[str, str]]:
    """Code and value of each problem of a record with these lines."""
    record = f"id: elm\nname: Elm (made up)\nsummary: A made-up record.\n{lines}{SOURCES}"
    hub = with_file(folder, f"data/{resource}/elm.yaml", record)
    found = [each for each in check_hub(hub, TODAY).stopping if each.place.file.endswith("elm.yaml")]
    return [(each.code, each.says) for each in found]


@pytest.mark.parametrize("resource", DONE)
def test_nothing_was_shown_claimed_or_agreed_to_on_a_day_that_is_still_to_come(tmp_path: Path, resource: str) -> None:
    assert told(tmp_path / "now", resource, DONE[resource].format(day=TODAY)) == []
    later = DONE[resource].format(day="2029-01-01")
    assert told(tmp_path / "later", resource, later) == [("date-in-future", "2029-01-01")]


LAWS = ("law", "money", "change")


@pytest.mark.parametrize("kind", [*LAWS, "research", "figure"])
def test_a_law_that_nobody_would_read_again_is_refused_and_a_study_is_not(tmp_path: Path, kind: str) -> None:
    expected = [("review-missing", "")] if kind in LAWS else []
    assert told(tmp_path, "facts", f"kind: {kind}\n") == expected


@pytest.mark.parametrize("day", ["2027-03-20", "2027-03-21"])
def test_a_law_is_read_again_within_four_months_of_its_last_reading(tmp_path: Path, day: str) -> None:
    """It was read on November 20, 2026; 120 days later is March 20, 2027."""
    expected = [("review-too-late", day)] if day > "2027-03-20" else []
    assert told(tmp_path, "facts", f"kind: law\nreview_by: {day}\n") == expected


FAR = "9999-12-31"


@pytest.mark.parametrize(
    ("resource", "lines"),
    [
        ("employers", "kind: 31-33\nproof: policy_published\njobs: [Packer]\nproof_on: 9999-12-31\n"),
        ("facts", "kind: research\nreview_by: 9999-12-31\n"),
        ("notices", "kind: closure\nshown_until: 9999-12-31\n"),
    ],
)
def test_a_day_out_of_all_years_is_told_and_no_sum_runs_out_of_days(tmp_path: Path, resource: str, lines: str) -> None:
    assert ("day", FAR) in told(tmp_path, resource, lines)


@pytest.mark.parametrize("repeats", ["", "repeats: last_weekday\n"])
def test_an_event_out_of_all_years_is_told_by_its_start(tmp_path: Path, repeats: str) -> None:
    assert ("moment", FAR) in told(tmp_path, "events", f"kind: day\nstarts: {FAR}\n{repeats}")


@pytest.mark.parametrize(
    ("text", "is_told"),
    [("1899-12-31", False), ("1900-01-01", True), ("2100-12-31", True), ("2101-01-01", False), ("0001-01-01", False)],
)
def test_a_hub_can_speak_of_two_centuries(text: str, is_told: bool) -> None:
    assert (is_day(text), is_moment(text), is_moment(f"{text} 18:30")) == (is_told, is_told, is_told)


@pytest.mark.parametrize(
    ("starts", "ends", "is_told"),
    [
        ("2027-02-20", "2027-02-19", True),
        ("2027-02-20 18:30", "2027-02-20", False),
        ("2027-02-20 18:30", "2027-02-20 18:29", True),
    ],
)
def test_an_event_is_not_over_before_it_begins(tmp_path: Path, starts: str, ends: str, is_told: bool) -> None:
    lines = f"kind: day\nstarts: {starts}\nends: {ends}\ntime_zone: America/New_York\n"
    assert told(tmp_path, "events", lines) == ([("ends-before-start", ends)] if is_told else [])
