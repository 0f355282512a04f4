# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The parts of a file for word processors: kept as they are, so that a browser can put words in; the same each time."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from importlib.resources import files
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from markupsafe import Markup

_WORD = re.compile(r"\$(\w+)")
_NO_DAY = (1980, 1, 1, 0, 0, 0)
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def packed(parts: Mapping[str, str]) -> bytes:
    """The parts in one file, in their order, not pressed; they carry no day."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name, _NO_DAY), content.encode())
    return made.getvalue()


def shipped(name: str, **words: str) -> str:
    """A part that comes with the program, with `$words` put in."""
    text = files("porchlight.documents").joinpath("parts", name).read_text(encoding="utf-8")
    put = {word: str(Markup.escape(meant)) for word, meant in words.items()}
    return _WORD.sub(lambda found: put.get(found[1], found[0]), text)  # at once: words may look like places


def printable(text: str) -> str:
    """The text without the signs that no XML may hold, each line ended in one way."""
    return _NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
