# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Cells of tables that people open in a spreadsheet: whoever wrote the text, the spreadsheet runs none of it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

_WIDE = "\\uff1d\\uff0b\\uff0d\\uff20"
"""The same signs as wide as a Chinese letter; some spreadsheets take them, too."""

_FORMULA = re.compile(rf"(?:^|(?<=[;\t\r\n])) *(?=[=+\-@\t\r{_WIDE}])")


def harmless(cell: str) -> str:
    """The cell with an apostrophe before whatever could begin a formula.

    That is at its start, and behind each sign at which some spreadsheets part a line: with the settings of many
    countries that is “;”.
    """
    return _FORMULA.sub(lambda found: f"{found[0]}'", cell)


def table(rows: Iterable[Iterable[str]]) -> str:
    """The rows as CSV (RFC 4180). No cell of it is run by a spreadsheet."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(map(harmless, row) for row in rows)
    return out.getvalue()
