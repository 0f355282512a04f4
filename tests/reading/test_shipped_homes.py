# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who certifies homes in a state, as it ships: one record for each state, none of them a bed, in both languages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from porchlight.model.record import Record
from porchlight.model.shelf_life import DAYS
from porchlight.reading.hub import read_hub
from tests.conftest import ROOT

STATES = (
    *("AR", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "HI", "IA", "ID", "IL", "IN", "KS", "KY", "LA", "MA"),
    *("MD", "ME", "MI", "MN", "MO", "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR"),
    *("PA", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VT", "WA", "WI", "WV"),
)
READ_ON = date(2026, 11, 24)


@pytest.fixture(scope="module")
def homes() -> dict[str, Record]:
    found: dict[str, Record] = {}
    for record in read_hub(ROOT).hub.records["housing"]:
        if record.text("kind") not in {"certifier", "way_in"}:
            continue
        for state in record.codes("serves"):
            if state != "US":
                assert found.setdefault(state.removeprefix("US-"), record) is record, f"two records for {state}"
    return found


def spanish(home: Record) -> dict[str, str]:
    row = next(row for row in home.rows("translations") if row["language"] == "es")
    return {name: str(row[name]) for name in ("name", "summary", "how_to", "caveat")}


def test_each_state_that_we_have_facts_of_has_one_record(homes: dict[str, Record]) -> None:
    assert set(homes) == set(STATES)


@pytest.mark.parametrize("state", STATES)
def test_who_certifies_homes_is_never_told_as_a_bed(homes: dict[str, Record], state: str) -> None:
    """No beds, no address, no answer to “will they take me”, no supply for the poll; and where to ask tonight."""
    home = homes[state]
    assert {"beds", "beds_free", "narr_level", "address", "city", "items"}.isdisjoint(home.values)
    assert home.rows("answers") == ()
    assert home.text("how_to").endswith("For a bed tonight, call 211.")
    assert spanish(home)["how_to"].endswith("Para una cama esta noche, llame al 211.")


@pytest.mark.parametrize("state", STATES)
def test_where_we_know_nobody_who_certifies_we_say_so(homes: dict[str, Record], state: str) -> None:
    home = homes[state]
    none = home.text("kind") == "way_in"
    assert ("found no group that certifies" in home.text("summary")) == none
    assert (
        "o encontramos un grupo que certifi" in spanish(home)["summary"]
        or "o encontramos un grupo que las certifi" in spanish(home)["summary"]
    ) == none


@pytest.mark.parametrize("state", STATES)
def test_what_law_decides_is_looked_at_again_within_its_shelf_life(homes: dict[str, Record], state: str) -> None:
    until = homes[state].values.get("review_by", READ_ON)
    assert isinstance(until, date)
    assert until <= READ_ON + timedelta(days=DAYS["law"])
    assert any(row["read_on"] == READ_ON for row in homes[state].rows("sources"))


def test_no_number_is_told_as_dialed(homes: dict[str, Record]) -> None:
    assert {row["check"] for home in homes.values() for row in home.rows("phones")} == {"not_dialed"}
