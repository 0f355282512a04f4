# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`compare` and `by_place` of a schema: what stands side by side, by kind or by place."""

from __future__ import annotations

from collections.abc import Sequence

from porchlight.model.schema import ByPlace, Field
from porchlight.reading.fields import Shared
from porchlight.reading.saying import did_you_mean
from porchlight.reading.taking import Taker


def read_compared(hub: Taker, fields: Sequence[Field]) -> tuple[str, ...]:
    """The fields to set side by side; one that the schema lacks would silently be no column."""
    known, wanted = {field.name for field in fields}, hub.texts("compare")
    for name in wanted:
        if name not in known:
            message = f"“compare” should name fields below, not “{name}”."
            hub.add(hub.place_of("compare"), "schema-mistake", message, did_you_mean(name, known))
    return tuple(name for name in wanted if name in known)


def read_by_place(hub: Taker, fields: Sequence[Field], shared: Shared) -> ByPlace | None:
    """The kind that has a page by place; its code must be one that the schema's field for kinds knows."""
    taker = hub.one("by_place", "by_place")
    if taker is None:
        return None
    lists = [shared.vocabularies[f.vocabulary] for f in fields if f.role == "kind" and f.vocabulary]
    kind = taker.choice("kind", [code for each in lists for code in each.labels], "")
    field = taker.choice("field", [each.name for each in fields if each.vocabulary], "")
    codes = next((shared.vocabularies[each.vocabulary].labels for each in fields if each.name == field), {})
    read = ByPlace(
        kind=kind,
        titles=taker.by_language("titles", needed=True),
        intros=taker.by_language("intro", needed=True),
        compare=read_compared(taker, fields),
        items=taker.texts("items"),
        field=field,
        code=taker.choice("code", list(codes), "") if field else "",
    )
    taker.done()
    return read if kind else None
