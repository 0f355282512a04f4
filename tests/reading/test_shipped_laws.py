# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Rules of states that ship: each says beside the rule which jobs it leaves out, in both languages."""

from __future__ import annotations

import re

import pytest

from porchlight.model.record import Record
from porchlight.reading.hub import read_hub
from tests.conftest import ROOT

STATES = ("ca", "co", "dc", "hi", "ma", "vt")
_LEFT_OUT = {"en": re.compile(r"[Oo]utside|law closes a job"), "es": re.compile(r"[Qq]uedan? fuera|ley cierra")}


@pytest.fixture(scope="module")
def laws() -> dict[str, Record]:
    facts = read_hub(ROOT).hub.records["facts"]
    return {fact.id: fact for fact in facts}


@pytest.mark.parametrize("state", STATES)
def test_a_rule_about_hiring_says_which_jobs_it_leaves_out(laws: dict[str, Record], state: str) -> None:
    law = laws[f"law-hiring-{state}"]
    spanish = next(row for row in law.rows("translations") if row["language"] == "es")
    assert _LEFT_OUT["en"].search(law.text("caveat"))
    assert _LEFT_OUT["es"].search(str(spanish["caveat"]))
