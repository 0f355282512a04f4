# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a hub holds for an item of a poll."""

from __future__ import annotations

from porchlight.model.hub import Hub
from porchlight.model.questionnaire import Item, Query
from porchlight.model.record import Record


def held_for(hub: Hub, item: Item) -> tuple[Record, ...]:
    """The records that name the item, and those that one of its queries finds; each once, in the hub's order."""
    return tuple(record for record in hub.all_records() if item.id in record.codes("items") or _found(item, record))


def open_for(hub: Hub, item: Item) -> tuple[Record, ...]:
    """What pages list and count for the item: what is held for it, is open, and belongs to a list of the site."""
    return tuple(record for record in held_for(hub, item) if record.is_open and _is_listed(hub, record))


def _is_listed(hub: Hub, record: Record) -> bool:
    return hub.package.schema_of(record.resource).page != "none"


def _found(item: Item, record: Record) -> bool:
    return any(_answers(query, record) for query in item.supply)


def _answers(query: Query, record: Record) -> bool:
    if record.resource != query.resource:
        return False
    return all(not set(codes).isdisjoint(record.codes(field)) for field, codes in query.where.items())
