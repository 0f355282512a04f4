# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""content/<language>/**/*.md → articles: front matter between two lines of `---`, then Markdown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from porchlight.model.hub import Article, Shelf
from porchlight.model.questionnaire import Questionnaire
from porchlight.model.schema import Package
from porchlight.model.template import FOLDER
from porchlight.problems import Place, Problem
from porchlight.reading.files import files_in, listing, read_bytes
from porchlight.reading.front_matter import Written, read_written
from porchlight.reading.saying import did_you_mean, shown
from porchlight.reading.taking import Taker
from porchlight.reading.templates import read_template

_SLUG = re.compile(r"[a-z0-9]+([-/][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class _Asked:
    """The polls that a page may ask a part of; not `are_all` where some could not be read."""

    polls: tuple[Questionnaire, ...]
    are_all: bool

    def blocks(self) -> list[str]:
        return [f"{poll.id}#{block.id}" for poll in self.polls for block in poll.blocks]

    def lacks(self, name: str) -> bool:
        is_read = name.partition("#")[0] in {poll.id for poll in self.polls}
        return name not in self.blocks() and (self.are_all or is_read)


def read_articles(
    root: Path,
    languages: tuple[str, ...],
    package: Package,
    polls: tuple[Questionnaire, ...],
    are_all_polls: bool = True,
) -> tuple[tuple[Article, ...], list[Problem]]:
    """Every sound article, by language and name, and every problem. An article's place is where its Markdown begins.

    Where a poll's file has to be mended first (`are_all_polls` is False), asking a poll that is not there is no fault.
    """
    problems = list(_strange_folders(root, languages))
    articles: list[Article] = []
    asked = _Asked(polls, are_all_polls)
    for language in languages:
        files, more = files_in(root, f"content/{language}", (".md",), deep=True)
        problems.extend(more)
        for file in files:
            article, more = _article(read_bytes(root, file), file, language, package, asked)
            problems.extend(more)
            articles.extend([article] if article and not more else [])
    return tuple(articles), problems


def _strange_folders(root: Path, languages: tuple[str, ...]) -> Iterator[Problem]:
    for path in listing(root / "content"):
        if path.is_dir() and path.name not in languages:
            yield Problem(
                Place(f"content/{shown(path.name)}"),
                "folder-unknown",
                "This hub has no such language.",
                hint="Add it to “languages” in data/hub.yaml.",
            )


def _article(
    data: bytes, file: str, language: str, package: Package, asked: _Asked
) -> tuple[Article | None, list[Problem]]:
    written, problems = read_written(data, file, "an article")
    if written is None:
        return None, problems
    article = _made(written, language, package)
    _must_be_asked(written.taker, article.poll, asked)
    return article, problems


def _made(written: Written, language: str, package: Package) -> Article:
    taker, place = written.taker, written.place
    slug = place.file.removeprefix(f"content/{language}/").removesuffix(".md")
    if not _SLUG.fullmatch(slug):
        taker.add(
            Place(place.file),
            "file-name",
            "The names of this file and its folder become the page's address.",
            "Use small letters, digits and hyphens.",
        )
    article = Article(
        slug=slug,
        language=language,
        title=taker.text("title", needed=True),
        description=taker.text("description", needed=True),
        markdown=written.markdown,
        shelves=tuple(_shelf(each, package) for each in taker.each("shelves", "a shelf")),
        items=taker.texts("items"),
        time=taker.text("time"),
        poll=taker.text("poll"),
        kit=taker.texts("kit"),
        state_by_state=_state_by_state(taker, package),
        place=place,
        template=read_template(written, package) if slug.startswith(FOLDER) else None,
    )
    taker.done()
    _must_be(taker, "time", article.time, _times(package))
    return article


def _must_be_asked(taker: Taker, poll: str, asked: _Asked) -> None:
    if poll and asked.lacks(poll):
        message = "There is no such part of a poll to ask on this page."
        hint = did_you_mean(poll, asked.blocks()) or "Name the poll, a “#”, and the id of one of its blocks."
        taker.problems.append(Problem(taker.place_of("poll"), "article-poll-unknown", message, shown(poll), hint))


def _times(package: Package) -> Collection[str]:
    """The codes of the times for which records tell that they help then (the role `when`)."""
    fields = [schema.field_for("when") for schema in package.schemas]
    known = [package.vocabularies[field.vocabulary] for field in fields if field and field.vocabulary]
    return {code for vocabulary in known for code in vocabulary.labels}


def _state_by_state(taker: Taker, package: Package) -> Shelf | None:
    one = taker.one("state_by_state", "a shelf")
    if one is None:
        return None
    shelf = _shelf(one, package)
    if shelf.resource in [each.resource for each in package.schemas]:
        _must_be(
            one, "resource", shelf.resource, [each.resource for each in package.schemas if each.field_for("where")]
        )
    return shelf


def _shelf(taker: Taker, package: Package) -> Shelf:
    shelf = Shelf(taker.text("resource", needed=True), taker.text("field"), taker.text("code"))
    taker.done()
    schema = next((each for each in package.schemas if each.resource == shelf.resource), None)
    field = schema.field_named(shelf.field) if schema else None
    codes = package.vocabularies[field.vocabulary].labels if field and field.vocabulary else {}
    _must_be(taker, "resource", shelf.resource, [each.resource for each in package.schemas])
    if schema:
        _must_be(taker, "field", shelf.field, [each.name for each in schema.fields])
    if field:
        _must_be(taker, "code", shelf.code, codes)
    return shelf


def _must_be(taker: Taker, name: str, text: str, known: Collection[str]) -> None:
    if text and text not in known:
        taker.problems.append(
            Problem(
                taker.place_of(name),
                "shelf-dangling",
                f"There is no such {name} to make a list of.",
                shown(text),
                did_you_mean(text, known),
            )
        )
