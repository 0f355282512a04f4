# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the items and options of a poll are called by other programs: in the head of a column and in its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from porchlight.model.alike import alike
from porchlight.model.questionnaire import Option, Questionnaire

LONGEST = 2_000
"""Letters of a head in which a name is looked for; a longer one is compared as a whole only."""

_AROUND = tuple(
    re.compile(pattern, re.DOTALL | re.ASCII)
    for pattern in (
        r".*\[([^\[\]]+)\]\s*",  # fields[item], “Stem [Item]”
        r"fi-[a-z]+-(.+)",  # fi-radio-item
        r"entry\.(.+)",  # the number that a form gave to the item
        r"[A-Za-z]\w*(?:\[\w+\])?\.\s+(.+)",  # G01Q01[SQ001]. Item
        r"[Qq]?\s*\d{1,3}\s*[.):]\s*(.+)",  # 3. Item, Q3) Item
        r".*/([^/]+)",  # group/item
        r".*\s[-–—]\s+(.+)",  # Stem - Item
        r".*>>\s*(.+)",  # Stem >> Item
        r".*\(([^()]+)\)\s*",  # Stem (Item)
    )
)
"""What programs put around the name of an item."""

_BEFORE = re.compile(r"\(?(\w{1,16})\)?\s*(?:[-.:)=]|(?<=[\s)]))\s*(.+)", re.DOTALL)
_BEHIND = re.compile(r"(.+?)\s*[(\[](\w{1,16})[)\]]", re.DOTALL)
_WHOLE = re.compile(r"(\d{1,4})\.0", re.ASCII)
"""What a program makes of a whole number in a column that has gaps."""


@dataclass(frozen=True, slots=True)
class Said:
    """An option, and the one language in which it is called so; "" where it was told by code or in several."""

    code: str
    language: str = ""


def readings(head: str) -> list[str]:
    """The texts in the head of a column that may be the name of an item, the whole first."""
    found = [head]
    for text in found if len(head) <= LONGEST else ():  # it grows on the way
        inside = (match[1] for pattern in _AROUND if (match := pattern.fullmatch(text)))
        found += [each for each in inside if each not in found]
    return found


class PollWords:
    """Finds the item or the option that a text names; what fits two of them names neither."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self.items: Mapping[str, str] = _once(_item_names(questionnaire))
        choices = (*questionnaire.options, questionnaire.no_answer)
        self._codes: Mapping[str, str] = _once((name, option.code) for option in choices for name in _names(option))
        self._languages: Mapping[str, str] = _once(
            (alike(label), language) for option in choices for language, label in option.label.items()
        )
        self._places = {option.code: str(place) for place, option in enumerate(questionnaire.options, start=1)}

    def item(self, head: str) -> str:
        """The id of the item that the head of a column names, or ""."""
        return next((item for text in readings(head) if (item := self.items.get(alike(text), ""))), "")

    def option(self, text: str) -> Said | None:
        """The option that a cell tells by its code, its label or both, if they agree; None for anything else."""
        plain = alike(text)
        if whole := _WHOLE.fullmatch(plain):
            plain = whole[1]
        if code := self._codes.get(plain, ""):
            return Said(code, self._languages.get(plain, ""))
        for label, mark in _with_marks(plain):
            code = self._codes.get(label, "")
            if code and mark in (code, self._places.get(code)):
                return Said(code, self._languages.get(label, ""))
        return None


def _with_marks(plain: str) -> Iterator[tuple[str, str]]:
    """“5 - strongly agree” and “strongly agree (5)” as label and mark."""
    if before := _BEFORE.fullmatch(plain):
        yield before[2], before[1]
    if behind := _BEHIND.fullmatch(plain):
        yield behind[1], behind[2]


def _item_names(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    fields = questionnaire.provider.fields if questionnaire.provider else {}
    for item in questionnaire.items():
        own = (fields[item.id],) if item.id in fields else ()
        yield from ((alike(name), item.id) for name in (item.id, *item.label.values(), *own))


def _names(option: Option) -> Iterator[str]:
    yield from map(alike, (option.code, *option.label.values()))


def _once(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The meaning of each name; "" where it has two."""
    found: dict[str, str] = {}
    for name, meaning in pairs:
        found[name] = meaning if found.get(name, meaning) == meaning else ""
    return found
