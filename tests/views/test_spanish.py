# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The Spanish tree: what is translated stands unmarked, what falls back is marked as English."""

from __future__ import annotations

from datetime import date

import pytest

from porchlight.model.hub import Article
from porchlight.model.record import Row
from porchlight.views.articles import article_pages
from porchlight.views.calls import calls
from porchlight.views.cards import card
from porchlight.views.parts import Link, Text
from porchlight.views.records import record_pages
from porchlight.views.search_records import found
from porchlight.views.text_types import ArticleView
from porchlight.views.types import RecordView
from tests.views.fakes import HOUSING, PHONE, edition, record, view_of

PEERS = Article("peers", "en", "Peers", "What a peer is", "A peer has been there.")
PARES = Article("peers", "es", "Pares", "Qué es un par", "Un par ya pasó por eso.")

HALF: Row = {"language": "es", "state": "unreviewed", "summary": "Una casa."}
WHOLE: Row = {**HALF, "name": "Casa Arce", "caveat": "El precio puede cambiar."}
DOUBT = {"name": "Maple House", "caveat": "The fee may differ."}


def test_a_name_and_a_text_without_spanish_fall_back_and_say_so() -> None:
    maple = record("maple", {**DOUBT}, translations=(HALF,))
    spanish = edition(maple, language="es")
    (page,) = record_pages(spanish, HOUSING)
    view = view_of(page, RecordView)
    assert (view.name, view.name_lang) == ("Maple House", "en")
    assert view.caveat == Text("The fee may differ.", "en")
    assert card(spanish, HOUSING, maple, "housing/").name_lang == "en"
    assert dict(found(spanish, HOUSING, maple).meta)["lang"] == "en"


def test_a_name_and_a_text_in_spanish_are_not_marked() -> None:
    maple = record("maple", {**DOUBT}, translations=(WHOLE,))
    spanish = edition(maple, language="es")
    (page,) = record_pages(spanish, HOUSING)
    view = view_of(page, RecordView)
    assert (view.name, view.name_lang) == ("Casa Arce", "")
    assert (view.summary, view.caveat) == (Text("Una casa."), Text("El precio puede cambiar."))
    shown = card(spanish, HOUSING, maple, "housing/")
    assert (shown.name, shown.name_lang) == ("Casa Arce", "")
    assert "lang" not in dict(found(spanish, HOUSING, maple).meta)


def test_in_english_nothing_is_marked_and_no_translation_shows() -> None:
    (page,) = record_pages(edition(record("maple", {**DOUBT}, translations=(WHOLE,))), HOUSING)
    view = view_of(page, RecordView)
    assert (view.name, view.name_lang) == ("Maple House", "")
    assert (view.summary, view.caveat) == (Text("A home."), Text("The fee may differ."))


def test_a_link_to_a_record_marks_a_name_that_falls_back() -> None:
    near = (record("maple"), record("oak", translations=({**HALF, "name": "Casa Roble"},)))
    pages = list(record_pages(edition(*near, language="es"), HOUSING))
    assert [[other.link for other in view_of(page, RecordView).related] for page in pages] == [
        [Link("Casa Roble", "../oak/")],
        [Link("maple", "../maple/", lang="en")],
    ]


def test_what_was_written_in_english_only_is_marked() -> None:
    told: Row = {"question": "moud", "answer": "yes", "as_of": date(2026, 11, 2), "words": "Bring the bottle."}
    source: Row = {"url": "https://www.example.org/", "title": "Their rules", "kind": "own"}
    link: Row = {"url": "https://www.example.org/", "label": "Apply", "seen": "read"}
    whole = record("maple", answers=(told,), sources=(source,), links=(link,), phones=({**PHONE, "label": "Office"},))
    (page,) = record_pages(edition(whole, language="es"), HOUSING)
    view = view_of(page, RecordView)
    assert [row.words for row in view.answers if row.code == "yes"] == [Text("Bring the bottle.", "en")]
    assert [(each.title, each.lang) for each in view.sources] == [("Their rules", "en")]
    assert [(each.label, each.lang) for each in view.links] == [("Apply", "en")]
    assert [each.note for each in view.calls] == [Text("Office", "en")]


@pytest.mark.parametrize(
    ("language", "numbers"),
    [
        ("en", ["614-555-0142", "614-555-0143", "614-555-0144"]),
        ("es", ["614-555-0142", "614-555-0144", "614-555-0143"]),
    ],
)
def test_a_number_for_speakers_of_another_language_comes_last(language: str, numbers: list[str]) -> None:
    phones: tuple[Row, ...] = (
        PHONE,
        {**PHONE, "number": "614-555-0143", "language": "en"},
        {**PHONE, "number": "614-555-0144", "language": "es"},
    )
    hub = edition(language=language)
    assert [call.display for call in calls(hub, record("maple", phones=phones))] == numbers


@pytest.mark.parametrize(
    ("articles", "language", "title", "marked"),
    [
        ((PEERS,), "es", "Peers", "en"),
        ((PEERS, PARES), "es", "Pares", ""),
        ((PARES, PEERS), "es", "Pares", ""),
        ((PEERS, PARES), "en", "Peers", ""),
    ],
)
def test_an_english_article_in_the_spanish_tree_is_marked(
    articles: tuple[Article, ...], language: str, title: str, marked: str
) -> None:
    (page,) = article_pages(edition(language=language, articles=articles))
    view = view_of(page, ArticleView)
    assert (view.title, view.body_lang) == (title, marked)
    assert page.path == ("peers/" if language == "en" else "es/peers/")
