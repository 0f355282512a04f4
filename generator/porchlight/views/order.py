# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""In which order a list tells its records: first what can be called now, last what is closed."""

from __future__ import annotations

from collections.abc import Iterable

from porchlight.model.record import Record

NOT_OPEN = ("closed", "ended", "moved", "paused")


def in_order(records: Iterable[Record]) -> list[Record]:
    """Open before closed, then those with a number to call, then by name; equal names by id."""
    return sorted(records, key=_rank)


def _rank(record: Record) -> tuple[bool, bool, str, str]:
    closed = record.text("status") in NOT_OPEN
    return (closed, not record.rows("phones"), record.text("name").casefold(), record.id)
