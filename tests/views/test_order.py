# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""In which order a list tells its records."""

from __future__ import annotations

import pytest

from porchlight.model.record import Record
from porchlight.views.order import in_order
from tests.views.fakes import PHONE, record


def ids(records: list[Record]) -> list[str]:
    return [each.id for each in records]


@pytest.mark.parametrize("status", ["closed", "ended", "moved", "paused"])
def test_what_is_not_open_comes_last_even_where_it_is_shown_early(status: str) -> None:
    shut = record("a", {"status": status, "first": 1}, phones=(PHONE,))
    assert ids(in_order([shut, record("b", {"status": "open"}), record("c")])) == ["b", "c", "a"]


def test_what_the_hub_wants_shown_early_comes_before_numbers_and_names() -> None:
    records = [record("a", phones=(PHONE,)), record("y", {"first": 2}), record("z", {"first": 1})]
    assert ids(in_order(records)) == ["z", "y", "a"]


def test_what_can_be_called_comes_before_what_cannot() -> None:
    assert ids(in_order([record("a"), record("b", phones=(PHONE,))])) == ["b", "a"]


def test_names_decide_at_last_and_capitals_do_not_count() -> None:
    named = [record("1", {"name": "birch"}), record("2", {"name": "Cedar"}), record("3", {"name": "Alder"})]
    assert ids(in_order(named)) == ["3", "1", "2"]
