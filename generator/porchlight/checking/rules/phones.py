# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A number that is printed must be one that a person can dial."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from porchlight.checking.context import Context
from porchlight.problems import Problem
from porchlight.reading.saying import shown

_SHORT = frozenset({"211", "311", "511", "711", "811", "911", "988"})
_TEXT_CODE = re.compile(r"\d{5,6}", re.ASCII)
_WRITTEN = re.compile(r"\+?[\d\s().\-–]+((ext\.?|x|#)\s*\d+)?", re.ASCII | re.IGNORECASE)
_LETTER = re.compile("[A-Za-z]")


def phone_not_dialable(context: Context) -> Iterator[Problem]:
    """Every number is a full number, a short code, or for texts a code of five or six digits."""
    for record, path, row in context.rows("phones"):
        number, kind = str(row["number"]), str(row["kind"])
        place = (record, *path, "number")
        if _fits(number, kind):
            continue
        digits = _in_digits(number)
        if digits:
            yield Problem(
                context.place_of(*place),
                "phone-letters",
                "Many phones show no letters, so “number” should be digits.",
                shown(number),
                "Write the digits, and the word in “label”:",
                f"number: {digits}",
            )
        else:
            yield Problem(
                context.place_of(*place),
                "phone-not-dialable",
                "“number” should be a number that can be dialed.",
                shown(number),
                "Write it with its area code, like 1-800-662-4357.",
            )


def phone_check_without_day(context: Context) -> Iterator[Problem]:
    """Who says that a number was dialed tells on which day."""
    for record, path, row in context.rows("phones"):
        if row["check"] != "not_dialed" and "checked_on" not in row:
            yield Problem(
                context.place_of(record, *path, "check"),
                "phone-check-without-day",
                "Someone dialed this number, but the day is missing.",
                str(row["check"]),
                "Add the day of that call:",
                f"checked_on: {context.today}",
            )


def _fits(number: str, kind: str) -> bool:
    if number in _SHORT:
        return kind != "fax"
    if kind == "text" and _TEXT_CODE.fullmatch(number):
        return True
    return bool(_WRITTEN.fullmatch(number)) and _is_assigned(number)


def _is_assigned(number: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, "US"))
    except phonenumbers.NumberParseException:
        return False


def _in_digits(number: str) -> str:
    """A number written with letters, as 1-800-QUIT-NOW, in digits; "" where it isn't one."""
    if not _LETTER.search(number) or not _is_assigned(number):
        return ""
    parsed = phonenumbers.parse(number, "US")
    national = f"{parsed.national_number:010}"
    return f"1-{national[:3]}-{national[3:6]}-{national[6:]}" if parsed.country_code == 1 else ""
