# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A text with places to fill: what each place asks for, and where its words come from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

FieldKind = Literal["text", "long", "date", "number", "choice"]
FIELD_KINDS: tuple[FieldKind, ...] = get_args(FieldKind)

FIELD_NAME = re.compile(r"[a-z][a-z0-9_]*")

FOLDER = "templates/"
"""Where templates lie below a language's folder, and where their pages lie below the site's root."""

OF_RECORDS = "records:"
"""How a source begins that counts the records of one resource, named behind it."""

SOURCES = (
    "today",
    "hub_name",
    "hub_address",
    "hub_contact",
    "records",
    "care_due",
    "counted_on",
    "poll_title",
    "poll_day",
    "poll_people",
    "poll_most",
)
"""What a field can be filled from: the day, what the hub says of itself, how many records it holds, how many things
wait for a check and on which day both were counted, and of the newest results of its first poll the title, the day, how
many people answered and what most of them agreed with."""


@dataclass(frozen=True, slots=True)
class TemplateField:
    """What belongs in the places of that name. `source` is what fills it unasked, one of `SOURCES` or of records."""

    name: str
    label: str
    kind: FieldKind = "text"
    help: str = ""
    example: str = ""
    choices: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """What makes an article a template: whom it is for, and its fields in the order in which they are asked."""

    audience: str
    fields: tuple[TemplateField, ...] = ()

    def field(self, name: str) -> TemplateField | None:
        """The field of that name."""
        return next((each for each in self.fields if each.name == name), None)
