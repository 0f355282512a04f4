# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A poll as a tagged PDF: one sheet, two sides, with a short address and the code that it is keyed in by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from porchlight.model import paths
from porchlight.model.ballot_codes import ballot_code
from porchlight.model.hub import Settings
from porchlight.model.questionnaire import Option, Questionnaire
from porchlight.paper.typesetting import SIZES_OF_PAPER, Paper, queried, typeset
from porchlight.paper.words import words_in
from porchlight.polls.keying import NO_ANSWER
from porchlight.polls.privacy import Keeping, privacy_in_short
from porchlight.views.qr import qr_path

SIZES = (13.5, 13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5)
"""Sizes of the print in points: the first that fits on one sheet is taken. Large print has one, and pages as needed."""
LARGE = 18.0
SIDES = 2

_TEMPLATE = "ballot.typ"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of a poll's ballots: its language, the size of its print, and the paper that it is printed on."""

    language: str
    large: bool = False
    paper: Paper = "letter"


def ballot(settings: Settings, questionnaire: Questionnaire, wanted: Wanted) -> bytes:
    """The PDF, the same bytes for the same input; it stands on one sheet where a print that can be read fits there."""
    data = json.dumps(_data(settings, questionnaire, wanted), ensure_ascii=False)
    return _pdf(data, LARGE if wanted.large else _size(data))


def short_address(settings: Settings, questionnaire: Questionnaire, language: str) -> str:
    """Where the poll is on the web, short enough to type; "" where the hub has no public address."""
    base, first = settings.address.rstrip("/"), settings.languages[0]
    path = paths.ballot_path(ballot_code(questionnaire.id, questionnaire.version))
    spoken = language if language in settings.languages else first
    return f"{base}/{paths.in_language(path, spoken, first)}".removesuffix("/") if base else ""


@lru_cache(maxsize=64)
def _pdf(data: str, size: float) -> bytes:
    """Kept in memory, since `serve` builds again at each change and a ballot seldom changes."""
    return typeset(_TEMPLATE, _input(data, size))


def _size(data: str) -> float:
    """The largest print with which the ballot fits on one sheet, or the smallest there is."""
    return next((size for size in SIZES if _pages(data, size) <= SIDES), SIZES[-1])


@lru_cache(maxsize=64)
def _pages(data: str, size: float) -> int:
    return int(json.loads(queried(_TEMPLATE, _input(data, size), "<pages>")))


def _input(data: str, size: float) -> dict[str, str]:
    return {"ballot": data, "size": str(size)}


def _data(settings: Settings, questionnaire: Questionnaire, wanted: Wanted) -> Mapping[str, Any]:
    """Everything that the template prints, ready."""
    language, words = wanted.language, words_in(wanted.language)
    main, _, region = language.partition("-")
    address = short_address(settings, questionnaire, language)
    shown = address.partition("://")[2]
    count = len(questionnaire.blocks)
    return {
        "lang": main,
        "region": region or None,
        "paper": SIZES_OF_PAPER[wanted.paper],
        "large": wanted.large,
        "hub": settings.name,
        "made_up": words["made_up"] if settings.made_up else "",
        "title": questionnaire.said(questionnaire.title, language),
        "intro": questionnaire.said(questionnaire.intro, language),
        "code": ballot_code(questionnaire.id, questionnaire.version),
        "address": shown,
        "qr": _square(address) if address else "",
        "words": _words(settings, questionnaire, words, shown),
        "options": [
            _choice(questionnaire, option, str(n), language) for n, option in enumerate(questionnaire.options, 1)
        ],
        "no_answer": _choice(questionnaire, questionnaire.no_answer, NO_ANSWER, language),
        "blocks": [
            {
                "title": words["part"].format(
                    number=number, count=count, title=questionnaire.said(block.title, language)
                ),
                "stem": questionnaire.said(block.stem, language),
                "items": [questionnaire.said(item.label, language) for item in block.items],
            }
            for number, block in enumerate(questionnaire.blocks, start=1)
        ],
    }


def _words(settings: Settings, questionnaire: Questionnaire, words: Mapping[str, str], shown: str) -> Mapping[str, str]:
    """Our own words, with what becomes of a sheet that we key in and whom to ask, where the hub tells of somebody."""
    told = privacy_in_short(Keeping(settings.keep_months), questionnaire, words["lang"])
    return {
        **words,
        "square": words["square"].format(address=shown),
        "privacy": " ".join(told),
        "ask": words["ask"].format(contact=settings.contact) if settings.contact else "",
    }


def _choice(questionnaire: Questionnaire, option: Option, sign: str, language: str) -> Mapping[str, str]:
    return {"label": questionnaire.said(option.label, language), "sign": sign}


def _square(address: str) -> str:
    path, size = qr_path(address)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{path}" stroke="#000"/></svg>'
