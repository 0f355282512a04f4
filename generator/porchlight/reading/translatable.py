# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The texts that may stand in `translations`: said once, as `translate: true` beside the field itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from porchlight.model.schema import Field, PartSchema, Schema

TRANSLATIONS = "translations"
_LONGEST = 12_000


def with_texts(parts: Mapping[str, PartSchema], schemas: Iterable[Schema]) -> dict[str, PartSchema]:
    """The parts, `translations` with a field for each text that one of the schemas lets be translated.

    A field that the part's own file describes stays as it is described there.
    """
    part = parts.get(TRANSLATIONS)
    if part is None:
        return dict(parts)
    fields = {field.name: field for field in part.fields}
    for field in (field for schema in schemas for field in schema.fields if field.translate):
        fields.setdefault(field.name, _text(field))
    return {**parts, TRANSLATIONS: replace(part, fields=tuple(fields.values()))}


def _text(field: Field) -> Field:
    """The field in another language: as hidden as the text itself, and longer, as translations are."""
    return Field(
        field.name,
        "string",
        field.titles,
        "The same text in this language.",
        constraints={"maxLength": _LONGEST},
        private=field.private,
        withheld=field.withheld,
    )
