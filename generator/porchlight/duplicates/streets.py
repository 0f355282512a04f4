# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Street addresses as they are compared: number, street and side; no unit, no town behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from porchlight.model.alike import folded

_KINDS = {
    "st": "street",
    "str": "street",
    "ave": "avenue",
    "av": "avenue",
    "rd": "road",
    "blvd": "boulevard",
    "dr": "drive",
    "ln": "lane",
    "ct": "court",
    "pl": "place",
    "plz": "plaza",
    "hwy": "highway",
    "pkwy": "parkway",
    "pky": "parkway",
    "cir": "circle",
    "ter": "terrace",
    "tpke": "turnpike",
    "tpk": "turnpike",
    "sq": "square",
    **{kind: kind for kind in ("street", "avenue", "road", "boulevard", "drive", "lane", "court", "place", "plaza")},
    **{
        kind: kind for kind in ("highway", "parkway", "circle", "terrace", "turnpike", "square", "way", "pike", "alley")
    },
}
_WRITTEN_OUT = {"st": "saint", "mt": "mount", "ft": "fort"}
_SIDES = {
    "n": "n",
    "s": "s",
    "e": "e",
    "w": "w",
    "north": "n",
    "south": "s",
    "east": "e",
    "west": "w",
    "ne": "ne",
    "nw": "nw",
    "se": "se",
    "sw": "sw",
}
_NOT_THE_STREET = re.compile(
    r"(?:\b(?:suite|ste|apt|apartment|unit|floor|fl|flr|room|rm|bldg|building)\b|[#,;(]| - ).*"
)
_BOX = re.compile(r"\bp ?o ?box \d+")
_NUMBER = re.compile(r"\b(\d{1,6})(?=[a-z]?\b)")
_SECOND_NUMBER = re.compile(r"^[a-z]?(?:\s*-\s*(?:\d+(?![a-z\d])|[a-z]\b)?)?")
"""What may stand between a number and its street: “12501-12503”, “21795-F”, “1719 - ” before “24th Street”."""
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Street:
    """Number, the words of the street, its kind (“avenue”) and sides (“n”), each "" where it does not say."""

    number: str
    words: tuple[str, ...]
    kind: str
    sides: frozenset[str]

    def is_same(self, other: Street) -> bool:
        """True where both are one door of one street, however it is written; what one leaves out does not count."""
        if self.number != other.number:
            return False
        kinds = not self.kind or not other.kind or self.kind == other.kind
        sides = not self.sides or not other.sides or self.sides == other.sides
        return kinds and sides and self._words_alike(other)

    def _words_alike(self, other: Street) -> bool:
        mine, its = (self.words, other.words)
        if not self.kind or not other.kind:  # a town may stand behind the one that has no kind to end it
            few = min(len(mine), len(its))
            mine, its = mine[:few], its[:few]
        return fuzz.ratio(" ".join(mine), " ".join(its)) >= 85


def street_of(address: str) -> Street | None:
    """The street in an address as people write it; None where it names no numbered door."""
    text = _BOX.sub("", folded(address).replace(".", ""))
    found = _NUMBER.search(text)
    if not found:
        return None
    behind = _SECOND_NUMBER.sub(" ", text[found.end(1) :].replace("'", ""))
    words = _WORDS.findall(_NOT_THE_STREET.sub("", behind))
    ends = [at for at, word in enumerate(words) if word in _KINDS and at > 0 and not _is_saint(words, at)]
    kind = _KINDS[words[ends[0]]] if ends else ""
    after = words[ends[0] + 1 : ends[0] + 2] if ends else []
    named = words[: ends[0]] if ends else words
    sides = frozenset(_SIDES[word] for word in (*named, *after) if word in _SIDES)
    core = tuple(_WRITTEN_OUT.get(word, word) for word in named if word not in _SIDES) or tuple(named)
    return Street(found[1], core, kind, sides) if core else None


def _is_saint(words: list[str], at: int) -> bool:
    """“12 St Paul Street”, “9 North St Clair”: a “st” with a kind of street behind it is a saint."""
    return words[at] == "st" and any(word in _KINDS for word in words[at + 1 :])
