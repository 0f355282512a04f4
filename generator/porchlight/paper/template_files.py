# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Templates as files, in each form that people pass them on in."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from porchlight.documents.docx import docx
from porchlight.documents.filling import NONE
from porchlight.documents.odt import odt
from porchlight.model.hub import Article
from porchlight.model.template import Template
from porchlight.paper.document import document_pdf
from porchlight.paper.typesetting import CannotPrint
from porchlight.views.edition import Edition
from porchlight.views.known import known_values
from porchlight.views.template_documents import ENDINGS, Ending, document_of, markdown_of, template_path, templates_of

log = logging.getLogger("porchlight")


def template_file(
    edition: Edition,
    article: Article,
    template: Template,
    ending: Ending,
    values: Mapping[str, str] = NONE,
    known: Mapping[str, str] = NONE,
) -> bytes:
    """The template with the values in its places, and what is `known` where others may be put in.

    Raises CannotPrint for a PDF whose signs the fonts lack.
    """
    if ending == "md":
        return markdown_of(edition, article, template, {**known, **values})
    document = document_of(edition, article, template, values, known)
    if ending == "pdf":
        return document_pdf(document)
    return docx(document) if ending == "docx" else odt(document)


def template_files(edition: Edition) -> dict[str, bytes]:
    """Every template in every form, by path: what the hub knows is filled in but for today, the rest is blank.

    One that can't be printed in our fonts has no PDF.
    """
    files: dict[str, bytes] = {}
    for article, template in templates_of(edition):
        known = known_values(edition, template, None)
        for ending in ENDINGS:
            try:
                made = template_file(edition, article, template, ending, known=known)
            except CannotPrint as signs:
                log.warning("“%s” has no PDF in “%s”: the fonts lack “%s”.", article.slug, edition.language, signs)
                continue
            files[edition.path(template_path(article, ending))] = made
    return files
