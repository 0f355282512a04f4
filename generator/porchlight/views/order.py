# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""In which order a list tells its records: first what can be called now, last what is closed."""

from __future__ import annotations

from collections.abc import Iterable

from porchlight.model.record import Record

LATER = 100


def in_order(records: Iterable[Record]) -> list[Record]:
    """Open before closed, then what the hub wants shown early, then what has a number to call, then by name."""
    return sorted(records, key=_rank)


def _rank(record: Record) -> tuple[bool, int, bool, str, str]:
    first = record.values.get("first")
    early = first if isinstance(first, int) else LATER
    return (not record.is_open, early, not record.rows("phones"), record.text("name").casefold(), record.id)
