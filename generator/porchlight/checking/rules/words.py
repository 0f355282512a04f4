# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a record or a page says what most guides ask to say in another way, someone looks at it again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from porchlight.checking.context import Context
from porchlight.checking.in_article import tokens_of
from porchlight.model.pages import is_about_words
from porchlight.model.record import Record
from porchlight.problems import Place, Problem
from porchlight.reading.saying import shown
from porchlight.wording.finding import Finding, WordFinder
from porchlight.wording.of_hub import lexicons, word_records
from porchlight.wording.of_record import sentences


@dataclass(frozen=True, slots=True)
class _Words:
    """What finds the words of each language, and the records that tell what to say."""

    finders: Mapping[str, WordFinder]
    records: Mapping[str, Record]

    def counting(self, text: str, language: str) -> Iterator[Finding]:
        """What most guides say to change; no quotes, no names, nobody's own words."""
        if language in self.finders:
            yield from (found for found in self.finders[language].find(text) if found.counts)

    def problem(self, place: Place, found: Finding) -> Problem:
        """The word in its place, and what to say."""
        say = ", ".join(self.records[found.word].codes("say"))
        return Problem(
            place,
            "words-better",
            "Most guides ask to say this in another way.",
            shown(found.says),
            f"You can say: {say}. The page “Words that help” tells why." if say else "",
            weight="care",
        )


def words_better(context: Context) -> Iterator[Problem]:
    """The texts of records and pages say what puts people first."""
    words = _words(context)
    if words.finders:
        yield from _of_records(context, words)
        yield from _of_articles(context, words)


def _words(context: Context) -> _Words:
    known = lexicons(context.hub)
    return _Words({language: WordFinder(each) for language, each in known.items()}, word_records(context.hub))


def _of_records(context: Context, words: _Words) -> Iterator[Problem]:
    for schema, record in context.records():
        if is_about_words(schema):
            continue
        for sentence in sentences(schema, context.hub.package.parts, record):
            for found in words.counting(sentence.text, sentence.language):
                yield words.problem(context.place_of(record, *sentence.path), found)


def _of_articles(context: Context, words: _Words) -> Iterator[Problem]:
    for article in context.hub.articles:
        for text in (article.title, article.description):
            for found in words.counting(text, article.language):
                yield words.problem(Place(article.place.file), found)
        fences = ((line + 1, token.content) for line, token in tokens_of(article) if token.type == "fence")
        for first, text in ((0, article.markdown), *fences):  # the finder leaves out what fences hold, as code
            for found in words.counting(text, article.language):
                before = text[: found.start].split("\n")
                place = Place(article.place.file, article.place.line + first + len(before) - 1, len(before[-1]) + 1)
                yield words.problem(place, found)
