# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Facts below the name of each state, on a page of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from porchlight.model.hub import Article
from porchlight.reading.slides import Figure
from porchlight.views.by_place_link import by_place_link, tells
from porchlight.views.edition import Edition
from porchlight.views.list_parts import OfPlace
from porchlight.views.states import lacking, states
from porchlight.views.text_types import StateByState, TextPart

Tell = Callable[[Iterable[Figure]], tuple[TextPart, ...]]
"""How the page tells facts."""


def state_by_state(edition: Edition, article: Article, tell: Tell, here: str) -> StateByState | None:
    """The facts that the article `here` asks for, by state; None where it asks for none."""
    shelf = article.state_by_state
    if shelf is None:
        return None
    records = (record for record in edition.hub.records.get(shelf.resource, ()) if shelf.holds(record))
    schema = edition.hub.package.schema_of(shelf.resource)
    found = states(edition, schema, records)
    told = (
        OfPlace(state.anchor, state.label, tell(Figure(record.key) for record in state.records))
        for state in found
        if state.records
    )
    table = by_place_link(edition, schema, here) if tells(schema, shelf) else None
    return StateByState(tuple(told), lacking(edition, found), table)
