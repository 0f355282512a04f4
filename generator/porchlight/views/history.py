# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What changed here: a page and a feed of the records that were added, changed or taken off, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5

from porchlight.model import paths
from porchlight.model.history import Change
from porchlight.model.schema import Schema
from porchlight.views.atom import Entry, Feed, atom
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.pages import Page
from porchlight.views.parts import Link, LinkGroup
from porchlight.views.service_types import HistoryView

SHOWN = 100
"""So many changes are told."""


@dataclass(frozen=True, slots=True)
class ChangeSentence:
    """One change as readers may know it. `there` is the path of the page that it leads to, `lang` that of the name."""

    mark: str
    at: datetime
    name: str
    lang: str
    words: str
    there: str


def sentences_of(edition: Edition, most: int = SHOWN) -> tuple[ChangeSentence, ...]:
    """The newest changes. A record that is shown no more is not named: it may be gone to protect someone."""
    shown = {schema.resource: schema for schema in edition.hub.package.schemas if schema.page != "none"}
    changes = ((shown[each.resource], each) for each in edition.hub.history if each.resource in shown)
    found = filter(None, (_sentence(edition, schema, change) for schema, change in changes))
    return tuple(one for one, _ in zip(found, range(most), strict=False))


def _sentence(edition: Edition, schema: Schema, change: Change) -> ChangeSentence | None:
    mark = uuid5(NAMESPACE_URL, f"{change.commit}/{change.resource}/{change.id}/{change.how}").urn
    whole = paths.list_path(schema.resource)
    if not change.id:
        words = edition.t("history.many") if change.how == "many" else edition.t("history.gone", n=change.count)
        return ChangeSentence(mark, change.at, edition.title(schema), "", words, whole)
    record = edition.find(change.resource, change.id)
    if record is None:
        return None
    name = edition.name(record)
    there = paths.record_path(schema.resource, record.id) if schema.page == "each" else whole
    return ChangeSentence(mark, change.at, name.value, name.lang, _words(edition, schema, change), there)


def _words(edition: Edition, schema: Schema, change: Change) -> str:
    titles = [edition.field_title(field) for field in schema.fields if field.name in change.fields]
    key = "history.changed" if titles else "history.new"
    return edition.t(key, list=edition.title(schema), fields=", ".join(titles))


def history_pages(edition: Edition) -> Iterator[Page]:
    """The page of what changed, day by day; none where git knows of nothing."""
    changes, here, title = sentences_of(edition), paths.HISTORY, edition.t("history.title")
    if not changes:
        return
    lead = edition.t("history.lead")
    view = HistoryView(
        frame=frame(edition, here, title, lead, "history"),
        title=title,
        lead=lead,
        feed=Link(edition.t("history.feed"), edition.href(here, paths.HISTORY_FEED)),
        days=tuple(
            LinkGroup(edition.day(day), tuple(dict.fromkeys(_link(edition, here, each) for each in of_day)))
            for day, of_day in groupby(changes, key=lambda each: each.at.date())
        ),
    )
    yield Page(edition.path(here), "history.html", view)


def _link(edition: Edition, here: str, told: ChangeSentence) -> Link:
    return Link(told.name, edition.href(here, told.there), note=told.words, lang=told.lang)


def history_files(edition: Edition) -> dict[str, bytes]:
    """The same as a feed beside the page."""
    feed = history_feed(edition)
    return {edition.path(paths.HISTORY_FEED): atom(feed)} if feed.entries else {}


def history_feed(edition: Edition, most: int = SHOWN) -> Feed:
    """The newest changes as a feed; its links are whole addresses where the hub has one."""
    settings, here = edition.hub.settings, paths.HISTORY_FEED
    base = f"{settings.address.rstrip('/')}/{edition.path(here)}" if settings.address else ""
    return Feed(
        mark=uuid5(NAMESPACE_URL, f"{settings.address or settings.name}/{edition.path(here)}").urn,
        title=f"{edition.t('history.title')}: {settings.name}",
        author=settings.name,
        language=edition.language,
        own=urljoin(base, paths.between(edition.path(here), edition.path(here))),
        page=urljoin(base, edition.href(here, paths.HISTORY)),
        entries=tuple(
            Entry(each.mark, each.at, each.name, each.words, urljoin(base, edition.href(here, each.there)))
            for each in sentences_of(edition, most)
        ),
    )
