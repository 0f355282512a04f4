# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The same findings told to people, to programs, to GitHub and to code scanning."""

from __future__ import annotations

import json
from typing import Any

from porchlight.checking.codes import CODES
from porchlight.checking.report import report
from porchlight.checking.run import Checked
from porchlight.model.hub import Hub, Settings
from porchlight.model.record import Record
from porchlight.model.schema import Package
from porchlight.problems import Place, Problem

BARE = Problem(
    Place("data/housing/maple-house.yaml", 9, 12),
    "answer-bare",
    "“registry: yes” needs a date and a source.",
    hint="Write:",
    paste="registry: {answer: yes, as_of: 2026-11-02, how: phone}",
)
OLD = Problem(Place("data/facts/a,b:c.yaml", 2, 1), "stale", "100% old.", weight="care")


def checked_with(*problems: Problem) -> Checked:
    """A small hub with these problems in it."""
    records = {"housing": (Record("housing", "maple-house", {}),), "tools": ()}
    care = tuple(problem for problem in problems if problem.weight == "care")
    return Checked(Hub(Settings("Example", {}), Package("", "", (), {}, {}), records), problems, care)


def test_a_sound_hub_is_told_with_its_counts() -> None:
    assert report(checked_with(), "text") == "1 housing: 0 problems, 0 to look at again."


def test_people_read_place_sentence_and_the_line_to_paste() -> None:
    assert report(checked_with(BARE), "text") == (
        "data/housing/maple-house.yaml:9:12  “registry: yes” needs a date and a source.  Write:\n"
        "    registry: {answer: yes, as_of: 2026-11-02, how: phone}\n"
        "\n"
        "1 housing: 1 problem, 0 to look at again."
    )


def test_what_waits_for_care_is_counted_and_the_three_longest_are_named() -> None:
    told = report(checked_with(*[OLD] * 4), "text").splitlines()
    line = "    data/facts/a,b:c.yaml:2:1  100% old."

    assert told == ["1 housing: 0 problems, 4 to look at again, longest first:", line, line, line]


def test_each_pair_that_looks_alike_is_named_however_much_has_grown_old() -> None:
    """Who has just brought it in reads here or nowhere that it stands twice."""
    twins = [Problem(Place("data/housing/a.yaml", n, 1), "looks-alike", "Same.", weight="care") for n in range(1, 6)]
    told = report(checked_with(*[OLD] * 4, *twins), "text").splitlines()
    assert told[4:] == [f"    data/housing/a.yaml:{n}:1  Same." for n in range(1, 6)]
    assert len(told) == 9


def test_programs_read_json_with_every_part_of_a_problem() -> None:
    told = json.loads(report(checked_with(BARE, OLD), "json"))

    assert told["records"] == {"housing": 1, "tools": 0}
    assert [problem["weight"] for problem in told["problems"]] == ["problem", "care"]
    assert told["problems"][0] == {
        "file": "data/housing/maple-house.yaml",
        "line": 9,
        "column": 12,
        "code": "answer-bare",
        "weight": "problem",
        "message": "“registry: yes” needs a date and a source.",
        "says": "",
        "hint": "Write:",
        "paste": "registry: {answer: yes, as_of: 2026-11-02, how: phone}",
    }


def test_github_reads_one_command_a_line_with_its_signs_escaped() -> None:
    told = report(checked_with(BARE, OLD), "github").splitlines()

    assert told[:2] == [
        "::error file=data/housing/maple-house.yaml,line=9,col=12,title=answer-bare::"
        "“registry: yes” needs a date and a source.  Write:%0A"
        "    registry: {answer: yes, as_of: 2026-11-02, how: phone}",
        "::notice file=data/facts/a%2Cb%3Ac.yaml,line=2,col=1,title=stale::100%25 old.",
    ]


def test_code_scanning_reads_sarif_with_a_rule_for_every_result() -> None:
    told: dict[str, Any] = json.loads(report(checked_with(BARE, OLD), "sarif"))

    run = told["runs"][0]
    assert told["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(CODES)
    assert [(result["ruleId"], result["level"]) for result in run["results"]] == [
        ("answer-bare", "error"),
        ("stale", "note"),
    ]
    assert run["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "data/housing/maple-house.yaml"},
        "region": {"startLine": 9, "startColumn": 12},
    }


def test_gitlab_reads_a_finding_with_its_line_and_a_mark_of_its_own() -> None:
    told: list[dict[str, Any]] = json.loads(report(checked_with(BARE, OLD), "gitlab"))
    assert [each["severity"] for each in told] == ["major", "info"]
    assert told[0]["location"] == {"path": "data/housing/maple-house.yaml", "lines": {"begin": 9}}
    assert told[0]["description"] == BARE.sentence()
    assert len({each["fingerprint"] for each in told}) == 2
