# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""In which order a list tells its records."""

from __future__ import annotations

import pytest

from porchlight.model.record import Record
from porchlight.views.order import in_order, leading, wide
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


def test_help_for_the_whole_country_comes_before_the_like_of_many_states() -> None:
    """A reader of one state would see the numbers of all the others first."""
    states = [record(code, {"serves": (f"US-{code}",)}, phones=(PHONE,)) for code in ("AL", "AK", "AZ", "AR")]
    country = record("z", {"serves": ("US",)})
    assert ids(in_order([*states, country]))[0] == "z"
    assert wide([*states, country]) == [country]
    assert leading([country, *states], 3) == [country]
    assert leading(states, 3) == states[:3]


def test_a_hub_of_few_states_keeps_its_own_help_before_the_whole_country() -> None:
    """Two counties of one state are one state."""
    own = record("z", {"serves": ("US-OH-049",)}, phones=(PHONE,))
    others = [record("b", {"serves": ("US-OH-045",)}), record("c", {"serves": ("US-KY",)})]
    assert ids(in_order([record("a", {"serves": ("US",)}), *others, own])) == ["z", "a", "b", "c"]


def test_help_for_many_of_the_states_is_help_for_most_readers() -> None:
    states = [record(code, {"serves": (f"US-{code}",)}) for code in ("AL", "AK", "AZ", "AR", "CA")]
    both = record("z", {"serves": ("US-AL", "US-AK")})
    assert ids(in_order([*states, both]))[0] == "z"
