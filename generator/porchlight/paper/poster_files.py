# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Posters as files: a sheet to hang as tagged PDF, and cards to share as SVG and PNG."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from functools import partial
from typing import Any
from xml.sax.saxutils import escape

from porchlight.model import paths
from porchlight.paper.fact_lines import fact_lines
from porchlight.paper.typesetting import CannotPrint, pictured, typeset
from porchlight.views.edition import Edition
from porchlight.views.parts import Text
from porchlight.views.poster_types import Poster
from porchlight.views.posters import posters
from porchlight.views.text_types import FactTold

log = logging.getLogger("porchlight")


def poster_files(edition: Edition) -> dict[str, bytes]:
    """Every poster in every shape, by path. What the fonts can't print is left out, and told."""
    files: dict[str, bytes] = {}
    for poster in posters(edition):
        try:
            files |= dict(_files(edition, poster))
        except CannotPrint as signs:
            log.warning("“%s” has no poster in “%s”: the fonts lack “%s”.", poster.record.id, edition.language, signs)
    return files


def _files(edition: Edition, poster: Poster) -> Iterator[tuple[str, bytes]]:
    data = _data(edition, poster)
    sheet = typeset("poster.typ", _input(data, "sheet"))
    yield edition.path(paths.poster_file(poster.record.key, "sheet", "pdf")), sheet
    for shape in paths.CARDS:
        svg = pictured("poster.typ", _input(data, shape), "svg")
        yield edition.path(paths.poster_file(poster.record.key, shape, "svg")), _told(poster, svg)
        yield (
            edition.path(paths.poster_file(poster.record.key, shape, "png")),
            pictured("poster.typ", _input(data, shape), "png"),
        )


def _input(data: dict[str, Any], shape: str) -> dict[str, str]:
    return {"poster": json.dumps({**data, "shape": shape}, ensure_ascii=False)}


def _told(poster: Poster, svg: bytes) -> bytes:
    """The picture in pixels, with its words for those who can't see it: its letters are lines, so no font is needed."""
    head, end, drawn = svg.decode().partition(">")
    names = f"<title>{escape(poster.headline.value)}</title><desc>{escape(poster.on_card)}</desc>"
    return (head.replace("<svg ", '<svg role="img" ', 1).replace('pt"', '"') + end + names + drawn).encode()


def _data(edition: Edition, poster: Poster) -> dict[str, Any]:
    """All that the template prints, ready."""
    said, number, settings = partial(_said, edition), poster.number, edition.hub.settings
    return {
        "lang": edition.language,
        "title": poster.headline.value,
        "by": settings.name,
        "address": settings.address.removeprefix("https://").rstrip("/"),
        "note": edition.made_up,
        "headline": said(poster.headline),
        "words": said(poster.words),
        "ask": said(poster.ask),
        "number": number and {"call": number.call, "name": said(number.name), "hours": said(number.hours)},
        "fact": poster.fact and _fact(edition, poster.fact),
        "color": poster.color,
        "ink": poster.ink,
    }


def _fact(edition: Edition, fact: FactTold) -> dict[str, Any]:
    return {name: _said(edition, line) for name, line in fact_lines(edition, fact)._asdict().items()}


def _said(edition: Edition, text: Text | None) -> dict[str, str] | None:
    """A text and the language that it is read aloud in."""
    return {"words": text.value, "lang": text.lang or edition.language} if text else None
