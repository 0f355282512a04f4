# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The codebook: the exact words of a poll, how it was asked, and by which rules its results are told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from porchlight.model import paths
from porchlight.model.questionnaire import Questionnaire, Words
from porchlight.polls.response import Mode
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.pages import Page
from porchlight.views.parts import Line, Link, Text
from porchlight.views.poll_types import CodebookView
from porchlight.views.result_parts import FiguresRow, FiguresTable, RuleGroup, Wording
from porchlight.views.results import downloads
from porchlight.views.told import releases_of, wordings
from porchlight.views.wave_parts import days_of

RULES = (("ladder", 7), ("order", 4), ("care", 4))
"""The groups of rules in the catalog, with how many sentences each has."""

ASKED = ("1", "2", "3")
OWN_FORM = ("own.1", "own.2")
"""Sentences on how we asked: those that hold for any form, and those that hold for ours, on the web and on paper."""


def codebook_page(edition: Edition, questionnaire: Questionnaire) -> Page:
    """Everything that a careful reader of the results needs to know."""
    here, title = paths.codebook_path(questionnaire.id), edition.t("codebook.title")
    poll, results = paths.poll_path(questionnaire.id), paths.results_path(questionnaire.id)
    crumbs = [(edition.words(questionnaire.title), poll), (edition.t("results.title"), results)]
    lead = edition.t("codebook.lead")
    view = CodebookView(
        frame=frame(edition, here, title, lead, "codebook", crumbs),
        title=title,
        lead=lead,
        asked=tuple(_waves(edition, questionnaire)),
        options=_options(edition, questionnaire),
        wordings=tuple(_wording(edition, version) for version in wordings(edition.hub, questionnaire)),
        rules=(_asked(edition, questionnaire), *(_rules(edition, group, count) for group, count in RULES)),
        downloads=downloads(edition, questionnaire, here) if releases_of(edition.hub, questionnaire) else (),
        back=Link(edition.t("results.title"), edition.href(here, results)),
    )
    return Page(edition.path(here), "codebook.html", view)


def _waves(edition: Edition, questionnaire: Questionnaire) -> Iterator[Line]:
    """When each wave was asked, and of whom; its id only as what it is called in the files."""
    for wave in questionnaire.waves:
        told = " ".join(filter(None, (edition.words(wave.invited), edition.t("codebook.wave", id=wave.id))))
        yield Line(days_of(edition, wave) or edition.t("codebook.always"), Text(told))


def _options(edition: Edition, questionnaire: Questionnaire) -> FiguresTable:
    """Every answer with its code and the side that it is counted to."""
    sided = [
        (option, edition.t(f"codebook.side.{questionnaire.side_of(option.code)}")) for option in questionnaire.options
    ]
    every = [*sided, (questionnaire.no_answer, edition.t("codebook.side.none"))]
    return FiguresTable(
        id="options",
        caption=edition.t("codebook.options"),
        heads=tuple(edition.t(f"codebook.head.{head}") for head in ("answer", "code", "side")),
        rows=tuple(FiguresRow(Text(edition.words(option.label)), (option.code, side)) for option, side in every),
    )


def _wording(edition: Edition, version: Questionnaire) -> Wording:
    rows = []
    for block in version.blocks:
        rows.append((block.id, _texts(edition, version, block.stem)))
        rows += [(item.id, _texts(edition, version, item.label)) for item in block.items]
    return Wording(
        title=edition.t("codebook.version", number=version.version),
        heads=(edition.t("codebook.head.id"), *(edition.label("language", each) for each in version.languages)),
        rows=tuple(rows),
    )


def _texts(edition: Edition, version: Questionnaire, words: Words) -> tuple[Text, ...]:
    """The words in each language that it was asked in; nothing where they were not written."""
    return tuple(Text(words.get(each, ""), "" if each == edition.language else each) for each in version.languages)


def _asked(edition: Edition, questionnaire: Questionnaire) -> RuleGroup:
    """How answers came in, by what the releases say: of another service's form we promise nothing."""
    released = {mode for release in releases_of(edition.hub, questionnaire) for mode in release.modes}
    modes = [mode for mode in get_args(Mode) if mode in released]
    own = () if modes == ["import"] else OWN_FORM
    sentences = tuple(edition.t(f"codebook.asked.{key}") for key in (*modes, *own, *ASKED))
    return RuleGroup(edition.t("codebook.asked"), sentences)


def _rules(edition: Edition, group: str, count: int) -> RuleGroup:
    sentences = tuple(edition.t(f"codebook.{group}.{number}") for number in range(1, count + 1))
    return RuleGroup(edition.t(f"codebook.{group}"), sentences)
