# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers, days and texts in a cell → the form that a field takes, or nothing where it isn't sure."""

from __future__ import annotations

import re
from datetime import date

from porchlight.model.schema import Field

_WHOLE = re.compile(r"-?\d{1,3}(?:,\d{3}){1,3}|-?\d{1,12}", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,15})?", re.ASCII)
_CLOCK = r"(?:[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?[AP]M)?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_CLOCK}", re.ASCII | re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"(\d{{1,2}})/(\d{{1,2}})/(\d{{4}}){_CLOCK}", re.ASCII | re.IGNORECASE)
SHORT, LONG = 140, 400
"""Characters that a field may hold: up to the first it is a name, from the second on it is a text with lines."""
_SENTENCE_END = re.compile(r"[.!?…](?=\s)|\n")


Exact = str | int | float | date


def exact_value(field: Field, text: str) -> Exact | None:
    """The text as a value of the field's type within its bounds; None where it is none."""
    value: Exact | None
    match field.type:
        case "integer" | "year":
            value = _whole(text)
        case "number":
            value = float(text) if _NUMBER.fullmatch(text) else None
        case "date":
            value = day_of(text)
        case _:
            value = _on_few_lines(field, text)
    return value if value is not None and _fits(field, value) else None


def unfit(field: Field, text: str) -> str:
    """Why the text is no value of the field."""
    limits = field.constraints
    match field.type:
        case "integer" | "number":
            low, high = limits.get("minimum"), limits.get("maximum")
            bounds = f" from {low:,}" * (low is not None) + f" to {high:,}" * (high is not None)
            return f"no number{bounds}"
        case "date" | "year":
            return f"no {'day' if field.type == 'date' else 'year'} that is certain"
    short = len(text) < limits.get("minLength", 0)
    return f"too short for “{field.name}”" if short else f"does not look like {field.example or field.name}"


def shortened(text: str, most: int) -> tuple[str, str]:
    """The text in at most so many characters, cut behind a sentence where one ends late enough, and the rest of it."""
    if len(text) <= most:
        return text, ""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, most)]
    if ends and ends[-1] > most // 2:
        return text[: ends[-1]].rstrip(), text[ends[-1] :].strip()
    at = max(text.rfind(" ", 0, most - 1), text.rfind("\n", 0, most - 1))
    at = at if at > 0 else most - 2
    return f"{text[:at].rstrip()} …", text[at:].strip()


def _on_few_lines(field: Field, text: str) -> str:
    """A name stands on one line, opening hours too; a long text keeps its lines."""
    most = field.constraints.get("maxLength", LONG)
    if most >= LONG or "\n" not in text:
        return text
    return (" " if most <= SHORT else "; ").join(filter(None, text.split("\n")))


def _whole(text: str) -> int | None:
    tidy = re.sub(r"\.0+$", "", text)
    return int(tidy.replace(",", "")) if _WHOLE.fullmatch(tidy) else None


def day_of(text: str) -> date | None:
    """The day; where the year comes last the month comes first, as people in the United States write it."""
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _MONTH_FIRST.fullmatch(text):
        month, day, year = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fits(field: Field, value: Exact) -> bool:
    limits = field.constraints
    if isinstance(value, str):
        fits_pattern = "pattern" not in limits or re.fullmatch(limits["pattern"], value) is not None
        return fits_pattern and len(value) >= limits.get("minLength", 0)
    above = "minimum" not in limits or value >= limits["minimum"]
    return above and ("maximum" not in limits or value <= limits["maximum"])
