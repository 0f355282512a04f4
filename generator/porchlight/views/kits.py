# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Kits: the pages that someone needs to speak, write or invite, each once and named by the doors that hand them out."""

from __future__ import annotations

from urllib.parse import quote

from porchlight.model import paths
from porchlight.model.hub import Article, Hub
from porchlight.reading.slides import FOLDER
from porchlight.views.edition import Edition
from porchlight.views.parts import Link
from porchlight.views.text_types import Asking, KitPart

_LETTERS = {paths.SPEAKER: "speaker", paths.GIVE_STORY: "story", paths.HIRE: "listing"}
"""What the letter on a page is called among our words."""


def is_in_a_kit(hub: Hub, article: Article) -> bool:
    """True where some page hands it out: then it is a paper too."""
    return any(article.slug in door.kit for door in hub.articles) or article.slug.startswith(FOLDER)


def kit(edition: Edition, article: Article, here: str) -> tuple[KitPart, ...]:
    """The parts of the article's kit, in its order."""
    of = {each.slug: each for each in edition.articles}
    return tuple(_part(edition, of[slug], here) for slug in article.kit if slug in of)


def _part(edition: Edition, article: Article, here: str) -> KitPart:
    return KitPart(article_link(edition, article, here), papers(edition, article, here)[:1])


def article_link(edition: Edition, article: Article, here: str) -> Link:
    """The way to a page of text, with what it is about and in its own language."""
    lang = edition.lang_of(article)
    return Link(article.title, edition.href(here, f"{article.slug}/"), note=article.description, lang=lang)


def kits_with(edition: Edition, article: Article, here: str) -> tuple[Link, ...]:
    """The doors that hand the article out."""
    doors = (each for each in edition.articles if article.slug in each.kit)
    return tuple(Link(each.title, edition.href(here, f"{each.slug}/")) for each in doors)


def below(edition: Edition, article: Article, here: str) -> tuple[Link, ...]:
    """The pages in the article's folder that its own text does not lead to: a new door is found at once."""
    return tuple(
        article_link(edition, each, here)
        for each in edition.articles
        if each.slug.rpartition("/")[0] == article.slug and f"(page:{each.slug}" not in article.markdown
    )


def papers(edition: Edition, article: Article, here: str) -> tuple[Link, ...]:
    """The article as PDF, as far as it could be printed, and in Word; slides with the speaker's notes instead."""
    slug = article.slug
    files = (
        (paths.paper_file(slug), "kit.pdf"),
        (paths.word_file(slug), "kit.docx"),
        (paths.notes_file(slug), "kit.notes"),
    )
    sizes = ((file, key, edition.downloads.get(edition.path(file), 0)) for file, key in files)
    return tuple(
        Link(edition.t(key, kb=max(1, round(size / 1000))), edition.href(here, file))
        for file, key, size in sizes
        if size
    )


def asking(edition: Edition, article: Article, here: str) -> Asking | None:
    """How to ask for a speaker, give a story or be listed, on the page about it: the letter holds what to tell."""
    name = _LETTERS.get(article.slug)
    if name is None:
        return None
    near = [schema for schema in edition.hub.package.schemas if schema.resource == "organizations"]
    doors = (Link(edition.title(schema), edition.href(here, paths.list_path(schema.resource))) for schema in near)
    return Asking(
        title=edition.t(f"{name}.title"),
        letter=(found := letter(edition, name)),
        words=edition.t(f"{name}.words" if found else f"{name}.nobody"),
        doors=(*doors, Link(edition.t("home.tonight.call"), "tel:211")),
    )


def letter(edition: Edition, name: str) -> Link | None:
    """A letter to the hub's keepers with the lines to fill in, or their page; None where the hub has no contact.

    By mail and not by the form service: such a letter says how to reach someone, and the service keeps what it gets.
    """
    href = edition.hub.settings.way_to_write(edition.t(f"{name}.subject"))
    if href.startswith("mailto:"):
        href += f"&body={quote(edition.t(f'{name}.body'))}"
    return Link(edition.t(f"{name}.write"), href) if href else None
