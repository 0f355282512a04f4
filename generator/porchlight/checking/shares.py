# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What counts as a figure in a text: a share, or a large number, in digits or in words, in English or in Spanish.

Money, ages, days, sections of law and numbers to call are none.
"""

from __future__ import annotations

import re


def _values(ones: str, tens: str) -> dict[str, int]:
    """What each word means, the ones from 1 and the tens from 20 to 100."""
    return dict(zip(f"{ones}|{tens}".split("|"), (*range(1, 20), *range(20, 101, 10)), strict=True))


_ENGLISH = _values(
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen",
    "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred",
)
_SPANISH = _values(
    "uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis|diecisiete|dieciocho"
    "|diecinueve",
    "veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien",
)
_VALUES = _ENGLISH | _SPANISH | {"una": 1, "un": 1}


def _any(words: dict[str, int]) -> str:
    one = f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"
    return rf"\b{one}(?:(?:-|\s|\sy\s){one})?\b"


_DIGITS = r"\d[\d.,]*"
_WORDS = _any(_VALUES)
_N = rf"(?:{_DIGITS}|{_WORDS})"
_TIME = r"(?!\s(?:second|minute|hour|day|week|month|year)s?\b)"
_PERCENT = r"(?:\s?%|[\s-](?:percent(?:age)?|per\scent|pct|por\sciento)\b)"
_OUT_OF = r"(?:(?:in|of)\s(?:every\s)?\d{1,3}\b|(?:out\sof|de\scada)\s(?:every\s)?\d[\d,]*)"
_OUT_OF_WORDS = (
    rf"(?:(?:in|out\sof)\s(?:every\s)?(?!one\b){_any(_ENGLISH)}{_TIME}"
    rf"|de\scada\s{_any(_SPANISH)}|de\scada\s\d[\d,]*|(?:in|out\sof)\s(?:every\s)?\d{{1,3}}\b{_TIME})"
)
_IN_DIGITS = rf"{_DIGITS}(?:{_PERCENT}|\s{_OUT_OF})"
_IN_WORDS = rf"(?:{_WORDS}{_PERCENT}|{_N}\s{_OUT_OF_WORDS})"
_MILLION = r"[\s-](?:thousand|million|billion|mil(?:l[oó]n(?:es)?)?)\b(?!\s(?:de\s)?(?:dollars|d[oó]lares))"
_COMMAS = r"\d{1,3}(?:,\d{3})+"
_NO_NOUN = "an?|and|any|at|for|from|if|in|is|on|or|to|when|with|al?|cuando|desde|en|o|para|por|si|y"
_LONG = (
    r"(?<!\bto\s)(?<!\bal\s)(?<!\btext\s)(?<!\bZIP\s)(?<!(?-i:[A-Z]{2})\s)"
    rf"\d{{5,}}(?=\s(?!(?:{_NO_NOUN})\b)[^\W\d_])"
)
_BEFORE = r"(?<![\w.,$-])"

SHARE = re.compile(rf"{_BEFORE}(?:{_IN_DIGITS}|{_DIGITS}{_MILLION})", re.IGNORECASE)
"""A share in digits, or millions: nothing that a place counts of its own."""

FIGURE = re.compile(
    rf"{_BEFORE}(?:{_IN_DIGITS}|{_IN_WORDS}|(?:{_N}|an?|un){_MILLION}|{_COMMAS}|{_LONG})", re.IGNORECASE
)
"""A share or a large number, in digits or in words."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(_WORDS, re.IGNORECASE)


def digits_in(text: str) -> set[str]:
    """The numbers that the text says in digits."""
    return set(_NUMBER.findall(text))


def words_in(text: str) -> set[str]:
    """The numbers that the text says in words, in digits."""
    return {str(_value(found)) for found in _WORD.findall(text)}


def _value(words: str) -> int:
    return sum(_VALUES.get(word, 0) for word in re.split(r"[\s-]", words.lower()))
