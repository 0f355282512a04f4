# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""In which order a list tells its records: first what can be called now, last what is closed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from types import MappingProxyType

from porchlight.model.places import states_of
from porchlight.model.proof import Proof, Proofs, rank
from porchlight.model.record import Record
from porchlight.model.schema import EVERYWHERE

LATER = 100
FEW = 4
"""A record for no more than one in so many of a list's states helps few of its readers."""
NO_PROOFS: Proofs = MappingProxyType({})


def in_order(records: Iterable[Record], proofs: Proofs = NO_PROOFS) -> list[Record]:
    """Open before closed, what the hub wants shown early, what is best proved, what helps in most places.

    Then what has a number to call, mistakes newest first, and by name. `proofs` are those of the hub.
    """
    found = list(records)
    widely = frozenset(record.key for record in wide(found))
    return sorted(found, key=lambda record: _rank(record, proofs.get(record.key), record.key in widely))


def wide(records: Sequence[Record]) -> list[Record]:
    """Those that help in more than a few of the states that these records name; all of them in a hub of few states."""
    states = {record.key: _states(record) for record in records}
    named = len(frozenset().union(*states.values()))
    return [record for record in records if not states[record.key] or len(states[record.key]) * FEW > named]


def leading(ordered: Sequence[Record], most: int) -> list[Record]:
    """The first few, in their order; help for a few of many states is left to the list, unless there is no other."""
    return (wide(ordered) or list(ordered))[:most]


def _states(record: Record) -> frozenset[str]:
    """The states that it is for; none where that is the whole country or not said."""
    codes = record.codes("serves")
    return frozenset() if EVERYWHERE in codes else frozenset(states_of(codes))


def _rank(
    record: Record, proof: Proof | None, is_wide: bool
) -> tuple[bool, int, tuple[int, int], bool, bool, int, str, str]:
    first = record.values.get("first")
    early = first if isinstance(first, int) else LATER
    noticed = record.values.get("noticed_on")
    newest = -noticed.toordinal() if isinstance(noticed, date) else 0
    name = record.text("name").casefold()
    return (not record.is_open, early, rank(proof), not is_wide, not record.rows("phones"), newest, name, record.id)
