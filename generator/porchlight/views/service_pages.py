# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages that help to find other pages: search, site map, about the data, and the one for a missing address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from porchlight.model import paths
from porchlight.model.aging import asked_on
from porchlight.model.alike import folded
from porchlight.model.doors import DOORS
from porchlight.model.pages import has_partners, is_matched, is_thanked
from porchlight.model.schema import Schema
from porchlight.model.template import FOLDER
from porchlight.views.articles import resolver
from porchlight.views.by_place_link import by_place_link
from porchlight.views.compare import compare_link
from porchlight.views.doors import door_path
from porchlight.views.edition import Edition
from porchlight.views.finder import has_finder
from porchlight.views.frames import frame
from porchlight.views.history import sentences_of
from porchlight.views.markdown import render
from porchlight.views.pages import Page
from porchlight.views.parts import CountRow, Link, LinkGroup
from porchlight.views.place_links import place_links, places_link
from porchlight.views.search_pages import PAGES
from porchlight.views.service_types import AboutDataView, Lost, NotFoundView, SitemapView
from porchlight.views.template_documents import templates_of
from porchlight.views.types import SearchView

ABOUT_DATA = "about-the-data"
"""The article under which the counts per resource stand; a hub without it shows the counts alone."""


def search_page(edition: Edition) -> Page:
    """The search page; without a script its doors and lists are the way."""
    here, title = "search/", edition.t("search.title")
    view = SearchView(
        frame=frame(edition, here, title, edition.t("search.description"), "search"),
        title=title,
        bundle=paths.between(edition.path(here), f"pagefind/{edition.language}/"),
        kinds=(*(_kind(edition, schema, here) for schema in _shown(edition)), _texts(edition, here)),
        placed=tuple(_kind(edition, schema, here) for schema in _shown(edition) if has_finder(schema)),
        doors=(*_door_links(edition, here), *filter(None, [places_link(edition, here)])),
        places=bool(edition.places.records),
    )
    return Page(edition.path(here), "search.html", view)


def _kind(edition: Edition, schema: Schema, here: str) -> Link:
    return Link(edition.title(schema), edition.href(here, paths.list_path(schema.resource)), note=schema.resource)


def _texts(edition: Edition, here: str) -> Link:
    return Link(edition.t("search.pages"), edition.href(here, "all-pages/"), note=PAGES)


def sitemap_page(edition: Edition) -> Page:
    """Every page that is not a record, and every list, under plain headings."""
    here, title = "all-pages/", edition.t("sitemap.title")
    view = SitemapView(
        frame=frame(edition, here, title, edition.t("sitemap.description"), "sitemap"),
        title=title,
        groups=(
            LinkGroup(edition.t("sitemap.doors"), _door_links(edition, here)),
            LinkGroup(edition.t("sitemap.lists"), _list_links(edition, here)),
            *_place_links(edition, here),
            LinkGroup(edition.t("sitemap.reads"), _article_links(edition, here)),
            LinkGroup(edition.t("sitemap.polls"), _poll_links(edition, here)),
            LinkGroup(edition.t("sitemap.more"), _more_links(edition, here)),
        ),
    )
    return Page(edition.path(here), "sitemap.html", view)


def about_data_page(edition: Edition) -> Page:
    """How the data is made and mended, with the counts of each resource."""
    here = f"{ABOUT_DATA}/"
    article = next((a for a in edition.articles if a.slug == ABOUT_DATA), None)
    title = article.title if article else edition.t("footer.data")
    description = article.description if article else title
    rows = tuple(_count(edition, schema, here) for schema in _shown(edition))
    view = AboutDataView(
        frame=frame(edition, here, title, description, "about-data"),
        title=title,
        body=render(article.markdown if article else "", resolver(edition, here)),
        body_lang=edition.lang_of(article) if article else "",
        contacts=(*_contacts(edition), *_history(edition, here)),
        care=Link(edition.t("care.page.title"), edition.href(here, paths.CARE), note=edition.t("care.page.note")),
        rows=rows,
        total=edition.t("about.total", n=sum(row.records for row in rows)),
    )
    return Page(edition.path(here), "about_data.html", view)


def _contacts(edition: Edition) -> Iterator[Link]:
    settings = edition.hub.settings
    if settings.contact:
        yield Link(edition.t("about.contact", address=settings.contact), settings.way_to_write())
    if settings.repository:
        yield Link(edition.t("about.repository"), settings.repository)


def _history(edition: Edition, here: str) -> Iterator[Link]:
    if sentences_of(edition, most=1):
        yield Link(edition.t("history.title"), edition.href(here, paths.HISTORY))


def not_found_page(edition: Edition, others: Sequence[Edition] = ()) -> Page:
    """What a host shows for an address that is not there, in whatever language: it has one such page for all."""
    here, first = "404.html", _lost(edition, "404.html")
    view = NotFoundView(
        frame=frame(edition, here, first.title, first.words, "not-found", indexable=False),
        told=(first, *(_lost(other, here, other.language) for other in others)),
        search=edition.href(here, "search/"),
    )
    return Page(edition.path(here), "not_found.html", view)


def _lost(edition: Edition, here: str, lang: str = "") -> Lost:
    return Lost(
        title=edition.t("notfound.title"),
        words=edition.t("notfound.words"),
        doors=_door_links(edition, here),
        sought=edition.t("notfound.place"),
        places=places_link(edition, here),
        lang=lang,
    )


def _shown(edition: Edition) -> tuple[Schema, ...]:
    return tuple(schema for schema in edition.hub.package.schemas if schema.page != "none")


def _door_links(edition: Edition, here: str) -> tuple[Link, ...]:
    return tuple(
        Link(edition.t(f"doors.{d}.title"), edition.href(here, door_path(d)), note=edition.t(f"doors.{d}.note"))
        for d in DOORS
    )


def _list_links(edition: Edition, here: str) -> tuple[Link, ...]:
    lists = tuple(
        Link(
            edition.title(schema),
            edition.href(here, paths.list_path(schema.resource)),
            note=edition.t("list.count", n=len(edition.hub.records.get(schema.resource, ()))),
        )
        for schema in _shown(edition)
    )
    ways = ((compare_link(edition, each, here), by_place_link(edition, each, here)) for each in _shown(edition))
    return (*lists, *(link for pair in ways for link in pair if link))


def _article_links(edition: Edition, here: str) -> tuple[Link, ...]:
    return tuple(Link(a.title, edition.href(here, f"{a.slug}/")) for a in edition.articles)


def _poll_links(edition: Edition, here: str) -> tuple[Link, ...]:
    polls = edition.hub.questionnaires
    links = [Link(edition.t("asked_for.title"), edition.href(here, paths.ASKED_FOR))] if polls else []
    for questionnaire in polls:
        there = paths.poll_path(questionnaire.id)
        links.append(Link(edition.words(questionnaire.title), edition.href(here, there)))
        links.append(Link(edition.t("results.title"), edition.href(here, paths.results_path(questionnaire.id))))
        links.append(Link(edition.t("needs.title"), edition.href(here, paths.needs_path(questionnaire.id))))
        for item in questionnaire.items():
            exists = paths.item_path(questionnaire.id, item.id)
            links.append(Link(edition.words(item.label), edition.href(here, exists)))
    return tuple(links)


def _place_links(edition: Edition, here: str) -> Iterator[LinkGroup]:
    """The page of all places, then each by its name."""
    if whole := places_link(edition, here):
        each = place_links(edition, edition.places.records, here)
        yield LinkGroup(whole.label, (whole, *sorted(each, key=lambda link: folded(link.label))))


def _more_links(edition: Edition, here: str) -> tuple[Link, ...]:
    pages = (
        ("nav.home", ""),
        ("nav.search", "search/"),
        *((("papers.title", paths.papers_path()),) if edition.papers.papers else ()),
        *((("templates.title", FOLDER),) if templates_of(edition) else ()),
        *((("partners.title", paths.PARTNERS),) if has_partners(edition.hub) else ()),
        ("footer.data", f"{ABOUT_DATA}/"),
        ("calendar.title", paths.CALENDAR),
        *(("match.title", paths.match_path(each.resource)) for each in _shown(edition) if is_matched(each)),
        *(
            ("volunteers.title", paths.thanks_path(each.resource))
            for each in _shown(edition)
            if is_thanked(edition.hub.package, each)
        ),
        ("care.page.title", paths.CARE),
        *((("history.title", paths.HISTORY),) if sentences_of(edition, most=1) else ()),
        ("footer.kept", paths.KEPT),
        ("patterns.title", "patterns/"),
    )
    return tuple(Link(edition.t(key), edition.href(here, there)) for key, there in pages)


def _count(edition: Edition, schema: Schema, here: str) -> CountRow:
    records = edition.hub.records.get(schema.resource, ())
    return CountRow(
        link=Link(edition.title(schema), edition.href(here, paths.list_path(schema.resource))),
        records=len(records),
        checked=sum(asked_on(record) is not None for record in records),
        doubts=sum("caveat" in record.values for record in records),
    )
