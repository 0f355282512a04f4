# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A look at texts: which words stand in them, what to say instead, and why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from porchlight.operating.word_texts import Text
from porchlight.problems import Place
from porchlight.reading.hub import read_hub
from porchlight.reading.saying import seen
from porchlight.site.theme import catalog, theme_folder
from porchlight.views.edition import Assets, Edition
from porchlight.wording.finding import Finding, WordFinder
from porchlight.wording.of_hub import lexicons, word_records


class NoWords(Exception):
    """The hub has no words in that language."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A word in its place, told in the language of its text; `advice` is what to say, `leave` why it may stay."""

    place: Place
    found: Finding
    standing: str
    say: tuple[str, ...]
    advice: str
    why: str
    leave: str

    def sentence(self) -> str:
        """Place, what it says, what to say instead, and why; or why it may stay."""
        says = f"{self.place}  “{' '.join(self.found.says.split())}”"
        return f"{says}: {self.leave}." if self.leave else f"{says}: {self.standing}. {self.advice}  {self.why}"

    def plain(self) -> dict[str, object]:
        """The same for programs."""
        return {
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "says": self.found.says,
            "word": self.found.word,
            "standing": self.found.standing,
            "kept": self.found.kept,
            "say": list(self.say),
            "why": self.why,
        }


class WordLook:
    """Looks at texts by the words of one hub."""

    def __init__(self, root: Path) -> None:
        self._hub = read_hub(root).hub
        self._theme = theme_folder(root)
        self._records = word_records(self._hub)
        self._finders = {language: WordFinder(known) for language, known in lexicons(self._hub).items()}
        self._editions: dict[str, Edition] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the hub has words in, its own first language first."""
        first = self._hub.settings.languages[0]
        return tuple(sorted(self._finders, key=lambda language: (language != first, language)))

    def seen(self, texts: Iterable[Text]) -> Iterator[Seen]:
        """Every word in the texts, in order; NoWords for a text in a language without any."""
        for text in texts:
            if text.language not in self._finders:
                raise NoWords(text.language)
            for found in self._finders[text.language].find(text.text):
                yield self._told(text.at(found.start), found, self._edition(text.language))

    def _told(self, place: Place, found: Finding, edition: Edition) -> Seen:
        record, t = self._records[found.word], edition.t
        say, why = record.codes("say"), edition.text(record, "summary")
        return Seen(
            place,
            found,
            edition.label("standing", found.standing),
            say,
            f"{t('words.say')} {', '.join(say)}." if say else "",
            why.value if why else "",
            t(f"words.box.{found.kept}") if found.kept else "",
        )

    def _edition(self, language: str) -> Edition:
        made = self._editions.get(language)
        if made is None:
            made = Edition(self._hub, language, catalog(self._theme, language), Assets("", "", ""))
            self._editions[language] = made
        return made


def told(found: list[Seen], form: str) -> str:
    """All of it for people, with a count at the end, or for programs."""
    if form == "json":
        return json.dumps([each.plain() for each in found], ensure_ascii=False, indent=2)
    change = sum(each.found.counts for each in found)
    open_ = sum(not each.found.kept and not each.found.counts for each in found)
    lines = [seen(each.sentence()) for each in found]
    return "\n".join([*lines, *([""] if lines else []), f"{change} to change, {open_} to think about."])
