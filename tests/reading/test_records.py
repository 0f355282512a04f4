# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sound records: typed values, nested rows, places; and nothing in them that nobody may see."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pytest

from porchlight.model.record import Record
from porchlight.problems import Place
from porchlight.reading import hub
from porchlight.reading.hub import Reading, read_hub
from tests.checking.hubs import HUBS, minimal_hub, with_file

OAK = "data/housing/oak-house.yaml"


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return read_hub(minimal_hub(tmp_path_factory.mktemp("minimal")))


def record(reading: Reading, resource: str, record_id: str) -> Record:
    return next(each for each in reading.hub.records[resource] if each.id == record_id)


def test_values_have_the_types_of_their_schema(reading: Reading) -> None:
    maple, place = record(reading, "housing", "maple-house"), record(reading, "materials", "example-guide")

    assert maple.values["beds"] == 12
    assert maple.values["beds_free_on"] == date(2026, 11, 20)
    assert maple.values["populations"] == ("men", "coming_home")
    assert maple.values["hours"] == "Every day, 9:00 to 17:00"
    assert place.values["year"] == 2026


def test_nested_rows_keep_their_order_and_a_keyed_part_fills_its_key(reading: Reading) -> None:
    maple = record(reading, "housing", "maple-house")

    assert [row["number"] for row in maple.rows("phones")] == ["1-614-555-0101", "614-555-0102"]
    assert [(row["question"], row["answer"]) for row in maple.rows("answers")] == [
        ("conviction", "case_by_case"),
        ("registry", "no"),
        ("moud", "yes"),
        ("no_id", "unknown"),
    ]
    assert maple.rows("checks")[0]["as_of"] == date(2026, 11, 2)


def test_records_are_sorted_by_id_and_know_where_they_begin(reading: Reading) -> None:
    assert [each.id for each in reading.hub.records["housing"]] == ["maple-house", "oak-house"]
    assert record(reading, "housing", "oak-house").place == Place(OAK, 5, 1)


def test_the_place_of_a_value_is_found_again_in_the_same_bytes(reading: Reading) -> None:
    maple = record(reading, "housing", "maple-house")
    lines = (HUBS / "minimal/data/housing/maple-house.yaml").read_text(encoding="utf-8").splitlines()

    number = reading.place_of(maple, "phones", 1, "number")
    answer = reading.place_of(maple, "answers", "registry", "answer")

    assert lines[number.line - 1][number.column - 1 :].startswith("614-555-0102")
    assert lines[answer.line - 1][answer.column - 1 :].startswith('"no"')
    assert reading.place_of(maple, "nothing") == maple.place


def test_a_confidential_address_and_private_fields_are_in_no_record(reading: Reading) -> None:
    told = str([asdict(each) for each in reading.hub.all_records()])

    assert "Secret" not in told
    assert "02134" not in told
    assert "39.5" not in told
    assert "Nobody outside may read this" not in told


def test_an_address_is_shown_only_where_it_says_full(reading: Reading) -> None:
    assert record(reading, "housing", "oak-house").values["address"] == "1 Open Street"


def test_where_nothing_may_be_shown_the_city_is_not_in_the_record_either(reading: Reading) -> None:
    assert "city" not in record(reading, "locations", "example-place").values
    assert record(reading, "housing", "maple-house").values["city"] == "Springfield"


@pytest.mark.parametrize(
    "visibility", ["", "city", "none", "Full", "full ", "'full '", "yes", "~", "[full]", "{full: yes}"]
)
def test_nothing_but_the_exact_word_full_shows_an_address(visibility: str, tmp_path: Path) -> None:
    oak = (HUBS / "minimal" / OAK).read_text(encoding="utf-8")
    changed = oak.replace("address_visibility: full", f"address_visibility: {visibility}")

    read = read_hub(with_file(tmp_path, OAK, changed))

    shown = [each.values.get("address") for each in read.hub.records["housing"] if each.id == "oak-house"]
    assert visibility.strip() == "full" or shown in ([], [None])


def test_a_file_may_hold_a_list_of_records(tmp_path: Path) -> None:
    one = "id: {}\n  name: Elm (made up)\n  summary: A made-up tool of two.\n  kind: finder\n"
    source = "  sources: [{url: 'https://www.example.org', kind: own, read_on: 2026-11-23}]\n"
    text = "".join(f"- {one.format(each)}{source}" for each in ("elm-two", "elm-one"))

    tools = read_hub(with_file(tmp_path, "data/tools/elms.yaml", text)).hub.records["tools"]

    assert [(each.id, each.place.line) for each in tools] == [("elm-one", 6), ("elm-two", 1)]


def test_a_record_with_a_problem_is_not_in_the_hub(tmp_path: Path) -> None:
    oak = (HUBS / "minimal" / OAK).read_text(encoding="utf-8")

    read = read_hub(with_file(tmp_path, OAK, oak.replace("city: Springfield", "city: &x Springfield")))

    assert [each.id for each in read.hub.records["housing"]] == ["maple-house"]
    assert "housing/oak-house" in read.unsound


def test_the_place_of_a_day_is_known_without_reading_its_file_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """And it is the place that one finds by reading it again."""
    reading = read_hub(HUBS / "full")
    of_days = [
        (record, field.name)
        for schema in reading.hub.package.schemas
        for record in reading.hub.records[schema.resource]
        for field in schema.fields
        if field.type == "date" and field.name in record.values
    ]
    looked_up = [replace(reading, days={}).place_of(record, name) for record, name in of_days]
    monkeypatch.setattr(hub, "read_node", None)
    assert [reading.place_of(record, name) for record, name in of_days] == looked_up
    assert len(looked_up) > 5
