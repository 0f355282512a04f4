# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of templates: a library, and a page each with the text, the blank files, and a form to fill in there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from porchlight.documents.filling import NONE, filled
from porchlight.documents.from_markdown import blocks_of
from porchlight.model.hub import Article
from porchlight.model.template import FOLDER, Template, TemplateField
from porchlight.views.articles import resolver
from porchlight.views.document_html import document_html
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.known import known_values
from porchlight.views.pages import Page
from porchlight.views.parts import Link
from porchlight.views.search_pages import found_article, found_page
from porchlight.views.template_documents import ENDINGS, name_of, template_path, templates_of
from porchlight.views.template_types import FormField, TemplateForm, TemplatesView, TemplateView

ONE_LINE = 8
"""Letters that a line holds on a small phone with large print; what the hub knows beyond that gets more lines."""


def template_pages(edition: Edition) -> Iterator[Page]:
    """A page per template and one that lists them; none where the hub has no template."""
    found = templates_of(edition)
    if found:
        yield _library(edition, [article for article, _ in found])
    for article, template in found:
        yield _page(edition, article, template)


def library_link(edition: Edition, here: str) -> Link:
    """The way to the library."""
    return Link(edition.t("templates.title"), edition.href(here, FOLDER), note=edition.t("templates.note"))


def _library(edition: Edition, articles: list[Article]) -> Page:
    title, lead = edition.t("templates.title"), edition.t("templates.lead")
    view = TemplatesView(
        frame=frame(edition, FOLDER, title, lead, "templates"),
        title=title,
        lead=lead,
        templates=tuple(
            Link(a.title, edition.href(FOLDER, f"{a.slug}/"), note=a.description, lang=edition.lang_of(a))
            for a in articles
        ),
    )
    return Page(edition.path(FOLDER), "templates.html", view, found_page(edition, FOLDER, title, lead))


def _page(edition: Edition, article: Article, template: Template) -> Page:
    here = f"{article.slug}/"
    known = known_values(edition, template, None)
    blocks = blocks_of(article.markdown, resolver(edition, here))
    view = TemplateView(
        frame=frame(
            edition, here, article.title, article.description, "template", [(edition.t("templates.title"), FOLDER)]
        ),
        title=article.title,
        lead=article.description,
        audience=template.audience,
        lang=edition.lang_of(article),
        files=tuple(_files(edition, article, here)),
        form=_form(edition, article, template, known, here),
        body=document_html(filled(blocks, template, NONE, known)),
        library=library_link(edition, here),
    )
    return Page(edition.path(here), "template.html", view, found_article(edition, article))


def _files(edition: Edition, article: Article, here: str) -> Iterator[Link]:
    """The blank files that there are: one whose signs our fonts lack has no PDF."""
    for ending in ENDINGS:
        there = template_path(article, ending)
        if edition.path(there) in edition.downloads:
            yield Link(edition.t(f"template.file.{ending}"), edition.href(here, there))


def _form(edition: Edition, article: Article, template: Template, known: Mapping[str, str], here: str) -> TemplateForm:
    docx, odt, md = (edition.href(here, template_path(article, ending)) for ending in ("docx", "odt", "md"))
    fields = tuple(_field(edition, field, known.get(field.name, "")) for field in template.fields)
    return TemplateForm(name_of(article), article.language, fields, docx, odt, md)


def _field(edition: Edition, field: TemplateField, value: str) -> FormField:
    example = edition.t("template.example", words=field.example) if field.example else ""
    known = edition.t("template.known") if value else ""
    return FormField(
        name=field.name,
        label=field.label,
        kind="long" if field.kind == "text" and len(value) > ONE_LINE else field.kind,
        hint=" ".join(filter(None, (field.help, example, known))),
        choices=field.choices,
        value=value,
        is_today=field.source == "today",
    )
