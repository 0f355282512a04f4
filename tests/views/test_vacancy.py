# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A free bed is told for a week: after that the published hub does not hold it, so no output can."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from porchlight.model.record import Value
from tests.views.fakes import edition, record

ASKED = date(2026, 11, 20)


def published(values: dict[str, Value], day: date) -> set[str]:
    (home,) = edition(record("maple", values)).hub.shown_on(day).records["housing"]
    return {"beds_free", "beds_free_on"} & set(home.values)


@pytest.mark.parametrize("free", [0, 3])
def test_free_beds_are_published_for_a_week_and_then_gone(free: int) -> None:
    beds: dict[str, Value] = {"beds_free": free, "beds_free_on": ASKED}
    assert published(beds, ASKED) == {"beds_free", "beds_free_on"}
    assert published(beds, ASKED + timedelta(days=7)) == {"beds_free", "beds_free_on"}
    assert published(beds, ASKED + timedelta(days=8)) == set()


def test_free_beds_without_a_day_are_never_published() -> None:
    assert published({"beds_free": 3}, ASKED) == set()


def test_what_has_no_beds_is_published_as_it_is() -> None:
    hub = edition(record("maple")).hub
    assert hub.shown_on(ASKED).records["housing"] == hub.records["housing"]
