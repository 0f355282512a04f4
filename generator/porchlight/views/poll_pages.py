# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of a poll: the form, the thanks, and the results as far as there are any."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import product

from porchlight.model import paths
from porchlight.model.ballot_codes import ballot_code
from porchlight.model.questionnaire import Questionnaire
from porchlight.polls.form import poll_form
from porchlight.polls.privacy import Keeping, privacy_note
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.pages import Page
from porchlight.views.parts import Link
from porchlight.views.posting import action, onward
from porchlight.views.types import NoteView, PollView, ShortView


def poll_pages(edition: Edition, questionnaire: Questionnaire) -> Iterator[Page]:
    """The form, its thanks page and its results page, and the short addresses that stand on paper."""
    yield _form_page(edition, questionnaire)
    yield from _short_pages(edition, questionnaire)
    here = paths.poll_path(questionnaire.id)
    yield _note(edition, questionnaire, f"{here}thanks/", "thanks")
    yield _note(edition, questionnaire, f"{here}results/", "results")


def _form_page(edition: Edition, questionnaire: Questionnaire) -> Page:
    here = paths.poll_path(questionnaire.id)
    form = poll_form(
        questionnaire,
        edition.language,
        action(edition, questionnaire.id, here),
        onward(edition, f"{here}thanks/"),
    )
    view = PollView(
        frame=frame(edition, here, form.title, form.intro, "poll"),
        title=form.title,
        intro=form.intro,
        form=form,
        privacy=privacy_note(Keeping(edition.hub.settings.keep_months), questionnaire, edition.language),
        exists={item.id: _exists(edition, questionnaire, item.id, here) for item in questionnaire.items()},
        results=Link(edition.t("results.title"), edition.href(here, f"{here}results/")),
        ballots=tuple(_ballots(edition, questionnaire, here)),
    )
    return Page(edition.path(here), "poll.html", view)


def _ballots(edition: Edition, questionnaire: Questionnaire, here: str) -> Iterator[Link]:
    """The sheets to print that there are, those in the page's own language first."""
    languages = sorted(edition.hub.settings.languages, key=lambda code: code != edition.language)
    for language, large in product(languages, (False, True)):
        file = paths.ballot_file(questionnaire.id, language, large)
        if file in edition.downloads:
            spoken = edition.t(f"language.{language}")
            name = edition.t("poll.ballot.large", language=spoken) if large else spoken
            note = edition.t("poll.ballot.size", n=math.ceil(edition.downloads[file] / 1000))
            yield Link(name, paths.between(edition.path(here), file), note=note, lang=language)


def _short_pages(edition: Edition, questionnaire: Questionnaire) -> Iterator[Page]:
    """The address on paper of this version and of every earlier one, since old sheets are still about."""
    title = questionnaire.said(questionnaire.title, edition.language)
    for code in dict.fromkeys(ballot_code(questionnaire.id, n) for n in range(questionnaire.version, 0, -1)):
        here = paths.ballot_path(code)
        there = edition.href(here, paths.poll_path(questionnaire.id))
        head = frame(edition, here, title, "", "short", indexable=False)
        view = ShortView(head, title, "", "", "", "", "", checked=None, there=there, kept={})
        yield Page(edition.path(here), "short.html", view)


def _exists(edition: Edition, questionnaire: Questionnaire, item: str, here: str) -> Link:
    count = sum(item in record.codes("items") for record in edition.hub.all_records())
    return Link(edition.t("poll.see", n=count), edition.href(here, paths.item_path(questionnaire.id, item)))


def _note(edition: Edition, questionnaire: Questionnaire, here: str, key: str) -> Page:
    title = edition.t(f"{key}.title")
    words = tuple(edition.t(f"{key}.words.{n}") for n in range(1, 4) if edition.t.has(f"{key}.words.{n}"))
    poll, results = paths.poll_path(questionnaire.id), f"{paths.poll_path(questionnaire.id)}results/"
    leads_to = (edition.t("results.title"), results) if key == "thanks" else (edition.words(questionnaire.title), poll)
    pages = (leads_to, (edition.t("nav.search"), "search/"), (edition.t("nav.home"), ""))
    doors = tuple(Link(label, edition.href(here, there)) for label, there in pages)
    crumbs = [(edition.words(questionnaire.title), paths.poll_path(questionnaire.id))]
    view = NoteView(frame(edition, here, title, words[0], key, crumbs, indexable=key != "thanks"), title, words, doors)
    return Page(edition.path(here), "note.html", view)
