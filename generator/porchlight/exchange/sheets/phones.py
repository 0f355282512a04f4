# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A cell with telephone numbers → one row for each, written as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

REGION = "US"
SHORT_CODES = ("211", "311", "511", "711", "811", "911", "988")
LABEL_AT_MOST = 120
_SHORT = re.compile(rf"(?:(?:dial|call|text|phone)\s*:?\s*)?({'|'.join(SHORT_CODES)})", re.IGNORECASE)
_TEXT_CODE = re.compile(r"\d{5,6}", re.ASCII)
_KINDS = {"fax": "fax", "tty": "tty", "tdd": "tty", "text": "text", "sms": "text", "whatsapp": "whatsapp"}
_KIND = re.compile(rf"\b({'|'.join(_KINDS)})\b", re.IGNORECASE)
_SAYS_PHONE = frozenset({"", "phone", "telephone", "tel", "call", "voice", "ph", "p", "t"})
_ASIDE = re.compile(r"\s*\(\d{4}\)\Z", re.ASCII)
_TEN_DIGITS = re.compile(r"(?<![\d-])\(?\d{3}\)?[\s.-]{0,3}\d{3}[\s.-]{1,3}\d{4}(?![\d-])", re.ASCII)
_HEADING = re.compile(r"[^;,/|\n]*:\s*\Z")
_EDGES = " \t\n,;:/|()[].–—-&"
_JOINS = re.compile(r"^(?:or|and|o|y)\b|\b(?:or|and|o|y)$", re.IGNORECASE)

PhoneRow = dict[str, str]


def phone_rows(text: str, kind: str, label: str) -> tuple[list[PhoneRow], str]:
    """The numbers in the text, and what of the text has no room in them: all of it where there is no number.

    `kind` and `label` hold for numbers beside which the text says nothing else. Nobody has dialed any of them.
    """
    if short := _SHORT.fullmatch(text) or (kind == "text" and _TEXT_CODE.fullmatch(text)):
        return [_row(short[short.lastindex or 0], kind, label)], ""
    found = list(phonenumbers.PhoneNumberMatcher(text, REGION, leniency=phonenumbers.Leniency.VALID))
    if not found:
        return _plainest(text, kind, label)
    rows = [_row(written(match.number), *_said(beside, kind, label)) for match, beside in _with_words(text, found)]
    too_long = any(len(beside) > LABEL_AT_MOST for _, beside in _with_words(text, found))
    return rows, text if too_long else ""


def written(number: phonenumbers.PhoneNumber) -> str:
    """The number as people write it, like 510-555-0100 ext. 12 or 1-800-555-0100."""
    extension = f" ext. {number.extension}" if number.extension else ""
    if number.country_code != 1:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    digits = f"{number.national_number:010}"
    free = phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.TOLL_FREE
    return f"{'1-' if free else ''}{digits[:3]}-{digits[3:6]}-{digits[6:]}{extension}"


def _row(number: str, kind: str, label: str) -> PhoneRow:
    labelled = {"label": label} if label and len(label) <= LABEL_AT_MOST else {}
    return {"number": number, "kind": kind, **labelled, "check": "not_dialed"}


def _in_digits(text: str) -> str:
    """A number with letters, as 1-800-QUIT-NOW or 410-555-FACE (3223), in digits; "" where it isn't one."""
    try:
        number = phonenumbers.parse(_ASIDE.sub("", text), REGION)
    except phonenumbers.NumberParseException:
        return ""
    return written(number) if phonenumbers.is_valid_number(number) else ""


def _plainest(text: str, kind: str, label: str) -> tuple[list[PhoneRow], str]:
    """The number that can be seen although figures beside it, as in “24/7”, confuse the library; or one in letters."""
    found = _TEN_DIGITS.search(text)
    number = _in_digits(found[0] if found else text)
    if not found or not number:
        return ([_row(number, kind, text)], "") if number else ([], text)
    beside = f"{_trimmed(text[: found.start()])} {_trimmed(text[found.end() :])}".strip()
    return [_row(number, *_said(beside, kind, label))], text if len(beside) > LABEL_AT_MOST else ""


def _with_words(
    text: str, found: list[phonenumbers.PhoneNumberMatch]
) -> Iterator[tuple[phonenumbers.PhoneNumberMatch, str]]:
    """Each number with the words that belong to it: those behind it, those before it that end in a colon."""
    before = text[: found[0].start]
    for match, following in zip(found, [*found[1:], None], strict=True):
        behind = text[match.end : following.start if following else len(text)]
        heading = _HEADING.search(behind) if following else None
        own = behind[: heading.start()] if heading else behind
        yield match, f"{_trimmed(before)} {_trimmed(own)}".strip()
        before = heading[0] if heading else ""


def _trimmed(words: str) -> str:
    return _JOINS.sub("", words.strip(_EDGES)).strip(_EDGES)


def _said(beside: str, kind: str, label: str) -> tuple[str, str]:
    """Kind and label after the words that stand beside a number; “call or text” is a voice line that takes texts."""
    if beside.casefold() in _SAYS_PHONE:
        return kind, label
    found = _KIND.search(beside)
    if not found or "call" in beside.casefold():
        return kind, beside or label
    return _KINDS[found[1].lower()], _trimmed(_KIND.sub("", beside)) or label
