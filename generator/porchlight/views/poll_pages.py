# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of a poll: the form here and on other sites, the thanks, the results, and need against supply."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.model import paths
from porchlight.model.questionnaire import Item, Questionnaire
from porchlight.polls.supply import open_for
from porchlight.views.codebook import codebook_page
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.needs import needs_page
from porchlight.views.pages import Page
from porchlight.views.parts import Link
from porchlight.views.poll_forms import addresses, form_elsewhere, form_for_others, form_part
from porchlight.views.poll_paper import ballot_addresses, ballot_links
from porchlight.views.poll_times import poll_times
from porchlight.views.poll_types import PollEmbedView, PollFragmentView, PollView
from porchlight.views.results import results_page
from porchlight.views.service_types import NoteView


def poll_pages(edition: Edition, questionnaire: Questionnaire) -> Iterator[Page]:
    """The form and its thanks, what was answered beside what is here; the form again for pages of other sites."""
    here = paths.poll_path(questionnaire.id)
    yield _form_page(edition, questionnaire)
    yield _thanks_page(edition, questionnaire, f"{here}thanks/")
    yield results_page(edition, questionnaire)
    yield codebook_page(edition, questionnaire)
    yield needs_page(edition, questionnaire)
    yield from ballot_addresses(edition, questionnaire)
    yield from _embed_pages(edition, questionnaire)
    yield from _fragment_page(edition, questionnaire)


def _form_page(edition: Edition, questionnaire: Questionnaire) -> Page:
    here = paths.poll_path(questionnaire.id)
    title, intro = _heading(edition, questionnaire)
    posts_to = addresses(edition.hub, questionnaire)
    view = PollView(
        frame=frame(edition, here, title, intro, "poll", posts_to=posts_to),
        title=title,
        intro=intro,
        times=poll_times(edition, questionnaire),
        part=form_part(edition, questionnaire, here, f"{here}thanks/"),
        elsewhere=form_elsewhere(edition, questionnaire),
        exists=tuple(_exists(edition, questionnaire, item, here) for item in questionnaire.items()),
        results=Link(edition.t("results.title"), edition.href(here, paths.results_path(questionnaire.id))),
        ballots=tuple(ballot_links(edition, questionnaire, here)),
        keepers=_keepers(edition, questionnaire),
    )
    return Page(edition.path(here), "poll.html", view)


def _keepers(edition: Edition, questionnaire: Questionnaire) -> Link | None:
    """Whom to ask where a sheet of paper is handed in; None where the hub names nobody."""
    settings = edition.hub.settings
    way = settings.way_to_write(questionnaire.id)
    return Link(edition.t("poll.hand.ask", contact=settings.contact), way) if way else None


def _heading(edition: Edition, questionnaire: Questionnaire) -> tuple[str, str]:
    """Title and intro, in the language of the page or in the poll's first."""
    words = (questionnaire.title, questionnaire.intro)
    title, intro = (questionnaire.said(each, edition.language) for each in words)
    return title, intro


def _embed_pages(edition: Edition, questionnaire: Questionnaire) -> Iterator[Page]:
    whole = paths.poll_path(questionnaire.id)
    here = f"{whole}embed/"
    part = form_part(edition, questionnaire, here, f"{here}thanks/")
    if part is None:
        return
    title, intro = _heading(edition, questionnaire)
    posts_to = addresses(edition.hub, questionnaire)
    bare = frame(edition, here, title, intro, "poll", indexable=False, posts_to=posts_to, bare=True)
    back = edition.href(here, whole)
    view = PollEmbedView(bare, title, intro, poll_times(edition, questionnaire), part, back)
    yield Page(edition.path(here), "poll_embed.html", view)
    yield _thanks_page(edition, questionnaire, f"{here}thanks/", bare=True)


def _fragment_page(edition: Edition, questionnaire: Questionnaire) -> Iterator[Page]:
    """A text, not a page: it is there to be copied, and would have no frame, no policy and no language of its own."""
    here = f"{paths.poll_path(questionnaire.id)}fragment.txt"
    form = form_for_others(edition, questionnaire, f"{paths.poll_path(questionnaire.id)}thanks/")
    if form:
        view = PollFragmentView(frame(edition, here, form.title, form.intro, "poll", indexable=False), form)
        yield Page(edition.path(here), "poll_fragment.html", view)


def _exists(edition: Edition, questionnaire: Questionnaire, item: Item, here: str) -> Link:
    count = len(open_for(edition.hub, item))
    there = edition.href(here, paths.item_path(questionnaire.id, item.id))
    label = questionnaire.said(item.label, edition.language)
    return Link(label, there, note=edition.t("poll.see", n=count))


def _thanks_page(edition: Edition, questionnaire: Questionnaire, here: str, *, bare: bool = False) -> Page:
    title = edition.t("thanks.title")
    words = tuple(edition.t(f"thanks.words.{number}") for number in (1, 2, 3))
    pages = (
        (edition.t("asked_for.title"), paths.ASKED_FOR),
        (edition.t("results.title"), paths.results_path(questionnaire.id)),
        (edition.t("needs.title"), paths.needs_path(questionnaire.id)),
        (edition.t("nav.search"), "search/"),
        (edition.t("nav.home"), ""),
    )
    doors = tuple(Link(label, edition.href(here, there)) for label, there in pages)
    crumbs = [(edition.words(questionnaire.title), paths.poll_path(questionnaire.id))]
    around = frame(edition, here, title, words[0], "thanks", crumbs, indexable=False, bare=bare)
    return Page(edition.path(here), "note.html", NoteView(around, title, words, doors))
