# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of Markdown: explainers, guides, and the lists of records that they carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from porchlight.model import paths
from porchlight.model.hub import Article, Shelf
from porchlight.model.questionnaire import Questionnaire
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.reading.slides import FOLDER, Figure, Part, parts_of
from porchlight.views.cards import card, deciding_line
from porchlight.views.edition import Edition
from porchlight.views.figures import fact_told, source_of
from porchlight.views.frames import frame
from porchlight.views.kits import asking, below, kit, kits_with, papers
from porchlight.views.linked_facts import Until
from porchlight.views.list_parts import Card, Group
from porchlight.views.markdown import Resolve, render
from porchlight.views.order import in_order
from porchlight.views.pages import Page
from porchlight.views.parts import Link
from porchlight.views.poll_forms import addresses, form_part
from porchlight.views.search_pages import found_article
from porchlight.views.state_by_state import state_by_state
from porchlight.views.text_types import ArticleView, TextPart
from porchlight.views.times import time_groups, time_papers

SHELF_SIZE = 12


def article_pages(edition: Edition) -> Iterator[Page]:
    """A page per article that is text, in every language's tree; slides and templates have pages of their own."""
    for article in (each for each in edition.articles if each.template is None):
        if article.slug.startswith(FOLDER):
            continue
        here = f"{article.slug}/"
        asked, block = _asked(edition, article)
        posts_to = addresses(edition.hub, asked) if asked else ()
        view = ArticleView(
            frame=frame(
                edition,
                here,
                article.title,
                article.description,
                "article",
                crumbs(edition, article),
                posts_to=posts_to,
            ),
            title=article.title,
            parts=text_parts(edition, parts_of(article.markdown), here),
            body_lang=edition.lang_of(article),
            groups=(*shelves(edition, article, here), *time_groups(edition, article.time, here)),
            papers=time_papers(edition, article.time, here),
            part=form_part(edition, asked, here, f"{paths.poll_path(asked.id)}thanks/", block) if asked else None,
            poll=_whole_poll(edition, asked, here) if asked else None,
            kit=kit(edition, article, here),
            files=papers(edition, article, here),
            doors=kits_with(edition, article, here),
            below=below(edition, article, here),
            asking=asking(edition, article, here),
            state_by_state=state_by_state(edition, article, partial(text_parts, edition, here=here), here),
        )
        yield Page(edition.path(here), "article.html", view, found_article(edition, article))


def _asked(edition: Edition, article: Article) -> tuple[Questionnaire | None, str]:
    """The poll and the block of it that the article asks."""
    poll, _, block = article.poll.partition("#")
    return next((each for each in edition.hub.questionnaires if each.id == poll), None), block


def _whole_poll(edition: Edition, questionnaire: Questionnaire, here: str) -> Link:
    title = questionnaire.said(questionnaire.title, edition.language)
    return Link(edition.t("poll.whole", title=title), edition.href(here, paths.poll_path(questionnaire.id)))


def crumbs(edition: Edition, article: Article) -> list[tuple[str, str]]:
    """The page above, where the folder of the article has one: `help` above `help/schools`."""
    above = article.slug.rpartition("/")[0]
    return [(each.title, f"{each.slug}/") for each in edition.articles if each.slug == above]


def text_parts(edition: Edition, parts: Iterable[Part], here: str) -> tuple[TextPart, ...]:
    """Words and facts as the page `here` tells them."""
    resolve, until = resolver(edition, here), stated_until(edition)
    return tuple(
        _fact(edition, part, here) if isinstance(part, Figure) else TextPart(words=render(part, resolve, until))
        for part in parts
    )


def _fact(edition: Edition, figure: Figure, here: str) -> TextPart:
    fact = fact_told(edition, figure)
    if fact is None:
        return TextPart(source=source_of(edition, figure))
    return TextPart(fact=fact, page=edition.href(here, fact.there))


def stated_until(edition: Edition) -> Until:
    """How long a text may state the fact that it links to."""

    def until(key: str) -> str:
        record = edition.find_key(key)
        schema = edition.hub.package.schema_of(record.resource) if record else None
        return schema.text_of(record, "review_by") if record and schema and schema.law_kinds else ""

    return until


def resolver(edition: Edition, here: str) -> Resolve:
    """How links by name are written on the page `here`."""

    def resolve(address: str) -> str | None:
        scheme, _, name = address.partition(":")
        if scheme == "record":
            return edition.href(here, f"{name}/")
        if scheme == "page":
            slug, _, part = name.partition("#")
            return edition.href(here, f"{slug}/" if slug else "") + (f"#{part}" if part else "")
        return None

    return resolve


def shelves(edition: Edition, article: Article, here: str) -> tuple[Group, ...]:
    """The lists that the article carries, each with the way to the whole list."""
    groups = (_shelf(edition, shelf, here) for shelf in article.shelves)
    return tuple(group for group in groups if group.cards)


def _shelf(edition: Edition, shelf: Shelf, here: str) -> Group:
    schema = edition.hub.package.schema_of(shelf.resource)
    everything = edition.hub.records.get(shelf.resource, ())
    records = in_order((record for record in everything if shelf.holds(record)), edition.hub.proofs)
    field = schema.field_named(shelf.field) if shelf.field else None
    title = edition.label(field.vocabulary, shelf.code) if field else edition.title(schema)
    narrowed = bool(field and field.facet) and len(records) < len(everything)
    there = paths.facet_path(shelf.resource, shelf.field, shelf.code) if narrowed else paths.list_path(shelf.resource)
    count = len(records) if narrowed else len(everything)
    more = Link(edition.t("list.more", n=count, title=title), edition.href(here, there))
    cards = tuple(_card(edition, schema, record, here) for record in records[:SHELF_SIZE])
    return Group(title, cards, more if len(records) > SHELF_SIZE else None)


def _card(edition: Edition, schema: Schema, record: Record, here: str) -> Card:
    """A card; what runs out has its doubt on it, or a page would send people to a program that is long gone.

    Not where a life is in danger: what stands between the reader and the number must be short.
    """
    told = card(edition, schema, record, here)
    runs_out = schema.field_for("review_by") and schema.text_of(record, "kind") not in schema.crisis_kinds
    doubt = deciding_line(edition, schema, record, "caveat") if runs_out else None
    return replace(told, lines=(*told.lines, doubt)) if doubt else told
