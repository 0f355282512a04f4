# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What search knows of a page that is no record: texts, templates, slides, doors and what is made of many records."""

from __future__ import annotations

from porchlight.model.hub import Article
from porchlight.reading import slides
from porchlight.views.edition import Edition
from porchlight.views.pages import Found

PAGES = "/"
"""What stands for such pages where a result names its resource; no resource can be called so."""


def found_page(edition: Edition, here: str, title: str, words: str, kind: str = "page", lang: str = "") -> Found:
    """What search knows of the page at `here`: its title and the sentence below it, and nothing else of it."""
    kind = edition.t(f"search.kind.{kind}")
    meta = {"title": title, "lang": lang, "resource": PAGES, "kind": kind, "checked_words": words}
    return Found(
        url=edition.path(here),
        language=edition.language,
        content=". ".join((title, kind, words)),
        meta=tuple((name, value) for name, value in meta.items() if value or name == "checked_words"),
    )


def found_article(edition: Edition, article: Article) -> Found:
    """What search knows of the page of an article, in the article's own language."""
    lang = edition.lang_of(article)
    return found_page(edition, f"{article.slug}/", article.title, article.description, _kind(article), lang)


def _kind(article: Article) -> str:
    if article.template:
        return "template"
    return "slides" if article.slug.startswith(slides.FOLDER) else "text"
