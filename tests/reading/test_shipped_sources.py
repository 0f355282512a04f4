# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sources of the records that ship: each leads to what was read, or says that it does not."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from porchlight.reading.hub import read_hub
from tests.conftest import ROOT

SAID = ("elsewhere", "not_kept")
OWN = ("own", "copy")


def test_a_copy_leads_to_the_page_that_was_read_or_says_that_it_does_not() -> None:
    """A bare front page, which nobody read, is no source by itself."""
    hub = read_hub(ROOT).hub
    copies = [
        (record.key, row)
        for records in hub.records.values()
        for record in records
        for row in record.rows("sources")
        if row["kind"] == "copy"
    ]
    assert copies
    assert [
        (key, row["url"])
        for key, row in copies
        if not urlsplit(str(row["url"])).path.strip("/") and row.get("read_as") not in SAID
    ] == []


def test_the_pages_of_a_state_are_the_government_s() -> None:
    sources = [row for each in read_hub(ROOT).hub.records["trainings"] for row in each.rows("sources")]
    states = [row for row in sources if re.search(r"\.(gov|state\.[a-z]{2}\.us)$", urlsplit(str(row["url"])).netloc)]
    assert states
    assert [row["url"] for row in states if row["kind"] not in ("government", "own", "copy")] == []


def test_the_day_on_which_an_employer_said_so_is_that_of_a_page_of_its_own() -> None:
    """A magazine's day is not the day on which they said so."""
    said = [each for each in read_hub(ROOT).hub.records["employers"] if each.text("proof") == "says_so"]
    own = {each.key: [row.get("page_date") for row in each.rows("sources") if row["kind"] in OWN] for each in said}
    dated = [each for each in said if "proof_on" in each.values]
    assert dated
    assert [each.key for each in dated if each.values["proof_on"] not in own[each.key]] == []
