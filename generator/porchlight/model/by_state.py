# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records by the state that they are for."""

from __future__ import annotations

from collections.abc import Iterable

from porchlight.model.record import Record
from porchlight.model.schema import EVERYWHERE, Schema


def by_state(schema: Schema, records: Iterable[Record]) -> dict[str, list[Record]]:
    """The records by the code of each state that they serve; what is for the whole country stands below no state."""
    found: dict[str, list[Record]] = {}
    for record in records:
        for state in schema.codes_of(record, "where"):
            if state != EVERYWHERE:
                found.setdefault(state, []).append(record)
    return found
