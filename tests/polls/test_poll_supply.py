# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a hub holds for an item is found by queries that mean something."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from porchlight.checking.run import check_hub
from porchlight.model.hub import Hub, Settings
from porchlight.model.questionnaire import Item, Query
from porchlight.model.record import Record, Value
from porchlight.polls.supply import held_for
from porchlight.reading.hub import read_hub
from tests.checking.hubs import small_hub
from tests.conftest import ROOT
from tests.views.fakes import PACKAGE

TODAY = date(2026, 11, 24)


def hub(*records: Record) -> Hub:
    held: dict[str, tuple[Record, ...]] = {}
    for record in records:
        held[record.resource] = (*held.get(record.resource, ()), record)
    return Hub(Settings("Test hub", {}), PACKAGE, held)


def training(record_id: str, **values: Value) -> Record:
    return Record("trainings", record_id, values)


ITEM = Item("peers", {"en": "Peers"}, (Query("trainings", {"kind": ("peer",), "delivery": ("online", "both")}),))


def test_a_record_that_a_query_finds_and_that_names_the_item_counts_once() -> None:
    both = training("school", kind="peer", delivery="online", items=("peers",))
    assert held_for(hub(both), ITEM) == (both,)


def test_a_record_must_hold_one_code_in_each_field() -> None:
    fits, other_way = training("a", kind="peer", delivery="both"), training("b", kind="peer", delivery="in_person")
    assert held_for(hub(fits, other_way, training("c", delivery="online")), ITEM) == (fits,)


def test_a_record_that_only_names_the_item_counts() -> None:
    named = Record("materials", "guide", {"items": ("peers", "jobs")})
    assert held_for(hub(named, training("d", kind="crisis")), ITEM) == (named,)


def test_each_of_the_twenty_items_is_tied_to_the_hub_and_finds_something() -> None:
    shipped = read_hub(ROOT).hub
    items = [item for poll in shipped.questionnaires for item in poll.items()]
    assert len(items) == 20
    assert [item.id for item in items if not item.supply or not held_for(shipped, item)] == []


def test_only_what_a_person_can_use_is_counted_as_supply() -> None:
    shipped = read_hub(ROOT).hub
    held = {item.id: held_for(shipped, item) for poll in shipped.questionnaires for item in poll.items()}
    kinds = {kind for record in held["programs_housing"] for kind in record.codes("kind")}
    assert {record.resource for record in held["programs_housing"]} == {"housing"}
    assert kinds.isdisjoint({"model", "certifier"})
    assert [record.id for records in held.values() for record in records if record.resource == "facts"] == []
    assert [record.id for record in held["programs_employer_partners"] if "US" not in record.codes("serves")] == []
    assert "score-mentors" not in {record.id for record in held["volunteering_skills"]}
    assert {kind for record in held["volunteering_recruitment"] for kind in record.codes("kind")}.isdisjoint({"skills"})


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("{from: housng}", "There is no such resource to look for. It says “housng”."),
        ("{from: trainings, where: {knd: [peer]}}", "There is no such field with codes to look for. It says “knd”."),
        ("{from: trainings, where: {kind: [peers]}}", "It says “peers”.  Did you mean “peer”?"),
        ("{from: trainings, where: {name: [peer]}}", "There is no such field with codes to look for. It says “name”."),
    ],
)
def test_a_query_that_no_longer_means_anything_stops_the_build(query: str, words: str, tmp_path: Path) -> None:
    poll = small_hub(tmp_path) / "data" / "polls" / "needs.yaml"
    poll.write_text(poll.read_text("utf-8").replace("{from: trainings, where: {kind: [peer]}}", query), "utf-8")
    told = [str(problem) for problem in check_hub(tmp_path, TODAY).stopping]
    assert len(told) == 1
    assert words in told[0]
