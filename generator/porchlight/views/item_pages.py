# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The doors of a poll: who agrees with an item sees what exists for it today, in the numbers of the page of needs."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.model import paths
from porchlight.model.hub import Article
from porchlight.model.questionnaire import Item, Questionnaire
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.reading.slides import FOLDER
from porchlight.views.cards import card
from porchlight.views.doors import by_resource
from porchlight.views.edition import Edition
from porchlight.views.fitting import fitting
from porchlight.views.frames import frame
from porchlight.views.list_parts import Group
from porchlight.views.need_parts import Held, add_link, asked_words, held, need
from porchlight.views.pages import Page
from porchlight.views.parts import Empty, Link
from porchlight.views.poll_types import ItemView
from porchlight.views.templates import library_link
from porchlight.views.text_message import message_address
from porchlight.views.told import told

HELP_LINE = "211"


def item_pages(edition: Edition, questionnaire: Questionnaire) -> Iterator[Page]:
    """A page per item of a poll."""
    latest = next(iter(told(edition.hub, questionnaire)[-1:]), None)
    for each in held(edition, questionnaire, latest):
        yield _page(edition, questionnaire, each, asked_words(edition, latest) if each.was_asked else "")


def reads(edition: Edition, item: Item, here: str) -> tuple[Link, ...]:
    """What serves the item: templates by their library, where who asked for one finds them all; slides, then texts."""
    serving = [article for article in edition.articles if item.id in article.items]
    in_order = sorted((a for a in serving if not a.template), key=lambda a: not _is_slides(a))
    texts = (Link(_called(edition, a), edition.href(here, f"{a.slug}/")) for a in in_order)
    return (*((library_link(edition, here),) if any(a.template for a in serving) else ()), *texts)


def _is_slides(article: Article) -> bool:
    return article.slug.startswith(FOLDER)


def _called(edition: Edition, article: Article) -> str:
    return f"{edition.t('slides.label')}: {article.title}" if _is_slides(article) else article.title


def nothing_here(edition: Edition, here: str, title: str) -> Empty:
    """The next doors where nothing is here: 211 where the hub knows it, the search, and the way to add something."""
    numbers = {row["number"] for record in edition.hub.all_records() for row in record.rows("phones")}
    call = Link(edition.t("home.tonight.call"), f"tel:{HELP_LINE}", note=edition.t("bands.unasked.help"))
    search = Link(edition.t("nav.search"), edition.href(here, "search/"))
    doors = (*((call,) if HELP_LINE in numbers else ()), search, add_link(edition, here, title))
    return Empty(edition.t("list.empty"), doors)


def _page(edition: Edition, questionnaire: Questionnaire, each: Held, asked: str) -> Page:
    here, title = paths.item_path(questionnaire.id, each.item.id), edition.words(each.item.label)
    crumbs = [(edition.words(questionnaire.title), paths.poll_path(questionnaire.id))]
    intro = edition.t("poll.exists" if each.records else "list.empty")
    view = ItemView(
        frame=frame(edition, here, title, intro, "door", crumbs),
        title=title,
        intro=intro,
        question=edition.t("needs.stem.line", stem=edition.words(each.stem)),
        asked=asked,
        need=need(edition, questionnaire, each, here),
        add=add_link(edition, here, title),
        groups=tuple(_group(edition, *pair, here) for pair in by_resource(edition, each.records)),
        links=(*fitting(edition, each, here), *reads(edition, each.item, here)),
        empty=None if each.records else nothing_here(edition, here, title),
        sms_href=_message(edition, title, here),
        doors=_doors(edition, questionnaire, here),
    )
    return Page(edition.path(here), "item.html", view)


def _group(edition: Edition, schema: Schema, records: list[Record], here: str) -> Group:
    """All that the page counts, so that who counts its cards comes to the same number."""
    return Group(edition.title(schema), tuple(card(edition, schema, record, here) for record in records))


def _message(edition: Edition, title: str, here: str) -> str:
    """The text message that tells of this page; "" where the hub has no address of its own."""
    base = edition.hub.settings.address.rstrip("/")
    return message_address(title, "", f"{base}/{edition.path(here)}") if base else ""


def _doors(edition: Edition, questionnaire: Questionnaire, here: str) -> tuple[Link, ...]:
    pages = (
        (edition.t("results.title"), paths.results_path(questionnaire.id)),
        (edition.t("needs.title"), paths.needs_path(questionnaire.id)),
        (edition.t("asked_for.title"), paths.ASKED_FOR),
        (edition.words(questionnaire.title), paths.poll_path(questionnaire.id)),
    )
    return tuple(Link(label, edition.href(here, there)) for label, there in pages)
