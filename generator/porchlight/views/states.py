# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records by the state that they are for, in the order in which a reader looks for a state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from porchlight.model import paths
from porchlight.model.alike import folded
from porchlight.model.by_state import by_state
from porchlight.model.places import states_of
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.views.edition import Edition


@dataclass(frozen=True, slots=True)
class State:
    """A state by its name, with the records for it, of which there may be none."""

    code: str
    label: str
    records: tuple[Record, ...]

    @property
    def anchor(self) -> str:
        """Where a page that goes state by state tells it."""
        return paths.slug(self.code)


def states(edition: Edition, schema: Schema, records: Iterable[Record]) -> tuple[State, ...]:
    """Every state that the hub has a word for, by its name in this language, an accent changing no order.

    None where the schema knows no place. A record for several states stands in each; one for the whole country in none.
    """
    field = schema.field_for("where")
    if field is None:
        return ()
    held = by_state(schema, records)
    codes = states_of(edition.hub.package.vocabularies[field.vocabulary].labels)
    found = (State(code, edition.label(field.vocabulary, code), tuple(held.get(code, ()))) for code in codes)
    return tuple(sorted(found, key=lambda state: folded(state.label)))


def lacking(edition: Edition, found: Iterable[State]) -> str:
    """The states of which nothing was found, in one sentence; never that there is nothing. "" where there is none."""
    labels = [state.label for state in found if not state.records]
    return edition.t("by_place.lacking", places=", ".join(labels)) if labels else ""
