# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One language's edition of a hub: the labels, texts and addresses that every view is made with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlsplit

from porchlight.care.tasks import Due
from porchlight.model import paths
from porchlight.model.hub import Article, Hub
from porchlight.model.paper_chain import PaperChain, paper_chain
from porchlight.model.places import Places, places_of
from porchlight.model.record import Record, Row
from porchlight.model.schema import Field, Schema
from porchlight.views.catalog import Catalog
from porchlight.views.linked_facts import without_overdue
from porchlight.views.parts import Text


@dataclass(frozen=True, slots=True)
class Assets:
    """Where the stylesheet, the entry module and the icon lie, as paths below the site's root."""

    stylesheet: str
    script: str
    icon: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A hub in one language. Every lookup is by key or code, never by position; what is missing falls back to English.

    A fallback is marked: `Text.lang` then says "en", so that a screen reader changes its voice. `articles` are one per
    slug, in English where it is not written yet; what states an overdue fact has given way. `notices` are those
    records that begin on a day, by the key of what they are about; "" for those about nothing in particular.
    `downloads` are files that pages link to and no template makes: how many bytes each has, by path. `due` is what
    someone should look at again; None where nobody counted. `made` is what `once.py` keeps: no view asks for it.
    """

    hub: Hub
    language: str
    t: Catalog
    assets: Assets
    downloads: Mapping[str, int] = field(default_factory=dict)
    due: Due | None = None
    articles: tuple[Article, ...] = field(init=False, repr=False, compare=False)
    papers: PaperChain = field(init=False, repr=False, compare=False)
    places: Places = field(init=False, repr=False, compare=False)
    notices: Mapping[str, Sequence[tuple[Schema, Record]]] = field(init=False, repr=False, compare=False)
    made: dict[str, dict[str, object]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _by_key: Mapping[str, Record] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "papers", paper_chain(self.hub))
        object.__setattr__(self, "places", places_of(self.hub))
        object.__setattr__(self, "_by_key", {record.key: record for record in self.hub.all_records()})
        object.__setattr__(self, "notices", _notices(self.hub))
        object.__setattr__(self, "articles", self._articles())

    def find(self, resource: str, record_id: str) -> Record | None:
        """The record with that id, or None."""
        return self.find_key(f"{resource}/{record_id}")

    def find_key(self, key: str) -> Record | None:
        """The record with the key `resource/id`, or None."""
        return self._by_key.get(key)

    def _articles(self) -> tuple[Article, ...]:
        chosen = {article.slug: article for article in self.hub.articles if article.language == "en"}
        chosen |= {article.slug: article for article in self.hub.articles if article.language == self.language}
        again = {key: self._look_at(key) for key in self.hub.overdue & self._by_key.keys() if self._is_stated(key)}
        return tuple(_without(chosen[slug], again) for slug in sorted(chosen))

    def _is_stated(self, key: str) -> bool:
        return bool(self.hub.package.schema_of(key.partition("/")[0]).law_kinds)

    def _look_at(self, key: str) -> str:
        """That the record is being looked at again, and its first source, as Markdown."""
        record = self._by_key[key]
        links = [f"[{_plain(str(row.get('title', row['url'])))}](<{row['url']}>)" for row in record.rows("sources")[:1]]
        return " ".join((self.t("review.over"), *links))

    def lang_of(self, article: Article) -> str:
        """The article's language where it is another than the page's, else ""."""
        return "" if article.language == self.language else article.language

    @property
    def first(self) -> str:
        """The language whose pages stand at the site's root."""
        return self.hub.settings.languages[0]

    def path(self, path: str) -> str:
        """The path in this edition's tree."""
        return paths.in_language(path, self.language, self.first)

    def href(self, here: str, there: str) -> str:
        """The link between two pages of this edition, both given without the language.

        It is relative, except on the page for missing addresses: that one is shown at any depth. A relative one is the
        same in every language's tree.
        """
        if here.endswith(".html"):
            return self.base + self.path(there)
        return paths.between(here, there)

    @property
    def base(self) -> str:
        """The path at which the site's first page stands on its host."""
        return urlsplit(self.hub.settings.address).path.rstrip("/") + "/"

    def words(self, by_language: Mapping[str, str]) -> str:
        """The text in this language, or in English where there is none."""
        return by_language.get(self.language) or by_language.get("en", "")

    def label(self, vocabulary: str, code: str) -> str:
        """The words for a code; the code itself where the vocabulary has none."""
        labels = self.hub.package.vocabularies[vocabulary].labels.get(code)
        return self.words(labels) if labels else code

    def labels(self, of: Field, record: Record) -> str:
        """The words for all codes of a field, joined by commas."""
        codes = record.codes(of.name)
        return ", ".join(self.label(of.vocabulary, code) if of.vocabulary else code for code in codes)

    def text(self, record: Record, name: str) -> Text | None:
        """A field's text in this language, marked where it falls back; None where the record does not fill it.

        In place of the summary of an overdue record stands that it is being looked at again.
        """
        if name not in record.values:
            return self._rechecking(record) if name == "summary" else None
        if self.language != "en":
            translated = self._translation(record).get(name)
            if translated:
                return Text(str(translated))
            return Text(record.text(name), "en")
        return Text(record.text(name))

    def name(self, record: Record) -> Text:
        """The record's name: a proper name stays as it is, a describing one may have a translation."""
        return self.text(record, "name") or Text(record.id)

    def plain(self, value: str) -> Text:
        """A text that the data holds in English only."""
        return Text(value, "" if self.language == "en" else "en")

    def row_text(self, row: Row, name: str) -> Text:
        """A text of a nested row: in this language where its companion (`words_es`) is filled, else marked."""
        own = row.get(f"{name}_{self.language}")
        return Text(str(own)) if own else self.plain(str(row.get(name, "")))

    def said_by(self, row: Row) -> Text:
        """The role that said or asked it: in this language where the vocabulary knows the role."""
        role = str(row.get("by", ""))
        known = role in self.hub.package.vocabularies["said_by"].labels
        return Text(self.label("said_by", role)) if known else self.plain(role)

    def day(self, day: date) -> str:
        """A date in words, as this language writes it."""
        return self.t("date.long", day=day.day, month=self.t(f"month.{day.month}"), year=day.year)

    def date_of(self, record: Record, name: str) -> str:
        """A date field in words, or "" where the record does not fill it."""
        day = record.values.get(name)
        return self.day(day) if isinstance(day, date) else ""

    def month(self, year: int, month: int) -> str:
        """A month in words, as this language writes it inside a sentence."""
        return self.t("calendar.month", month=self.t(f"month.{month}"), year=year)

    @property
    def made_up(self) -> str:
        """What must stand on every paper of a hub that is made up; "" for any other."""
        return self.t("madeup.title") if self.hub.settings.made_up else ""

    def title(self, schema: Schema) -> str:
        """The resource's name."""
        return self.words(schema.titles)

    def field_title(self, of: Field) -> str:
        """The field's name."""
        return self.words(of.titles)

    def _rechecking(self, record: Record) -> Text | None:
        return Text(self.t("review.over")) if record.key in self.hub.overdue else None

    def _translation(self, record: Record) -> Row:
        rows = record.rows("translations")
        return next((row for row in rows if row.get("language") == self.language), {})


def _without(article: Article, again: Mapping[str, str]) -> Article:
    if not any(key in article.markdown for key in again):
        return article
    return replace(article, markdown=without_overdue(article.markdown, again))


def _plain(title: str) -> str:
    """The title as the words of a link, in a cell of a table too."""
    return re.sub(r"([\\\[\]|])", r"\\\1", title)


def _notices(hub: Hub) -> Mapping[str, Sequence[tuple[Schema, Record]]]:
    about: dict[str, list[tuple[Schema, Record]]] = {}
    for schema in hub.package.schemas:
        for record in hub.records.get(schema.resource, ()) if schema.field_for("shown_from") else ():
            for key in schema.codes_of(record, "about") or ("",):
                about.setdefault(key, []).append((schema, record))
    return about
