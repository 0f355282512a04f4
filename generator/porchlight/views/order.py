# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""In which order a list tells its records: first what can be called now, last what is closed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from porchlight.model.record import Record

LATER = 100


def in_order(records: Iterable[Record]) -> list[Record]:
    """Open before closed, what the hub wants shown early, what has a number to call; mistakes newest first; by name."""
    return sorted(records, key=_rank)


def _rank(record: Record) -> tuple[bool, int, bool, int, str, str]:
    first = record.values.get("first")
    early = first if isinstance(first, int) else LATER
    noticed = record.values.get("noticed_on")
    newest = -noticed.toordinal() if isinstance(noticed, date) else 0
    return (not record.is_open, early, not record.rows("phones"), newest, record.text("name").casefold(), record.id)
