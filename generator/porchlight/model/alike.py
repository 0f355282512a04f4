# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Texts that say the same, however they are written: in capitals, without accents, with other quotes or dashes."""

from __future__ import annotations

import re
import unicodedata

_QUOTES = re.compile("[\"'`´‘’‚“”„«»]")
_DASHES = re.compile("[‐-―−]")
_SPACES = re.compile(r"[\s_]+")


def folded(text: str) -> str:
    """Small letters without accents."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def alike(text: str) -> str:
    """The text as it is compared: folded, without quotes and what nobody can see, an underscore being a space.

    What a form puts behind a text to mark it as one that must be answered does not count.
    """
    shown = "".join(c for c in text if c.isspace() or unicodedata.category(c)[0] != "C")
    plain = _DASHES.sub("-", _QUOTES.sub("", folded(shown)))
    return _SPACES.sub(" ", plain).strip().rstrip("*: ")
