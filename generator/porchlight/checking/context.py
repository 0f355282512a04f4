# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a rule may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from porchlight.model.hub import Hub
from porchlight.model.record import Record, Row
from porchlight.model.schema import Schema
from porchlight.problems import Place


@dataclass(frozen=True, slots=True)
class Context:
    """The whole hub, the day of the check, and a way to find where a value of a record stands.

    `unsound` names what was written but is not in the hub, so that a way to it is no second mistake:
    `housing/maple-house` for a record, a file's path without its ending for anything else. `shown` is the hub as pages
    show it that day.
    """

    hub: Hub
    today: date
    place_of: Callable[..., Place]
    unsound: frozenset[str] = frozenset()
    shown: Hub = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "shown", self.hub.shown_on(self.today))

    def records(self) -> Iterator[tuple[Schema, Record]]:
        """Every record with its schema."""
        for schema in self.hub.package.schemas:
            for record in self.hub.records.get(schema.resource, ()):
                yield schema, record

    def rows(self, part: str) -> Iterator[tuple[Record, tuple[str | int, ...], Row]]:
        """Every row of a nested part in the whole hub, with its record and the path that leads to it."""
        shared = self.hub.package.parts.get(part)
        for schema, record in self.records():
            for each in schema.fields:
                if shared and each.part == part:
                    for position, row in enumerate(record.rows(each.name)):
                        yield record, (each.name, str(row[shared.key]) if shared.key else position), row
