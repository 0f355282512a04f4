# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small words for all messages: what stands there, shown safely; lists; "did you mean"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from operator import eq

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

SHOWN_AT_MOST = 60
_TICKS = re.compile("`+")
LISTED_AT_MOST = 12
_NAMES = {
    "\t": "tab",
    "\n": "line break",
    "\r": "line break",
    "\0": "NUL",
    "\x7f": "delete",
    "\ufeff": "byte order mark",
}
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})


def character_name(character: str) -> str:
    """A name that can be read aloud for a character that can't be seen."""
    if character in _NAMES:
        return _NAMES[character]
    name = unicodedata.name(character, "")
    return name.lower() if name else f"control character U+{ord(character):04X}"


def _seen(character: str) -> str:
    unseen = unicodedata.category(character) in _UNSEEN or (character.isspace() and character != " ")
    return f"[{character_name(character)}]" if unseen else character


def shown(text: str) -> str:
    """The text as a message may quote it: on one line, at most 60 characters, unseen characters by name."""
    short = text if len(text) <= SHOWN_AT_MOST else text[: SHOWN_AT_MOST - 1].rstrip() + "…"
    return seen(short)


def seen(text: str) -> str:
    """The whole text with its unseen characters by name."""
    return text if text.isprintable() else "".join(map(_seen, text))


def in_code(text: str) -> str:
    """The text on one line as code of Markdown, in which no link, mention, picture or tag works."""
    line = seen(" ".join(text.split())) or " "
    fence = "`" * (max((len(run) for run in _TICKS.findall(line)), default=0) + 1)
    return f"{fence} {line} {fence}" if "`" in line else f"{fence}{line}{fence}"


def listed(words: Iterable[str], last: str = "or") -> str:
    """“a, b or c”."""
    several = list(words)
    return f"{', '.join(several[:-1])} {last} {several[-1]}" if len(several) > 1 else "".join(several)


def _tidy(word: str) -> str:
    return word.strip().casefold().replace(" ", "_")


def nearest(word: str, choices: Iterable[str], at_least: int = 70) -> str:
    """The choice that was most likely meant, or "" where none is near; its last part alone will do, as OH for US-OH.

    Two letters that changed places come before one that is another: US-HO is US-OH, not US-CO.
    """
    by_tidy = {_tidy(choice): choice for choice in choices}
    tidy = _tidy(word)
    if not tidy:
        return ""
    for is_meant in (eq, _is_swap):
        for key, choice in by_tidy.items():
            if is_meant(key, tidy) or is_meant(key.partition("-")[2], tidy):
                return choice
    found = process.extractOne(tidy, by_tidy.keys(), scorer=fuzz.ratio, score_cutoff=at_least)
    return by_tidy[found[0]] if found else ""


def _is_swap(choice: str, word: str) -> bool:
    if word == "on":  # a yes to some, never “no”
        return False
    return sorted(choice) == sorted(word) and OSA.distance(choice, word) == 1


def did_you_mean(word: str, choices: Iterable[str], at_least: int = 70) -> str:
    """“Did you mean “phone”?”, or "" where nothing is near."""
    near = nearest(word, choices, at_least)
    return f"Did you mean “{shown(near)}”?" if near else ""


def quoted(text: str) -> str:
    """The text as YAML in quotes, safe on one line."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
