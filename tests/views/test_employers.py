# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What to know before asking an employer: limits, shifts, the bus, a way without a computer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from porchlight.model.record import Record
from porchlight.views.cards import card
from porchlight.views.details import details
from tests.views.fakes import PACKAGE, edition

EMPLOYERS = PACKAGE.schema_of("employers")
BAKERY = Record(
    "employers",
    "bakery",
    {
        "name": "Bakery",
        "summary": "Bakes bread.",
        "limits": "No driving jobs with a recent DUI.",
        "limits_why": ("insurer", "law"),
        "shifts": ("night", "weekend"),
        "bus": "Bus 3.",
        "offline": "Ask for a paper form.",
    },
)
TOLD = {
    "Limits, and why": ["No driving jobs with a recent DUI.", "Their insurer asks for it, The law asks for it"],
    "Shifts": ["Night, Weekend"],
    "Bus line": ["Bus 3."],
    "How to apply without a computer": ["Ask for a paper form."],
}


def test_the_page_tells_it_before_the_number() -> None:
    """A limit and who sets it share a heading."""
    decides, _ = details(edition(BAKERY), EMPLOYERS, BAKERY)
    assert {detail.title: [text.value for text in detail.texts] for detail in decides} == TOLD


def test_the_card_tells_it_too() -> None:
    lines = card(edition(BAKERY), EMPLOYERS, BAKERY, "employers/").lines
    assert [line.text.value for line in lines] == [text for texts in TOLD.values() for text in texts]


@pytest.mark.parametrize("role", ["limits", "limits_why", "shifts", "bus", "offline"])
def test_what_nobody_said_leaves_no_empty_line(role: str) -> None:
    without = replace(BAKERY, values={name: value for name, value in BAKERY.values.items() if name != role})
    lines = card(edition(without), EMPLOYERS, without, "employers/").lines
    assert len(lines) == 4
    assert all(line.text.value for line in lines)
