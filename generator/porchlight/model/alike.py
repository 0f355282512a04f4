# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Texts that say the same, however they are written: in capitals, without accents, with other quotes or dashes."""

from __future__ import annotations

import re
import unicodedata

_QUOTES = re.compile("[\"'`´‘’‚“”„«»]")
_DASHES = re.compile("[‐-―−]")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
"""Only these are looked at one by one, which takes long."""
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_SPACES = re.compile(r"[\s_]+")


def folded(text: str) -> str:
    """Small letters without accents."""
    return _FOREIGN.sub(lambda found: _bare(found[0]), text).casefold()


def alike(text: str) -> str:
    """The text as it is compared: folded, without quotes and what nobody can see, an underscore being a space.

    What a form puts behind a text to mark it as one that must be answered does not count.
    """
    shown = _UNSEEN.sub("", _FOREIGN.sub(lambda found: _seen(found[0]), text))
    plain = _DASHES.sub("-", _QUOTES.sub("", folded(shown)))
    return _SPACES.sub(" ", plain).strip().rstrip("*: ")


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c))


def _seen(text: str) -> str:
    return "".join(c for c in text if c.isspace() or unicodedata.category(c)[0] != "C")
