# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One generic record for every resource: its values, its nested parts and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from porchlight.problems import Place

Value = str | int | float | date | tuple[str, ...]
Row = Mapping[str, Value]

NOT_OPEN = ("closed", "ended", "moved", "paused")
"""The statuses of what nobody can go to now."""


@dataclass(frozen=True, slots=True)
class Record:
    """A checked record. Private fields and withheld addresses are not in it: what is not here can't be printed.

    `values` holds the filled fields only, by field name, typed by the schema; `parts` the nested rows by part name,
    in the order in which they were written, each a mapping of filled fields.
    """

    resource: str
    id: str
    values: Mapping[str, Value]
    parts: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    place: Place = Place("")

    @property
    def key(self) -> str:
        """The record's address inside the hub, `resource/id`."""
        return f"{self.resource}/{self.id}"

    @property
    def is_open(self) -> bool:
        """True unless its status says that nobody can go there now."""
        return self.text("status") not in NOT_OPEN

    def text(self, name: str) -> str:
        """The field as text, or "" where it is not filled."""
        value = self.values.get(name, "")
        return value if isinstance(value, str) else str(value)

    def codes(self, name: str) -> tuple[str, ...]:
        """The field's codes, whether it holds one or a list; empty where it is not filled."""
        value = self.values.get(name)
        if value is None:
            return ()
        return value if isinstance(value, tuple) else (str(value),)

    def rows(self, part: str) -> tuple[Row, ...]:
        """The rows of a nested part, empty where there are none."""
        return self.parts.get(part, ())
