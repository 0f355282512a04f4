# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Rules of states that ship: one for each state, never more sure than its sources, in both languages."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from porchlight.model.record import Record
from porchlight.model.shelf_life import DAYS
from porchlight.reading.hub import read_hub
from tests.conftest import ROOT

STATES = (
    *("al", "ak", "az", "ar", "ca", "co", "ct", "dc", "de", "fl", "ga", "hi", "ia", "id", "il", "in", "ks", "ky"),
    *("la", "ma", "md", "me", "mi", "mn", "mo", "ms", "mt", "nc", "nd", "ne", "nh", "nj", "nm", "nv", "ny", "oh"),
    *("ok", "or", "pa", "pr", "ri", "sc", "sd", "tn", "tx", "ut", "va", "vt", "wa", "wi", "wv", "wy"),
)
FOUND_NONE = ("ak", "al", "ar", "fl", "ia", "id", "ms", "mt", "sc", "sd", "tx", "wv", "wy")
ORDERED = ("az", "ga", "in", "ks", "ky", "mi", "mo", "nc", "ok")
READ_UP_TO = date(2026, 11, 30)

_LEFT_OUT = {"en": re.compile(r"[Oo]utside|law closes a job"), "es": re.compile(r"[Qq]uedan? fuera|ley cierra")}
_DENIED = re.compile(
    r"(there is|has) no (statewide |state |such )?(law|rule)|no (hay|existe|tiene) (una )?(ley|regla)", re.IGNORECASE
)


@pytest.fixture(scope="module")
def laws() -> dict[str, Record]:
    facts = read_hub(ROOT).hub.records["facts"]
    return {fact.id.removeprefix("law-hiring-"): fact for fact in facts if fact.id.startswith("law-hiring-")}


def spanish(law: Record) -> dict[str, str]:
    row = next(row for row in law.rows("translations") if row["language"] == "es")
    return {name: str(row[name]) for name in ("name", "summary", "caveat")}


def test_each_state_the_capital_and_puerto_rico_have_a_rule_or_say_that_we_found_none(laws: dict[str, Record]) -> None:
    assert len(STATES) == 52
    assert set(laws) == set(STATES)
    assert {law.codes("serves") for law in laws.values()} == {(f"US-{state.upper()}",) for state in STATES}


@pytest.mark.parametrize("state", sorted(set(STATES) - set(FOUND_NONE) - {"nh"}))
def test_a_rule_about_hiring_says_which_jobs_it_leaves_out(laws: dict[str, Record], state: str) -> None:
    """Or that this was not in what we read; of the rule that we are re-checking nothing is told."""
    assert _LEFT_OUT["en"].search(laws[state].text("caveat"))
    assert _LEFT_OUT["es"].search(spanish(laws[state])["caveat"])


@pytest.mark.parametrize("state", FOUND_NONE)
def test_where_we_found_no_rule_we_say_so_and_never_that_there_is_none(laws: dict[str, Record], state: str) -> None:
    law = laws[state]
    assert law.text("summary").startswith("We found no ")
    assert law.text("caveat").startswith("That we found none does not mean that there is none.")
    assert spanish(law)["summary"].startswith("No encontramos ")
    assert spanish(law)["caveat"].startswith("Que no la hayamos encontrado no quiere decir que no exista.")


@pytest.mark.parametrize("state", STATES)
def test_no_summary_says_that_a_state_has_no_law(laws: dict[str, Record], state: str) -> None:
    for said in (laws[state].text("summary"), spanish(laws[state])["summary"]):
        assert not _DENIED.search(said)


@pytest.mark.parametrize("state", ORDERED)
def test_what_a_governor_ordered_is_told_as_past_and_may_have_ended(laws: dict[str, Record], state: str) -> None:
    law = laws[state]
    assert "ordered" in law.text("summary")
    assert "Ask if it still stands." in law.text("caveat")
    assert "Pregunte si sigue en pie." in spanish(law)["caveat"]


def test_the_rule_that_may_be_repealed_is_told_as_a_question(laws: dict[str, Record]) -> None:
    assert laws["nh"].text("summary").startswith("We are re-checking ")
    assert spanish(laws["nh"])["summary"].startswith("Estamos volviendo a revisar ")


@pytest.mark.parametrize("state", STATES)
def test_each_rule_is_looked_at_again_within_its_shelf_life(laws: dict[str, Record], state: str) -> None:
    law = laws[state]
    until = law.values["review_by"]
    assert isinstance(until, date)
    assert until <= READ_UP_TO + timedelta(days=DAYS["law"])
    assert all(isinstance(row["read_on"], date) for row in law.rows("sources"))
