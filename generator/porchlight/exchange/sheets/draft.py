# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A record in the making: what is placed so far, and what found no place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from porchlight.exchange.sheets.codes import Codes
from porchlight.exchange.yaml_out import Value
from porchlight.model.schema import Package, Schema


@dataclass(frozen=True, slots=True)
class Rest:
    """A text without a place, the column that it comes from ("" where it was meant as a note), and the reason."""

    column: str
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """What placing may look at. `references` gives, by resource, the id for each id and name that the hub has.

    `read_on` is the day on which a person read the sources; None where nobody said.
    """

    schema: Schema
    codes: Mapping[str, Codes]
    references: Mapping[str, Mapping[str, str]]
    read_on: date | None


@dataclass(slots=True)
class Draft:
    """Values by field name. `guesses` tells field, text and code where a text was only close to the code's label.

    `split` is true where city, state or ZIP code were taken out of the address.
    """

    values: dict[str, Value] = field(default_factory=dict)
    rests: list[Rest] = field(default_factory=list)
    guesses: list[tuple[str, str, str]] = field(default_factory=list)
    split: bool = False

    def add(self, name: str, item: Value) -> None:
        """Put an item behind the others of a field of many values, once."""
        items = self.values.get(name)
        several: list[Value] = list(items) if isinstance(items, list) else []
        self.values[name] = several if item in several else [*several, item]

    def codes(self, name: str) -> list[str]:
        """The codes that the field holds."""
        items = self.values.get(name)
        return [str(item) for item in items] if isinstance(items, list) else []


def ground_for(
    package: Package, schema: Schema, references: Mapping[str, Mapping[str, str]], read_on: date | None
) -> Ground:
    """What a schema's records may look at while they are made."""
    names = {each.vocabulary for each in schema.fields if each.vocabulary}
    codes = {name: Codes(package.vocabularies[name]) for name in sorted(names)}
    return Ground(schema, codes, references, read_on)
