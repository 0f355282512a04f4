# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words page: what to say, in place of what, and why; an offer, with its sources."""

from __future__ import annotations

from porchlight.model import paths
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.views.cards import role_text
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.pages import Page
from porchlight.views.parts import Link, Text, Word, WordGroup
from porchlight.views.posters_page import posters_link
from porchlight.views.search_pages import found_page
from porchlight.views.trust import sources
from porchlight.views.types import WordsView
from porchlight.wording.cues import CUES


def words_page(edition: Edition, schema: Schema) -> Page:
    """The page of every word, grouped by its language and what it is about; the reader's language comes first."""
    here = paths.list_path(schema.resource)
    records = edition.hub.records.get(schema.resource, ())
    title, intro = edition.title(schema), edition.words(schema.intros)
    view = WordsView(
        frame=frame(edition, here, title, intro, "words"),
        title=title,
        intro=intro,
        count=edition.t("words.count", n=len(records)),
        groups=_groups(edition, schema, records),
        lists=_lists(edition, here),
        standings=_standings(edition, schema),
        posters=posters_link(edition, here),
    )
    return Page(edition.path(here), "words.html", view, found_page(edition, here, title, intro))


def _lists(edition: Edition, here: str) -> tuple[Link, ...]:
    """The files of words, the reader's own language first."""
    found = (
        Link(
            edition.label("language", language),
            paths.between(edition.path(here), path),
            lang=_unlike(edition, language),
        )
        for language in sorted(CUES, key=lambda code: code != edition.language)
        for path in edition.downloads
        if path.startswith(paths.word_list(language))
    )
    return tuple(found)


def _unlike(edition: Edition, language: str) -> str:
    """The language where it is another than the page's."""
    return "" if language == edition.language else language


def _standings(edition: Edition, schema: Schema) -> dict[str, str]:
    field = schema.field_for("standing")
    if field is None:
        return {}
    codes = edition.hub.package.vocabularies[field.vocabulary].labels
    return {code: edition.label(field.vocabulary, code) for code in codes}


def _groups(edition: Edition, schema: Schema, records: tuple[Record, ...]) -> tuple[WordGroup, ...]:
    groups: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        groups.setdefault((record.text("language"), record.text("kind")), []).append(record)
    order = sorted(groups, key=lambda key: (key[0] != edition.language, key))
    return tuple(_group(edition, schema, key, groups[key]) for key in order)


def _group(edition: Edition, schema: Schema, key: tuple[str, str], records: list[Record]) -> WordGroup:
    language, kind = key
    title = edition.t(
        "words.group",
        kind=role_text(edition, schema, records[0], "kind"),
        language=edition.label("language", language),
    )
    ordered = sorted(records, key=lambda record: record.text("name").casefold())
    return WordGroup(paths.slug(f"{language}-{kind}"), title, tuple(_word(edition, schema, r) for r in ordered))


def _word(edition: Edition, schema: Schema, record: Record) -> Word:
    lang = _unlike(edition, record.text("language"))
    return Word(
        id=record.id,
        name=record.text("name"),
        name_lang=lang,
        say=tuple(Text(phrase, lang) for phrase in record.codes("say")),
        why=edition.text(record, "summary") or Text(""),
        standing=role_text(edition, schema, record, "standing"),
        contested=record.text("standing") != "avoid",
        keep_when=edition.text(record, "keep_when"),
        caveat=edition.text(record, "caveat"),
        sources=sources(edition, record),
    )
