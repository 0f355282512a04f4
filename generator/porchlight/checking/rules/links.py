# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ways from one part of the hub to another that must lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.checking.context import Context
from porchlight.checking.rules.article_links import Link, links_of
from porchlight.model.pages import own_pages
from porchlight.model.short_codes import records_with_pages
from porchlight.model.template import FOLDER
from porchlight.problems import Problem
from porchlight.reading.saying import did_you_mean, shown

_PASSING = "A story can be taken back at any time, so no page of text may link to it."


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
            if field and key not in known and key not in context.unsound:
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


def _pages(context: Context, language: str) -> set[str]:
    """The addresses of all pages that an edition has; what is not written in a language is there in the first one."""
    hub = context.hub
    trees = tuple(f"content/{each}/" for each in (language, hub.settings.languages[0]))
    articles = [each for each in hub.articles if each.place.file.startswith(trees)]
    unsound = {name.split("/", 2)[2] for name in context.unsound if name.startswith(trees)}
    library = {FOLDER} if any(each.template for each in articles) else set()
    own = {path.strip("/") for path in {*own_pages(context.shown), *library}}
    return {each.slug for each in articles} | unsound | own


def _record_pages(context: Context) -> Iterator[str]:
    """Records with a page of their own that may be shown today."""
    return (record.key for _, record in records_with_pages(context.shown))


def _dangling(link: Link, known: set[str]) -> Problem:
    return link.problem("link-dangling", "This link leads to nothing in this hub.", did_you_mean(link.href, known))
