# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a kit hands out is there, and a slide tells no number but those of a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from porchlight.checking.context import Context
from porchlight.checking.in_article import place_of
from porchlight.model.hub import Article
from porchlight.problems import Place, Problem
from porchlight.reading.saying import did_you_mean, shown
from porchlight.reading.slides import FOLDER, Figure, parts_of, slides_of

_NO_FIGURE = re.compile(
    r"\[[^\]]*\]\((?:tel|sms):[^)]*\)|^ *\d+\. |\b(?:988|911|211)\b|\b(?:press|oprima) \d\b",
    re.MULTILINE | re.IGNORECASE,
)
"""Digits that count nothing: a number to call, the button to press then, the place in a list."""


def numbers_in(words: str) -> list[str]:
    """Every number that counts something, and so needs a source."""
    return re.findall(r"\d[\d.,%]*", _NO_FIGURE.sub("", words))


def kit_dangling(context: Context) -> Iterator[Problem]:
    """Each part of a kit is a page of the hub, and each fact on a slide a record of it."""
    pages = {article.slug for article in context.hub.articles}
    below = (name.split("/", 2)[2:] for name in context.unsound if name.startswith("content/"))
    unsound = {slug for rest in below for slug in rest}
    for article in context.hub.articles:
        for slug in article.kit:
            if slug not in pages | unsound:
                message, hint = "This kit names a page that is not here.", did_you_mean(slug, pages)
                yield Problem(Place(article.place.file), "kit-dangling", message, shown(slug), hint)


def named_fact_dangling(context: Context) -> Iterator[Problem]:
    """Each fact that a slide or a page of text names is a record of the hub."""
    known = {record.key for _, record in context.records()} | context.unsound
    for article in context.hub.articles:
        for figure in (part for part in parts_of(article.markdown) if isinstance(part, Figure)):
            if figure.key not in known:
                fact, facts = figure.key.partition("/")[2], [key.partition("/")[2] for key in known]
                message, hint = "This page names a fact that is not here.", did_you_mean(fact, facts)
                yield Problem(place_of(article, fact), "kit-dangling", message, shown(fact), hint)


def slide_number(context: Context) -> Iterator[Problem]:
    """A number on a slide comes from the record of a fact, which has a source and a day."""
    for article in _decks(context):
        for slide in slides_of(article.markdown):
            words = "\n".join([slide.title, *(part for part in slide.parts if isinstance(part, str))])
            for number in numbers_in(words):
                message = "A slide tells this number without its source."
                hint = "Put the id of its fact between a line of ```fact and a line of ```."
                yield Problem(place_of(article, number), "slide-number", message, shown(number), hint)


def _decks(context: Context) -> Iterator[Article]:
    return (article for article in context.hub.articles if article.slug.startswith(FOLDER))
