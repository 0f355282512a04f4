# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An address that holds its city, state and ZIP code as well, taken apart where nothing else gives them."""

from __future__ import annotations

import re

from porchlight.exchange.sheets.codes import Codes
from porchlight.exchange.sheets.draft import Draft, Ground
from porchlight.model.schema import Field, Schema

_ZIP = re.compile(r"(?P<before>.+?)[\s,]+(?P<zip>\d{5}(?:-\d{4})?)", re.DOTALL | re.ASCII)
_LAST_WORDS = tuple(
    re.compile(rf"(?P<before>.+?)[\s,]+(?P<state>[A-Za-z.]+(?: [A-Za-z.]+){{{more}}})") for more in (2, 1, 0)
)
"""A state's name has up to three words; the longest is tried first, so that West Virginia is not Virginia."""
_CITY = re.compile(r"(?P<street>.*\d.*),\s*(?P<city>[^\W\d_][^\d,/]{1,40})", re.DOTALL)
_NO_CITY = frozenset(
    {"suite", "ste", "unit", "apt", "room", "rm", "floor", "building", "bldg", "box", "nw", "ne", "sw", "se"}
)
"""Words that show that more than a city stands there; whose end is the city's beginning, nobody can tell."""


def split_address(ground: Ground, draft: Draft) -> bool:
    """Take state and ZIP code from the end of the address, and the city before them where a comma sets it apart.

    Only where no column gave a city, and none another state. True where something was taken.
    """
    fields = _fields(ground.schema)
    if fields is None:
        return False
    address, city, postal, where = fields
    text = draft.values.get(address.name)
    if not isinstance(text, str) or city.name in draft.values:
        return False
    found = _parted(text, ground.codes[where.vocabulary])
    if found is None:
        return False
    before, state, zip_code = found
    if draft.values.setdefault(where.name, [state]) != [state]:
        return False
    draft.values[postal.name] = zip_code
    apart = _CITY.fullmatch(before)
    if apart and _NO_CITY.isdisjoint(apart["city"].casefold().replace(".", "").split()):
        draft.values[address.name], draft.values[city.name] = apart["street"].strip(), apart["city"].strip()
    return True


def _fields(schema: Schema) -> tuple[Field, Field, Field, Field] | None:
    address, city, where = (schema.field_for(role) for role in ("address", "city", "where"))
    postal = next((field for field in schema.fields if field.hsds == "postal_code"), None)
    if address and city and postal and where and where.vocabulary:
        return address, city, postal, where
    return None


def _parted(text: str, places: Codes) -> tuple[str, str, str] | None:
    """What stands before the state, the state's code, and the ZIP code."""
    found = _ZIP.fullmatch(text)
    for pattern in _LAST_WORDS if found else ():
        words = pattern.fullmatch(found["before"]) if found else None
        match = places.find(words["state"]) if words else None
        if found and words and match and match.sure and "-" in match.code:
            return words["before"].rstrip(" ,"), match.code, found["zip"]
    return None
