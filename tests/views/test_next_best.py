# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where to go instead, found without looking at all: the same as looking at all would find."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.model.places import states_of
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.views import next_best as module
from porchlight.views.nearby import Points, miles, suits
from porchlight.views.next_best import NEXT, REACHABLE, next_best, rooms_by_kind
from tests.views.fakes import HOUSING, record

served = st.sampled_from([("US-OH",), ("US-OH", "US-IN"), ("US-IN",), ("US-OH-049",), ("US",), ()])
spots = st.sampled_from([(39.96, -83.0), (39.97, -83.0), (41.5, -81.69), (34.0, -118.2), None])
kinds = st.sampled_from(["recovery_residence", "emergency_shelter", "way_in"])
whom = st.sampled_from([(), ("men",), ("women",)])
status = st.sampled_from(["open", "open", "closed"])
homes = st.lists(st.tuples(served, spots, kinds, whom, status), min_size=1, max_size=25)


def by_looking_at_all(record: Record, records: Sequence[Record], points: Points) -> list[Record]:
    """The rule in the plainest words; one kind only."""

    def rank(other: Record) -> tuple[float, float]:
        far = miles(record, other, points)
        if far <= REACHABLE:
            return 0, far
        ours, theirs = (set(states_of(each.codes("serves"))) for each in (record, other))
        return (1, far) if ours & theirs else (2 if "US" in other.codes("serves") else inf, 0)

    may_help = (each for each in records if each.is_open and each.id != record.id)
    fits = (each for each in may_help if {*record.codes("populations"), *each.codes("populations")} < {"men", "women"})
    return sorted((each for each in fits if rank(each)[0] < inf), key=rank)[:NEXT]


@given(homes)
def test_the_next_best_are_those_that_looking_at_all_finds(
    held: list[tuple[tuple[str, ...], tuple[float, float] | None, str, tuple[str, ...], str]],
) -> None:
    records = [
        record(f"home-{n:02}", {"serves": where, "kind": kind, "populations": who, "status": state})
        for n, (where, _, kind, who, state) in enumerate(held)
    ]
    points = {each.id: spot for each, (_, spot, *_) in zip(records, held, strict=True) if spot}
    rooms = rooms_by_kind(HOUSING, records, points)
    for one in records:
        alike = [other for other in records if other.text("kind") == one.text("kind")]
        found = next_best(HOUSING, one, rooms, points)
        assert [each for each in found if each in alike] == by_looking_at_all(one, alike, points)


def test_few_are_looked_at_where_many_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def counted(schema: Schema, one: Record, other: Record) -> bool:
        seen.append(other.id)
        return suits(schema, one, other)

    monkeypatch.setattr(module, "suits", counted)
    records = [record(f"home-{n}", {"serves": ("US-OH",)}) for n in range(500)]
    for points in ({}, {each.id: (39.96, -83.0) for each in records}):
        seen.clear()
        rooms = rooms_by_kind(HOUSING, records, points)
        assert len(next_best(HOUSING, records[-1], rooms, points)) == NEXT
        assert len(seen) == NEXT
