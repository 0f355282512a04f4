# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A document as a tagged PDF, in our fonts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from porchlight.documents.blocks import Document
from porchlight.paper.typesetting import SIZES_OF_PAPER, Paper, typeset

_PAGE = {"en": "Page {number} of {count}.", "es": "Página {number} de {count}."}


def document_pdf(document: Document, paper: Paper = "letter") -> bytes:
    """The PDF/UA-1, the same bytes for the same input. Raises CannotPrint where the fonts lack a sign."""
    return typeset("document.typ", {"document": json.dumps(_data(document, paper), ensure_ascii=False)})


def _data(document: Document, paper: Paper) -> Mapping[str, Any]:
    """Everything that the template prints, ready."""
    main, _, region = document.language.partition("-")
    return {
        "lang": main,
        "region": region or None,
        "paper": SIZES_OF_PAPER[paper],
        "page": _PAGE.get(main, _PAGE["en"]),
        "title": document.title,
        "by": document.by,
        "note": document.note,
        "blocks": plain(document.blocks),
    }


def plain(part: Any) -> Any:
    """A block as the template takes it: its parts by name, and which kind it is."""
    if isinstance(part, tuple):
        return [plain(each) for each in part]
    if not is_dataclass(part):
        return part
    return {"kind": type(part).__name__.lower(), **{of.name: plain(getattr(part, of.name)) for of in fields(part)}}
