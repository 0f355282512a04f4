# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""ZIP codes, and the 0 that spreadsheets take from their front."""

from __future__ import annotations

import re
from collections.abc import Collection

_STARTS = {
    "US-CT": ("06",), "US-MA": ("01", "02", "055"), "US-ME": ("039", "04"), "US-NH": ("03",), "US-NJ": ("07", "08"),
    "US-PR": ("006", "007", "009"), "US-RI": ("028", "029"), "US-VT": ("05",),
}  # fmt: skip
"""States whose codes begin with 0, with how they begin. Other states have none, or next to none."""
_CODE = re.compile(r"(\d{5})(?:\s*-\s*(\d{4}))?", re.ASCII)
_SHORTENED = re.compile(r"(\d{3,4})(?:\s*-\s*(\d{4}))?", re.ASCII)


def postal_code(text: str, states: Collection[str]) -> str:
    """The ZIP code in the text, "" where it is none. A lost 0 is put back only where the one state makes it certain."""
    tidy = text.removesuffix(".0")
    if tidy.isascii() and tidy.isdigit() and len(tidy) == 9:
        tidy = f"{tidy[:5]}-{tidy[5:]}"
    if found := _CODE.fullmatch(tidy):
        return _joined(found[1], found[2])
    found = _SHORTENED.fullmatch(tidy)
    if found is None or len(states) != 1:
        return ""
    code = found[1].zfill(5)
    return _joined(code, found[2]) if code.startswith(_STARTS.get(next(iter(states)), ("none",))) else ""


def _joined(code: str, rest: str | None) -> str:
    return f"{code}-{rest}" if rest else code
