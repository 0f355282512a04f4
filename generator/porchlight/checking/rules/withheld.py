# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where an address must stay hidden, what else a record says must not tell where it is."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.checking.context import Context
from porchlight.model.places import state_of
from porchlight.model.record import Record
from porchlight.model.schema import EVERYWHERE, Schema
from porchlight.problems import Problem
from porchlight.reading.saying import shown


def town_told(context: Context) -> Iterator[Problem]:
    """What must stay hidden serves a state: its town, or its county, is a short list of doors to try."""
    for schema, record in context.records():
        where = schema.field_for("where")
        for code in record.codes(where.name) if where and _hides_town(schema, record) else ():
            if where and code not in (EVERYWHERE, state_of(code)):
                message, hint = "This tells people which town or county. Write the state.", "Write:"
                place, paste = context.place_of(record, where.name), f"{where.name}: [{state_of(code)}]"
                yield Problem(place, "town-told", message, shown(code), hint, paste, "care")


def _hides_town(schema: Schema, record: Record) -> bool:
    """True where no town is shown: none may be, or the one that may be was left out."""
    visibility = schema.text_of(record, "visibility")
    return visibility == "none" or (visibility == "city" and not schema.text_of(record, "city"))
