# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A number that is printed must be one that a person can dial."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import phonenumbers

from porchlight.checking.context import Context
from porchlight.problems import Problem
from porchlight.reading.saying import shown

_SHORT = frozenset({"211", "311", "511", "711", "811", "911", "988"})
_TEXT_CODE = re.compile(r"\d{5,6}", re.ASCII)
_WRITTEN = re.compile(r"\+?[\d\s().\-–]+((ext\.?|x|#)\s*\d+)?", re.ASCII | re.IGNORECASE)
TOLL = "A call to this number costs extra."
TOLL_HINT = "Look for a number that is free, or that costs what a call costs."
_SPELLED = re.compile(r"(?:1[- ]?)?\(?8\d\d\)?[- ][\dA-Z]+(?:-[\dA-Z]+)*")
"""A free number that may be written with letters."""
_LETTER = re.compile("[A-Za-z]")


def phone_not_dialable(context: Context) -> Iterator[Problem]:
    """Every number is a full number, a short code, or for texts a code of five or six digits."""
    for record, path, row in context.rows("phones"):
        number, kind = str(row["number"]), str(row["kind"])
        place = (record, *path, "number")
        if fits(number, kind):
            yield from _unusual(context, place, number)
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


def phone_label_dials_another(context: Context) -> Iterator[Problem]:
    """A label that spells a number in letters, as 1-800-QUIT-NOW, spells the one that is dialed."""
    for record, path, row in context.rows("phones"):
        number, label = str(row["number"]), str(row.get("label", ""))
        spelled = next(filter(None, map(_in_digits, _SPELLED.findall(label))), "")
        if spelled and fits(number, str(row["kind"])) and _national(spelled) != _national(number):
            yield Problem(
                context.place_of(record, *path, "label"),
                "phone-label-dials-another",
                f"These letters dial {spelled}, which is not the “number” beside them.",
                shown(label),
                "Call to find out which one is right. Then change the other, or take “label” out.",
            )


def _unusual(context: Context, place: tuple[Any, ...], number: str) -> Iterator[Problem]:
    """A number that costs extra is none to print; one of another country is worth a second look."""
    if costs_extra(number):
        yield Problem(context.place_of(*place), "phone-toll", TOLL, shown(number), TOLL_HINT)
    elif number.startswith("+") and _parsed(number).country_code != 1:
        message, hint = "This is a number in another country, which many phones can't call.", "Is it meant?"
        yield Problem(context.place_of(*place), "phone-abroad", message, shown(number), hint, weight="care")


@lru_cache(maxsize=4096)
def costs_extra(number: str) -> bool:
    """True for a dialable number that a call is charged to, like those that begin with 900."""
    try:
        kind = phonenumbers.number_type(_parsed(number))
    except phonenumbers.NumberParseException:
        return False
    return bool(kind == phonenumbers.PhoneNumberType.PREMIUM_RATE)


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


def fits(number: str, kind: str) -> bool:
    """True for a number that can be dialed, or texted where the kind is text."""
    if number in _SHORT:
        return kind != "fax"
    if kind == "text" and _TEXT_CODE.fullmatch(number):
        return True
    return bool(_WRITTEN.fullmatch(number)) and _is_assigned(number)


@lru_cache(maxsize=4096)
def _parsed(number: str) -> phonenumbers.PhoneNumber:
    """The number as a library reads it; four rules ask, and a number is often that of several records."""
    return phonenumbers.parse(number, "US")


def _national(number: str) -> int | None:
    return _parsed(number).national_number if number not in _SHORT else None


@lru_cache(maxsize=4096)
def _is_assigned(number: str) -> bool:
    try:
        return phonenumbers.is_valid_number(_parsed(number))
    except phonenumbers.NumberParseException:
        return False


def _in_digits(number: str) -> str:
    """A number written with letters, as 1-800-QUIT-NOW, in digits; "" where it isn't one."""
    if not _LETTER.search(number) or not _is_assigned(number):
        return ""
    parsed = _parsed(number)
    national = f"{parsed.national_number:010}"
    return f"1-{national[:3]}-{national[3:6]}-{national[6:]}" if parsed.country_code == 1 else ""
