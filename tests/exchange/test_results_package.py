# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Results leave as a table that any program reads, and that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from frictionless import Package, system

from porchlight.exchange.results_package import results_files
from porchlight.model.hub import Hub
from porchlight.model.questionnaire import Option
from tests.views.results import NOT_TOLD, SHARES, SMALL, hub_with_results

TABLE = "poll/needs/results/results.csv"
PACKAGE = "poll/needs/results/datapackage.json"


def lines(hub: Hub) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(results_files(hub)[TABLE].decode())))


@pytest.fixture(scope="module")
def table() -> list[dict[str, str]]:
    return lines(hub_with_results())


def test_frictionless_finds_the_package_sound(tmp_path: Path) -> None:
    for path, content in results_files(hub_with_results()).items():
        (tmp_path / Path(path).name).write_bytes(content)
    with system.use_context(trusted=True):
        report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])
    assert report.stats["tasks"] == 1


def test_the_table_has_the_columns_of_the_package(table: list[dict[str, str]]) -> None:
    fields = json.loads(results_files(hub_with_results())[PACKAGE])["resources"][0]["schema"]["fields"]
    assert list(table[0]) == [field["name"] for field in fields]


def test_counts_are_told_as_they_were_released(table: list[dict[str, str]]) -> None:
    found = [
        (line["code"], line["label"], line["count"], line["percent"])
        for line in table
        if (line["wave"], line["release"], line["item"]) == ("winter", "2", "training_peer_mentor")
    ]
    assert found == [
        ("1", "Strongly disagree", "3", "1"),
        ("2", "Disagree", "11", "5"),
        ("3", "Neutral", "6", "3"),
        ("4", "Agree", "62", "30"),
        ("5", "Strongly agree", "123", "60"),
    ]


def test_percentages_bring_no_counts(table: list[dict[str, str]]) -> None:
    found = [line for line in table if (line["release"], line["item"], line["wave"]) == ("2", SHARES, "winter")]
    assert [(line["code"], line["count"], line["percent"]) for line in found] == [
        ("disagree", "", "10"),
        ("neutral", "", "18"),
        ("agree", "", "73"),
    ]


def test_a_small_group_brings_no_share_of_a_hundred(table: list[dict[str, str]]) -> None:
    found = [line for line in table if (line["release"], line["item"], line["wave"]) == ("2", SMALL, "winter")]
    assert [(line["code"], line["people"], line["count"], line["percent"]) for line in found] == [
        ("disagree", "23", "3", ""),
        ("neutral", "23", "3", ""),
        ("agree", "23", "17", ""),
    ]
    assert {bool(line["percent"]) for line in table if line["count"] and int(line["people"]) >= 30} == {True}


def test_what_is_hidden_says_so_and_holds_no_number(table: list[dict[str, str]]) -> None:
    hidden = [line for line in table if line["hidden"] == "true"]
    groups = {("programs_housing", "paper"), ("programs_housing", "web")}
    assert {(line["item"], line["group"]) for line in hidden} == {(NOT_TOLD, ""), *groups}
    assert {line["count"] + line["percent"] for line in hidden} == {""}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_run_as_a_formula(start: str) -> None:
    hub = hub_with_results()
    poll = hub.questionnaires[0]
    evil = replace(poll.blocks[0].items[0], label={"en": f"{start}1+1", "es": "x"})
    block = replace(poll.blocks[0], items=(evil, *poll.blocks[0].items[1:]))
    poisoned = replace(hub, questionnaires=(replace(poll, blocks=(block, *poll.blocks[1:])),))
    assert f"'{start}1+1" in {line["item_en"] for line in lines(poisoned)}


def test_codes_that_are_named_like_sides_lose_nobody() -> None:
    hub, codes = hub_with_results(), ("sd", "disagree", "neutral", "agree", "sa")
    poll = replace(hub.questionnaires[0], options=tuple(Option(code, {"en": code.upper()}) for code in codes))
    release = hub.releases[-1]
    renamed = [
        replace(each, counts=dict(zip(codes, each.counts.values(), strict=True))) for each in release.figures[:3]
    ]
    found = lines(replace(hub, questionnaires=(poll,), releases=(replace(release, figures=tuple(renamed)),)))
    assert [line["code"] for line in found if line["item"] == "training_peer_mentor"] == list(codes)
    assert sum(int(line["count"]) for line in found if line["item"] == "training_peer_mentor") == 205


def test_the_package_names_the_codes_of_every_version() -> None:
    hub = hub_with_results()
    former = replace(hub.former[0], options=(*hub.former[0].options, Option("9", {"en": "Not sure"})))
    package = json.loads(results_files(replace(hub, former=(former,)))[PACKAGE])
    [code] = [each for each in package["resources"][0]["schema"]["fields"] if each["name"] == "code"]
    assert code["constraints"]["enum"] == ["1", "2", "3", "4", "5", "9", "disagree", "neutral", "agree"]


def test_the_words_stand_in_each_language_of_the_poll() -> None:
    hub = hub_with_results()
    poll = hub.questionnaires[0]
    first = replace(poll.blocks[0].items[0], label={"en": "Peers", "so": "Asaag"})
    block = replace(poll.blocks[0], items=(first, *poll.blocks[0].items[1:]))
    somali = replace(poll, languages=("en", "so"), blocks=(block, *poll.blocks[1:]))
    [line, *_] = [each for each in lines(replace(hub, questionnaires=(somali,), former=())) if each["wave"] == "winter"]
    assert [name for name in line if name.startswith("item_")] == ["item_en", "item_so"]
    assert line["item_so"] == "Asaag"


def test_a_poll_without_a_release_has_no_files() -> None:
    assert results_files(replace(hub_with_results(), releases=())) == {}
