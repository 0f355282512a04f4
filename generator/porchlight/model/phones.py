# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""By what a phone is known, however its number is written: for calls, for pairs and for records that become one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import phonenumbers


class Dialed(NamedTuple):
    """What is pressed: the digits of a number without the 1 of this country, and its extension or ""."""

    number: str
    extension: str


class Phone(NamedTuple):
    """What tells one phone of a record from another: a call, a text and a text in Spanish may share one number."""

    dialed: Dialed
    kind: str
    language: str
    keyword: str


@lru_cache(maxsize=4096)
def dialed(written: str) -> Dialed:
    """The digits of a number as someone wrote it, letters as the keys that they stand on; else the text as it is."""
    try:
        parsed = phonenumbers.parse(written, "US")
    except phonenumbers.NumberParseException:
        return Dialed(written.strip(), "")
    abroad = "" if parsed.country_code == 1 else f"+{parsed.country_code} "
    return Dialed(f"{abroad}{parsed.national_number}", parsed.extension or "")


def phone_of(entry: Mapping[str, Any]) -> Phone:
    """By what this entry of `phones` is known."""
    kind, language, keyword = (str(entry.get(name, "")) for name in ("kind", "language", "keyword"))
    return Phone(dialed(str(entry.get("number", ""))), kind, language, keyword)
