# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a hub holds for one time on the way home: the records whose role `when` names it, and their papers."""

from __future__ import annotations

from collections.abc import Sequence

from porchlight.model import paths
from porchlight.model.paper_chain import needed
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.views.cards import card, role_text
from porchlight.views.edition import Edition
from porchlight.views.list_parts import Group
from porchlight.views.order import in_order, leading
from porchlight.views.papers import paper_steps
from porchlight.views.parts import Link

CARDS = 12


def time_groups(edition: Edition, time: str, here: str) -> tuple[Group, ...]:
    """The time's open records by kind, what the hub wants shown first on top, a few of each with the way to all."""
    kinds: dict[tuple[str, str], list[Record]] = {}
    for record in in_order(_of_time(edition, time), edition.hub.proofs):
        schema = edition.hub.package.schema_of(record.resource)
        kinds.setdefault((record.resource, role_text(edition, schema, record, "kind")), []).append(record)
    return tuple(
        _group(edition, edition.hub.package.schema_of(resource), kind, records, here)
        for (resource, kind), records in kinds.items()
    )


def time_papers(edition: Edition, time: str, here: str) -> tuple[Link, ...]:
    """The papers that the time's records need, and all that come before them, in order."""
    papers = {code for record in _of_time(edition, time) for code in needed(edition.hub, record)}
    return paper_steps(edition, papers, here)


def _of_time(edition: Edition, time: str) -> list[Record]:
    return [
        record
        for schema in edition.hub.package.schemas
        if schema.page == "each" and (field := schema.field_for("when"))
        for record in edition.hub.records.get(schema.resource, ())
        if record.is_open and time in record.codes(field.name)
    ]


def _group(edition: Edition, schema: Schema, kind: str, records: Sequence[Record], here: str) -> Group:
    title, everything = edition.title(schema), edition.hub.records[schema.resource]
    whole = edition.href(here, paths.list_path(schema.resource))
    more = Link(edition.t("list.more", n=len(everything), title=title), whole)
    cards = tuple(card(edition, schema, record, here) for record in leading(records, CARDS))
    return Group(kind or title, cards, more if len(records) > len(cards) else None)
