# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A poster can be read from far, has room for its words, and tells no number of its own."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.checking.context import Context
from porchlight.checking.rules.kits import numbers_in
from porchlight.model.contrast import TEXT, WHITE, contrast, ink_on, readable
from porchlight.model.pages import is_of_posters
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.problems import Place, Problem
from porchlight.reading.saying import shown

TRANSLATED = 4 / 3
"""How much longer a text may be in another language: Spanish needs a quarter more."""

LONGEST_WORD = 24

Said = tuple[Place, str, int]
"""A text of a poster: where it stands, what it says, and how many letters it may have."""


def poster_contrast(context: Context) -> Iterator[Problem]:
    """Words over a poster's color stand out from it as much as text on a page."""
    for schema, record in _posters(context):
        field, color = schema.field_for("color"), schema.text_of(record, "color")
        if field and color and contrast(ink_on(color), color) < TEXT:
            message = "Words over this color are hard to read from far."
            darker = ink_on(color) == WHITE
            hint = "Take this shade of it, or a darker one:" if darker else "Take this shade of it, or a lighter one:"
            paste = f'{field.name}: "{readable(color)}"'
            yield Problem(context.place_of(record, field.name), "poster-contrast", message, shown(color), hint, paste)


def poster_number(context: Context) -> Iterator[Problem]:
    """A figure on a poster comes from a fact, and what to dial from a service."""
    for place, words, _ in _texts(context):
        for number in numbers_in(words):
            message = "A poster tells this number without its source."
            hint = "Take it out. A figure comes with the field “fact”, a number to call with “number”."
            yield Problem(place, "slide-number", message, shown(number), hint)


def poster_too_long(context: Context) -> Iterator[Problem]:
    """Translations have their most too, since a poster is one sheet; and a word stands on one line."""
    for place, words, most in _texts(context):
        if len(words) > most:
            hint = f"Write it in {most} letters or fewer."
            yield Problem(place, "too-long", "A poster has no room for a text this long.", shown(words), hint)
        for word in (each for each in words.split() if len(each) > LONGEST_WORD):
            hint = f"Write it in words of {LONGEST_WORD} letters or fewer."
            yield Problem(place, "too-long", "A poster has no room for a word this long.", shown(word), hint)


def _posters(context: Context) -> Iterator[tuple[Schema, Record]]:
    return ((schema, record) for schema, record in context.records() if is_of_posters(schema))


def _texts(context: Context) -> Iterator[Said]:
    """Every text that is printed, in each language."""
    for schema, record in _posters(context):
        for field in (field for field in schema.fields if field.translate):
            most = int(field.constraints.get("maxLength", 0))
            yield context.place_of(record, field.name), record.text(field.name), most
            for row in record.rows("translations"):
                place = context.place_of(record, "translations", str(row["language"]), field.name)
                yield place, str(row.get(field.name, "")), int(most * TRANSLATED)
