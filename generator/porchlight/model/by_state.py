# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records by the state that they are for."""

from __future__ import annotations

from collections.abc import Iterable

from porchlight.model.places import states_of
from porchlight.model.record import Record
from porchlight.model.schema import Schema


def by_state(schema: Schema, records: Iterable[Record]) -> dict[str, list[Record]]:
    """The records by the code of each state that they serve, or serve a part of.

    What is for the whole country stands below no state.
    """
    found: dict[str, list[Record]] = {}
    for record in records:
        for state in states_of(schema.codes_of(record, "where")):
            found.setdefault(state, []).append(record)
    return found
