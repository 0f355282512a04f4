# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A figure leads to the record of a fact that says it, with its source, its year and its limits.

On a page of text a link does so. The summary of any other record can't lead anywhere, so a person looks at its shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from porchlight.checking.context import Context
from porchlight.checking.in_article import place_of, tokens_of
from porchlight.checking.shares import FIGURE, SHARE, digits_in, words_in
from porchlight.model.hub import Article
from porchlight.model.record import Record
from porchlight.problems import Place, Problem
from porchlight.reading.saying import shown
from porchlight.wording.of_record import sentences

_TO_FACT = "record:facts/"


@dataclass(frozen=True, slots=True)
class Written:
    """A share or a large number as it is written, where it stands, and the link that carries it ("" for none)."""

    words: str
    href: str
    place: Place

    def problem(self, message: str, hint: str) -> Problem:
        """The problem at this place."""
        return Problem(self.place, "figure-without-fact", message, self.words, hint)


def figure_without_fact(context: Context) -> Iterator[Problem]:
    """Each share and each large number on a page of text is the label of a link to a fact that says it."""
    facts = {record.id: record for record in context.hub.records.get("facts", ())}
    for article in context.hub.articles:
        for figure in figures_of(article):
            if not figure.href.startswith(_TO_FACT):
                hint = f"Put the fact into data/facts/, and write: [{shown(figure.words)}]({_TO_FACT}its-id)"
                yield figure.problem("This figure needs the record of a fact, with its source and year.", hint)
            elif fact := facts.get(figure.href.removeprefix(_TO_FACT)):  # a link to nothing is another's to tell
                yield from _not_in(fact, figure)


def share_without_fact(context: Context) -> Iterator[Problem]:
    """A share in the summary of a record may be a claim about the world, which needs a fact, or what a place charges.

    Nobody but a person can tell, so it stops no build: what a page of text says is ours, what a record says is theirs.
    """
    for schema, record in context.records():
        summary = schema.field_for("summary")
        told = sentences(schema, context.hub.package.parts, record) if schema.resource != "facts" else ()
        for sentence in (each for each in told if summary and each.path[-1] == summary.name):
            for found in SHARE.finditer(sentence.text):
                message = "A figure that is more than what they charge or pay needs the record of a fact."
                hint = "Put the fact into data/facts/, and take the figure out here."
                place = context.place_of(record, *sentence.path)
                yield Problem(place, "share-in-record", message, shown(found[0]), hint, weight="care")


def figures_of(article: Article) -> Iterator[Written]:
    """Every figure of the article, in order. Money is no figure: what something costs stands in its record."""
    for text in (article.title, article.description):
        yield from (Written(found[0], "", Place(article.place.file)) for found in FIGURE.finditer(text))
    for line, token in tokens_of(article):
        text, leading = _whole(token.children or [])
        for found in FIGURE.finditer(text):
            yield Written(found[0], leading[found.start()], _place(article, found[0], line))


def _whole(children: Iterable[Token]) -> tuple[str, list[str]]:
    """The words of a block as a reader sees them, whatever marks and lines cut them, and where each letter leads."""
    text, href, leading = "", "", list[str]()
    for child in children:
        if child.type == "link_open":
            href = str(child.attrGet("href"))
        elif child.type == "link_close":
            href = ""
        words = " " if child.type in ("softbreak", "hardbreak") else child.content
        text += words
        leading += [href] * len(words)
    return text, leading


def _place(article: Article, words: str, line: int) -> Place:
    """Where the figure stands, or at least its first word where marks or a new line cut it."""
    number = re.split(r"[\s%-]", words)[0]
    return place_of(article, words if words in article.markdown else number, line)


def _not_in(fact: Record, figure: Written) -> Iterator[Problem]:
    """The fact must say each number, in any of its texts."""
    said = " ".join(_texts(fact))
    digits = digits_in(said)
    if not digits_in(figure.words) <= digits or not words_in(figure.words) <= digits | words_in(said):
        message = f"The fact “{shown(fact.id)}” does not say this figure."
        yield figure.problem(message, "Write the figure as the fact says it, or lead to the fact that says it.")


def _texts(fact: Record) -> Iterator[str]:
    yield from (value for value in fact.values.values() if isinstance(value, str))
    for row in fact.rows("translations"):
        yield from (value for value in row.values() if isinstance(value, str))
