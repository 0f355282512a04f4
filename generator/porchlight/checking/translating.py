# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the check tells in another language: the code says it in English, `languages/` holds the same sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from porchlight.checking.codes import CODES
from porchlight.checking.memory import Memory, Translated
from porchlight.problems import SAYS, Problem

FIRST = "en"
_FOLDER = files("porchlight.checking") / "languages"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. What is not known in it, such as the description of a field, stays English."""

    language: str = FIRST
    sentences: Memory = field(default_factory=lambda: Memory((), {}))
    meanings: Mapping[str, str] = field(default_factory=dict)

    def told(self, sentence: str) -> str:
        """The sentence in this language."""
        return self.sentences.translation(sentence) or sentence

    def problem(self, problem: Problem) -> Problem:
        """The problem in this language; its place, what stands there and the lines to paste are the same."""
        return replace(problem, message=self.told(problem.message), hint=self.told(problem.hint))

    def sentence(self, problem: Problem) -> str:
        """All of a problem that is in this language already, except the place, ready to print."""
        return problem.sentence(self.told(SAYS))

    def meaning(self, code: str) -> str:
        """What a kind of problem is about."""
        return self.meanings.get(code, CODES[code])


ENGLISH = Words()


def languages() -> tuple[str, ...]:
    """The codes of the languages that the check speaks, English first."""
    return (FIRST, *sorted(each.name.removesuffix(".yaml") for each in _FOLDER.iterdir()))


@cache
def words_in(language: str) -> Words:
    """The words of one of the `languages`."""
    if language == FIRST:
        return ENGLISH
    import yaml  # most commands need no words

    told = yaml.load((_FOLDER / f"{language}.yaml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    parts = {name: Memory(_translated(language, each), {}) for name, each in told["parts"].items()}
    return Words(language, Memory(_translated(language, told["sentences"]), parts), told["codes"])


def _translated(language: str, pairs: Iterable[Mapping[str, str]]) -> tuple[Translated, ...]:
    return tuple(each for pair in pairs for each in _with_full_stop(Translated(pair[FIRST], pair[language])))


def _with_full_stop(one: Translated) -> Iterator[Translated]:
    """The sentence, and as it ends where the lines to paste behind its colon may not be shown."""
    yield one
    if one.en.endswith(":"):
        yield Translated(f"{one.en[:-1]}.", f"{one.other[:-1]}.")
