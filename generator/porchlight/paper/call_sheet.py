# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A sheet to call from, as a tagged PDF: whom to call, what to ask, and room for what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from porchlight.care.tasks import What
from porchlight.paper.typesetting import SIZES_OF_PAPER, Paper, holds_any, typeset_anyway
from porchlight.views.cards import role_text
from porchlight.views.care import CareLine
from porchlight.views.edition import Edition
from porchlight.views.hours import hours_words

_NUMBER = ("care.choice.works", "care.choice.no_answer", "care.choice.wrong")
_ANSWER = ("care.choice.yes", "care.choice.ask", "care.choice.no", "care.choice.not_said")
_OTHER = ("care.choice.right", "care.choice.changed", "care.choice.not_said")
_SO = ("care.choice.yes", "care.choice.no", "care.choice.not_said")
_CHOICES: Mapping[What, tuple[str, ...]] = {
    "number": _NUMBER,
    "written": (),
    "no_number": (),
    "answer": _ANSWER,
    "beds": (),
    "field": (),
    "record": _OTHER,
    "review": _OTHER,
    "report": _SO,
    "over": _OTHER,
    "gone": _OTHER,
    "silent": _OTHER,
    "moved": _OTHER,
}
"""The boxes to tick for each kind of question; where there is none, a line to write on is enough."""

_TOLD = ("hours", "address", "cost", "cost_note", "who")
"""The roles of what goes wrong most often in a record of which everything is asked at once."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The PDF, and the records in which “?” stands for a sign that the fonts for paper lack."""

    pdf: bytes
    lacking: tuple[str, ...]


def call_sheet(edition: Edition, lines: Sequence[CareLine], day: date, more: int = 0, paper: Paper = "letter") -> Sheet:
    """The sheet in the edition's language, for one side, as of the day; `more` tells how many are not on it.

    Raises CannotPrint.
    """
    data = {**_data(edition, lines, more, paper), "made": edition.t("care.sheet.made", day=edition.day(day))}
    pdf, signs = typeset_anyway("call_sheet.typ", "sheet", data)
    records = (line.key for line in lines if holds_any(_task(edition, line), signs))
    return Sheet(pdf, tuple(dict.fromkeys(records)))


def _data(edition: Edition, lines: Sequence[CareLine], more: int, paper: Paper) -> Mapping[str, Any]:
    """Everything that the template prints, ready."""
    t, settings = edition.t, edition.hub.settings
    main, _, region = edition.language.partition("-")
    return {
        "lang": main,
        "region": region or None,
        "paper": SIZES_OF_PAPER[paper],
        "hub": settings.name,
        "made_up": edition.made_up,
        "title": t("care.sheet.title"),
        "tasks": [_task(edition, line) for line in lines],
        "more": t("care.more", n=more) if more else "",
        "words": {
            "lead": t("care.sheet.lead"),
            "script": t("care.sheet.script", hub=settings.name),
            "words": t("care.sheet.words"),
            "date": t("care.sheet.date"),
            "role": t("care.sheet.role"),
            "keep": t("care.sheet.keep"),
            "page": t("care.sheet.page", number="{number}", count="{count}"),
            "none": t("care.none"),
        },
    }


def _task(edition: Edition, line: CareLine) -> Mapping[str, Any]:
    return {
        "name": line.name.value,
        "lang": line.name.lang or edition.language.partition("-")[0],
        "about": " · ".join(filter(None, (line.urgent, line.kind, line.city))),
        "key": line.key,
        "says": list(_says(edition, line)),
        "ways": line.ways,
        "note": line.note,
        "asks": [
            {
                "words": ask.words,
                "known": ask.known.words,
                "whole": ask.what == "record",
                "choices": [edition.t(key) for key in _CHOICES[ask.what]],
            }
            for ask in line.asks
        ],
    }


def _says(edition: Edition, line: CareLine) -> Iterator[str]:
    """What the record says of itself, for “Is all of it still right?”: nobody on the phone can know that by heart."""
    record = edition.find_key(line.key)
    if record is None:
        return
    schema = edition.hub.package.schema_of(record.resource)
    hours = " ".join(hours_words(edition, schema.text_of(record, "open_hours"), schema.text_of(record, "timezone")))
    for role in _TOLD:
        field = schema.field_for(role)
        said = role_text(edition, schema, record, role) or (hours if role == "hours" else "")
        if field and said:
            yield f"{edition.field_title(field)}: {said}"
