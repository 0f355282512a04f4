# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A memory of translated sentences: an English one is known again by its words, and what was filled in is carried over.

A value may hold anything that people wrote. Where a sentence could be taken apart in two ways, it stays English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from string import Formatter

LONGEST = 1000
"""Characters of a sentence that is looked up; a longer one is mostly what somebody wrote, and could take hours."""

KINDS = {"key": r"[\w/-]+"}
"""What a value looks like whose kind is told, as in {record:key}."""

_BETWEEN = re.compile(r"(?<=\.) (?=[A-Z“])(?![^“]*”)")
"""Where a sentence ends, outside of quotes."""

Pieces = tuple[tuple[str, str, str], ...]
"""Words, each with the name and the kind of what is filled in behind them, "" at the end."""
Parts = Mapping[str, "Memory"]
"""The words that may be filled in at a name, where they are words of ours."""


@dataclass(frozen=True, slots=True)
class Translated:
    """A sentence in two languages, such as “{name}” is missing. A brace that is told as it stands is doubled."""

    en: str
    other: str

    @property
    def told(self) -> int:
        """How many characters are the sentence's own."""
        return sum(len(words) for words, _, _ in pieces(self.en))


def pieces(template: str) -> Pieces:
    """The template taken apart at what is filled in."""
    return tuple((words, name or "", kind or "") for words, name, kind, _ in Formatter().parse(template))


@dataclass(frozen=True)
class Memory:
    """Sentences and the parts that may be filled into them."""

    known: tuple[Translated, ...]
    parts: Parts

    def translation(self, sentence: str) -> str | None:
        """The sentence in the other language, or None where it is not known.

        One whose parts are all known goes before one that takes any text there; of several, the one that has most words
        of its own.
        """
        forms = (*self._closed, *self._open) if len(sentence) <= LONGEST else ()
        form = next((each for each in forms if each.shortest.fullmatch(sentence)), None)
        values = form.values_in(sentence) if form else None
        if form is None or values is None:
            return None
        return "".join(self._piece(words, name, values) for words, name, _ in pieces(form.translated.other))

    def in_turn(self, text: str) -> str | None:
        """Several of the sentences, one behind the other, in the other language; None where one is not known."""
        told = [self.translation(each) for each in _BETWEEN.split(text)]
        return None if None in told else " ".join(filter(None, told))

    def patterns(self, anything: str) -> Iterator[str]:
        """An expression for each sentence, with `anything` for what is filled in."""
        for each in self.known:
            yield "".join(re.escape(words) + (anything if name else "") for words, name, _ in pieces(each.en))

    def _piece(self, words: str, name: str, values: Mapping[str, str]) -> str:
        value, part = values.get(name, ""), self.parts.get(name)
        return words + ((part and (part.in_turn(value) or part.translation(value))) or value)

    @cached_property
    def _closed(self) -> list[_Form]:
        return list(self._forms(self.known, closed=True))

    @cached_property
    def _open(self) -> list[_Form]:
        with_parts = (each for each in self.known if any(name in self.parts for _, name, _ in pieces(each.en)))
        return list(self._forms(with_parts, closed=False))

    def _forms(self, known: Iterable[Translated], closed: bool) -> Iterator[_Form]:
        for each in sorted(known, key=lambda each: -each.told):
            parts = self.parts if closed else {}
            yield _Form(each, *(re.compile(_pattern(each.en, parts, text), re.DOTALL) for text in (".*?", ".*")))


@dataclass(frozen=True, slots=True)
class _Form:
    """A sentence as it is looked for: with the shortest values first, and with the longest first."""

    translated: Translated
    shortest: re.Pattern[str]
    longest: re.Pattern[str]

    def values_in(self, sentence: str) -> Mapping[str, str] | None:
        """What was filled in; None where it is another sentence, or where there are two ways to tell."""
        short, long = self.shortest.fullmatch(sentence), self.longest.fullmatch(sentence)
        return short.groupdict() if short and long and short.groups() == long.groups() else None


def _pattern(template: str, parts: Parts, anything: str) -> str:
    found = ""
    for words, name, kind in pieces(template):
        among = "|".join(parts[name].patterns(anything)) if name in parts else KINDS.get(kind, anything)
        found += re.escape(words) + (f"(?P<{name}>{among})" if name else "")
    return found
