# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A figure on a page of text leads to the record of a fact that says it, with its source, its year and its limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from porchlight.checking.context import Context
from porchlight.checking.in_article import place_of, tokens_of
from porchlight.model.hub import Article
from porchlight.model.record import Record
from porchlight.problems import Place, Problem
from porchlight.reading.saying import shown

_OUT_OF = r"(?:(?:in|of)\s(?:every\s)?\d{1,3}\b|(?:out\sof|de\scada)\s(?:every\s)?\d[\d,]*)"
_SHARE = rf"\d[\d.,]*(?:\s?%|\s(?:percent|per\scent|por\sciento)\b|\s{_OUT_OF})"
_MANY = r"\d{1,3}(?:,\d{3})+"
_FIGURE = re.compile(rf"(?<![\w.,$-])(?:{_SHARE}|{_MANY})", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
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


def figures_of(article: Article) -> Iterator[Written]:
    """Every figure of the article's text, in order. Money is no figure: what something costs stands in its record."""
    for line, token in tokens_of(article):
        href = ""
        for child in token.children or []:
            if child.type == "link_open":
                href = str(child.attrGet("href"))
            elif child.type == "link_close":
                href = ""
            elif child.type == "text":
                for found in _FIGURE.finditer(child.content):
                    yield Written(found[0], href, place_of(article, found[0], line))


def _not_in(fact: Record, figure: Written) -> Iterator[Problem]:
    """The fact must say each number, in any of its texts."""
    said = set(_NUMBER.findall(" ".join(_texts(fact))))
    if not said.issuperset(_NUMBER.findall(figure.words)):
        message = f"The fact “{shown(fact.id)}” does not say this figure."
        yield figure.problem(message, "Write the figure as the fact says it, or lead to the fact that says it.")


def _texts(fact: Record) -> Iterator[str]:
    yield from (value for value in fact.values.values() if isinstance(value, str))
    for row in fact.rows("translations"):
        yield from (value for value in row.values() if isinstance(value, str))
