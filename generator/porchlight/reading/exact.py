# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a text must look like to be a number or a day: stricter than any library, so that nothing is guessed."""

from __future__ import annotations

import re
from datetime import date, datetime

from porchlight.model.days import is_near

MATCHED_AT_MOST = 1000
"""A longer text is not matched with a pattern, which could take hours."""

_FORMS = {
    "integer": re.compile(r"-?(0|[1-9]\d{0,14})", re.ASCII),
    "number": re.compile(r"-?(0|[1-9]\d{0,14})(\.\d{1,15})?", re.ASCII),
    "year": re.compile(r"\d{4}", re.ASCII),
    "date": re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII),
}


def is_day(text: str) -> bool:
    """True for a day that exists, in the years that a hub can speak of, written 2026-11-24."""
    try:
        return bool(_FORMS["date"].fullmatch(text)) and is_near(date.fromisoformat(text))
    except ValueError:
        return False


def is_moment(text: str) -> bool:
    """True for a day and perhaps an hour that exist, in those years, written 2026-11-24 or 2026-11-24 18:30."""
    try:
        return is_near(datetime.fromisoformat(text))
    except ValueError:
        return False


def is_exact(kind: str, text: str) -> bool:
    """True where the text is one value of the Table Schema type and nothing else; types without a form take all."""
    form = _FORMS.get(kind)
    return is_day(text) if kind == "date" else not form or bool(form.fullmatch(text))


def typed(kind: str, text: str) -> str | int | float | date:
    """The value of a text that was judged to be exact."""
    match kind:
        case "integer" | "year":
            return int(text)
        case "number":
            return float(text)
        case "date":
            return date.fromisoformat(text)
    return text
