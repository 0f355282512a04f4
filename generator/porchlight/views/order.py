# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""In which order a list tells its records: first what can be called now, last what is closed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import MappingProxyType

from porchlight.model.proof import Proof, Proofs, rank
from porchlight.model.record import Record

LATER = 100
NO_PROOFS: Proofs = MappingProxyType({})


def in_order(records: Iterable[Record], proofs: Proofs = NO_PROOFS) -> list[Record]:
    """Open before closed, what the hub wants shown early, what is best proved, what has a number to call.

    Then mistakes newest first, and by name. `proofs` are those of the hub.
    """
    return sorted(records, key=lambda record: _rank(record, proofs.get(record.key)))


def _rank(record: Record, proof: Proof | None) -> tuple[bool, int, tuple[int, int], bool, int, str, str]:
    first = record.values.get("first")
    early = first if isinstance(first, int) else LATER
    noticed = record.values.get("noticed_on")
    newest = -noticed.toordinal() if isinstance(noticed, date) else 0
    name = record.text("name").casefold()
    return (not record.is_open, early, rank(proof), not record.rows("phones"), newest, name, record.id)
