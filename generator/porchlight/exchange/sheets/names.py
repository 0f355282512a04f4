# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The name of a column as it is compared: “Address_Line1”, “ADDRESS LINE 1” and “addressLine1” are one."""

from __future__ import annotations

import re

from porchlight.model.alike import folded

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD = re.compile(r"[a-z]+|\d+")


def words(name: str) -> list[str]:
    """The words of a name; digits are words of their own."""
    return _WORD.findall(folded(_CAMEL.sub(" ", name)))


def squashed(name: str) -> str:
    """All words in one, without digits at the end."""
    return "".join(words(name)).rstrip("0123456789")
