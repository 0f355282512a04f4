# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ways from one part of the hub to another that must lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from porchlight.checking.context import Context
from porchlight.checking.rules.article_links import Link, links_of
from porchlight.model import paths
from porchlight.model.by_state import by_state
from porchlight.model.doors import DOORS
from porchlight.model.paper_chain import paper_chain
from porchlight.model.template import FOLDER
from porchlight.problems import Place, Problem
from porchlight.reading.saying import did_you_mean, shown

_OF_A_LIST = re.compile(r"[a-z0-9_-]+/(page-\d+|compare(/places)?|match|(by|ask)(/.*)?)", re.ASCII)
_FOLDERS = ("poll", "f", "r", "papers")
"""What polls are shown in, what their answers are sent to, and where short addresses and papers lie."""

_OF_A_POLL = ("/results", "/results/codebook", "/needs", "/thanks")

_PASSING = "A story can be taken back at any time, so no page of text may link to it."

_SERVICE = {"", "search", "about-the-data", "all-pages", "patterns", "kept", "care", "calendar"}
"""Pages that every hub has; site/verify.py proves all links once more, on the written pages."""


def poll_item_unknown(context: Context) -> Iterator[Problem]:
    """A record names only poll items that some poll of this hub asks; a hub without polls is asked nothing."""
    known = {item.id for poll in context.hub.questionnaires for item in poll.items()}
    all_known = known and not any(name.startswith("data/polls/") for name in context.unsound)
    for schema, record in context.records() if all_known else ():
        field = schema.field_for("items")
        for position, item in enumerate(record.codes(field.name) if field else ()):
            if field and item not in known:
                yield Problem(
                    context.place_of(record, field.name, position),
                    "poll-item-unknown",
                    "No poll has an item with this id.",
                    shown(item),
                    did_you_mean(item, known),
                )


def notice_about_nothing(context: Context) -> Iterator[Problem]:
    """What a notice or a correction is about is a record of this hub that has a page."""
    known = {record.key for schema, record in context.records() if schema.page == "each"}
    for schema, record in context.records():
        field = schema.field_for("about")
        for position, key in enumerate(schema.codes_of(record, "about")):
            if field and key not in known | context.unsound:
                message = f"This {schema.singular['en']} is about something that is not in this hub."
                hint = did_you_mean(key, known) or "Write the list and the short name, like housing/maple-house."
                place = context.place_of(record, field.name, position)
                yield Problem(place, "reference-dangling", message, shown(key), hint)


def link_dangling(context: Context) -> Iterator[Problem]:
    """Each `record:` and `page:` link in an article leads to something that is there."""
    records = set(_record_pages(context)) | context.unsound
    passing = {record.key for schema, record in context.records() if schema.field_for("taken_back")}
    pages = {language: _pages(context, language) for language in context.hub.settings.languages}
    for article in context.hub.articles:
        for link in links_of(article):
            kind, _, target = link.href.partition(":")
            known = {"record": records, "page": pages[article.language]}.get(kind)
            if kind == "record" and target.partition("#")[0].strip("/") in passing:
                yield link.problem("link-dangling", _PASSING, "Link to all stories: page:stories")
            elif not link.image and known is not None and target.partition("#")[0].strip("/") not in known:
                yield _dangling(link, {f"{kind}:{each}" for each in known})


def address_taken(context: Context) -> Iterator[Problem]:
    """An article's address is that of no other page, and a record's id leads to no page of its list."""
    taken = {record.key for _, record in context.records()} | _own_pages(context) | set(_facets(context))
    for article in context.hub.articles:
        if article.slug in taken or _OF_A_LIST.fullmatch(article.slug) or article.slug.split("/")[0] in _FOLDERS:
            message = f"The page of this article has the same address as “{article.slug}” in the data."
            yield Problem(Place(article.place.file), "address-taken", message, hint="Give the file another name.")
    for _, record in context.records():
        if _OF_A_LIST.fullmatch(record.key):
            message, hint = "The list of this resource has a page with this address.", "Give the record another id."
            yield Problem(context.place_of(record, "id"), "address-taken", message, shown(record.id), hint)


def _own_pages(context: Context) -> set[str]:
    """The addresses that the program's own pages have."""
    hub = context.hub
    always = {
        "patterns",
        "patterns-2",
        "search",
        "all-pages",
        "kept",
        "care",
        "calendar",
        "changes",
        "templates",
        "404",
        *DOORS,
    }
    asked = {paths.ASKED_FOR.strip("/")} if hub.questionnaires else set[str]()
    return always | asked | set(_partners(context)) | {schema.resource for schema in hub.package.schemas}


def _pages(context: Context, language: str) -> set[str]:
    """The addresses of all pages that an edition has; what is not written in a language is there in the first one."""
    hub = context.hub
    trees = tuple(f"content/{each}/" for each in (language, hub.settings.languages[0]))
    articles = {each.slug for each in hub.articles if each.place.file.startswith(trees)}
    articles |= {name.split("/", 2)[2] for name in context.unsound if name.startswith(trees)}
    polls = {f"poll/{poll.id}{below}" for poll in hub.questionnaires for below in ("", *_OF_A_POLL)}
    polls |= {paths.ASKED_FOR.strip("/")} if polls else set()
    items = {paths.item_path(poll.id, item.id).strip("/") for poll in hub.questionnaires for item in poll.items()}
    shown = {schema.resource for schema in hub.package.schemas if schema.page != "none"}
    lists = {*_facets(context), *_bands(context), *_compared(context), *_matches(context)}
    articles |= {FOLDER.strip("/")} if any(each.template for each in hub.articles) else set()
    return (
        articles
        | set(DOORS)
        | polls
        | items
        | shown
        | lists
        | set(_papers(context))
        | set(_partners(context))
        | _SERVICE
    )


def _partners(context: Context) -> Iterator[str]:
    """The page of partners by state, where the hub knows one in any state."""
    known = [(schema, record) for schema, record in context.records() if schema.resource == paths.PARTNERS_OF]
    if any(by_state(schema, [record]) for schema, record in known if record.is_open):
        yield paths.PARTNERS.strip("/")


def _record_pages(context: Context) -> Iterator[str]:
    """Records with a page of their own that may be shown today."""
    shown = context.hub.shown_on(context.today)
    for schema in shown.package.schemas:
        if schema.page == "each":
            yield from (record.key for record in shown.records.get(schema.resource, ()))


def _facets(context: Context) -> Iterator[str]:
    """Lists narrowed by one code; a facet with one code alone narrows nothing and has no pages."""
    shown = context.hub.shown_on(context.today)
    for schema in shown.package.schemas:
        for field in schema.facets:
            codes = {code for record in shown.records.get(schema.resource, ()) for code in record.codes(field.name)}
            if len(codes) > 1:
                yield from (paths.facet_path(schema.resource, field.name, code).strip("/") for code in sorted(codes))


def _bands(context: Context) -> Iterator[str]:
    """Lists sorted by what they say to a question; a list that holds nothing has none."""
    shown = context.hub.shown_on(context.today)
    for schema in shown.package.schemas:
        if schema.page != "none" and shown.records.get(schema.resource):
            yield from (paths.band_path(schema.resource, question).strip("/") for question in schema.questions)


def _compared(context: Context) -> Iterator[str]:
    """The pages of records side by side, by kind and by place."""
    shown = context.hub.shown_on(context.today)
    for schema in shown.package.schemas:
        if schema.compare and schema.page == "each" and shown.records.get(schema.resource):
            yield paths.compare_path(schema.resource).strip("/")
        if any(schema.is_by_place(record) for record in shown.records.get(schema.resource, ())):
            yield paths.by_place_path(schema.resource).strip("/")


def _matches(context: Context) -> Iterator[str]:
    """The pages that match roles with what a person can give, and that thank those who took them."""
    for schema in context.hub.package.schemas:
        if schema.field_for("skills"):
            yield paths.match_path(schema.resource).strip("/")
            if any(each.field_for("month") for each in context.hub.package.schemas):
                yield paths.thanks_path(schema.resource).strip("/")


def _papers(context: Context) -> Iterator[str]:
    """The pages of the papers that some open record gives or needs."""
    papers = paper_chain(context.hub.shown_on(context.today)).papers
    yield from (paths.papers_path().strip("/"),) if papers else ()
    yield from (paths.paper_path(paper).strip("/") for paper in papers)


def _dangling(link: Link, known: set[str]) -> Problem:
    return link.problem("link-dangling", "This link leads to nothing in this hub.", did_you_mean(link.href, known))
