# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the finder (`theme/js/finder.js`) sorts a list with in the reader's own browser: its form and its data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from porchlight.model import paths
from porchlight.model.pages import narrows_to
from porchlight.model.places import states_of
from porchlight.model.record import Record
from porchlight.model.schema import EVERYWHERE, Field, Schema
from porchlight.views.bands import BANDS, local_first
from porchlight.views.cards import card
from porchlight.views.closures import noted_days
from porchlight.views.edition import Edition
from porchlight.views.hours import hours_data, last_day
from porchlight.views.list_parts import Card, Finder, Pick
from porchlight.views.notices import carried
from porchlight.views.parts import Call, Checked, Choice, Text
from porchlight.views.record_parts import AnswerCode, AnswerRow
from porchlight.views.trust import said
from porchlight.views.whereabouts import point

ONE_FILE = 400
"""Records that travel in one file; a longer list has a file per place, so that a phone gets little."""

PICKS = {"place": "where", "who": "who_codes", "cost": "cost", "lang": "languages"}
"""What can be picked, by its name in the address, and the role of its field."""

ANSWERS: tuple[AnswerCode, ...] = ("yes", "case_by_case", "no", "not_said", "unknown")
_LETTER_OF = dict(zip(ANSWERS, "ycnsu", strict=True))
"""An answer as one letter; "-" stands for a question that is not asked of the record's kind."""

WIDER = {"all_genders": ("men", "women")}
"""A code that holds others as well: who picks one of them is welcome."""


def has_finder(schema: Schema) -> bool:
    """True where the resource has questions to sort its list by."""
    return schema.page != "none" and bool(schema.questions)


def finder(edition: Edition, schema: Schema, picked: Sequence[Pick], long: bool, here: str) -> Finder:
    """The form on a page `here` of the whole list; `picked` comes from `picks`, `long` from `is_long`."""
    return Finder(
        base=edition.href(here, paths.list_path(schema.resource)),
        gazetteer=f"{paths.between(edition.path(here), '').removeprefix('./')}gazetteer/",
        long=long,
        questions=tuple(Choice(code, edition.label("question", code)) for code in schema.questions),
        picks=tuple(picked),
        answers=tuple(AnswerRow("", code, edition.label("answer", code), Text("")) for code in ANSWERS),
        words=_words(edition),
    )


def picks(edition: Edition, schema: Schema, records: Sequence[Record]) -> tuple[Pick, ...]:
    """What can be picked: every field whose codes tell the records apart, with the codes in use."""
    found = ((name, schema.field_for(role)) for name, role in PICKS.items())
    return tuple(
        Pick(
            name,
            edition.field_title(field),
            tuple(Choice(code, edition.label(field.vocabulary, code)) for code in codes),
        )
        for name, field in found
        if field and len(codes := _in_use(edition, field, records)) > 1
    )


def is_long(schema: Schema, records: Sequence[Record]) -> bool:
    """True where the list travels in a file per place."""
    places = {state for record in records for state in _states(schema, record)}
    return len(records) > ONE_FILE and len(places) > 1


def finder_files(edition: Edition) -> dict[str, bytes]:
    """The data of every list that has a finder, by path below the output: one file, or one per place."""
    return {
        edition.path(f"{paths.list_path(schema.resource)}{name}.json"): _json(edition, schema, records)
        for schema in edition.hub.package.schemas
        if has_finder(schema)
        for name, records in _files(schema, local_first(edition, schema)).items()
    }


def _files(schema: Schema, records: Sequence[Record]) -> Mapping[str, Sequence[Record]]:
    """The records of each file, by its name; help for the whole country stands in a file of its own, once."""
    if not is_long(schema, records):
        return {"find": records} if records else {}
    files: dict[str, list[Record]] = {}
    for record in records:
        for code in _states(schema, record):
            files.setdefault(f"find-{paths.slug(code)}", []).append(record)
    return files


def _states(schema: Schema, record: Record) -> tuple[str, ...]:
    """The states whose files hold the record; help for the whole country stands below its own code alone."""
    codes = _codes(schema, record, "where")
    return (EVERYWHERE,) if EVERYWHERE in codes or not codes else states_of(codes)


def _json(edition: Edition, schema: Schema, records: Iterable[Record]) -> bytes:
    """`labels` are those of the cards' lines, `days` every day in words, `rows` the records in the order of lists."""
    labels: dict[str, int] = {}
    days: dict[str, str] = {}
    rows = [_row(edition, schema, record, labels, days) for record in records]
    told = {"labels": list(labels), "days": days, "rows": rows}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _row(
    edition: Edition, schema: Schema, record: Record, labels: dict[str, int], days: dict[str, str]
) -> Mapping[str, object]:
    """One record: what its card shows, and what it is sorted by; what is not known is left out."""
    rows = [said(edition, schema, record).get(question) for question in schema.questions]
    marks = [_mark(row.checked, days) if row and row.checked else 0 for row in rows]
    row = _face(card(edition, schema, record, paths.list_path(schema.resource)), labels, days)
    words = [_worded(row.words) if row and row.words.value else 0 for row in rows]
    row |= {"a": "".join(_LETTER_OF[row.code] if row else "-" for row in rows)}
    row |= {"o": marks if any(marks) else (), "w": words if any(words) else ()}
    row |= {name: _wider(_codes(schema, record, role)) for name, role in PICKS.items() if role != "where"}
    row |= {"place": _around(edition, _codes(schema, record, "where"))}
    row |= {"city": _text(schema, record, "city"), "county": _text(schema, record, "county")}
    row |= {"hours": _hours(edition, schema, record), "at": _at(schema, record)}
    return {name: value for name, value in row.items() if value}


def _face(face: Card, labels: dict[str, int], days: dict[str, str]) -> dict[str, object]:
    """Name, way, kind, status, lines, mark of a check, the lines' last day, the call, if full, and notices about it."""
    return {
        "n": face.name,
        "l": face.name_lang,
        "h": face.href,
        "k": face.kind,
        "s": face.status,
        "d": [[labels.setdefault(line.label, len(labels)), *_aging(line.text)] for line in face.lines],
        "m": _mark(face.checked, days),
        "u": face.until,
        "c": _press(face.call),
        "f": [face.full.full, face.full.until] if face.full else (),
        "e": carried(face.notices),
    }


def _worded(text: Text) -> list[str]:
    return [text.value, text.lang] if text.lang else [text.value]


def _aging(text: Text) -> list[str]:
    return [text.value, text.lang, text.until, text.then] if text.until else _worded(text)


def _mark(checked: Checked, days: dict[str, str]) -> list[object]:
    """Kind, the words before and after the day, the day, and for how many days it is good."""
    if not checked.day:
        return [checked.kind, checked.words]
    days[checked.day] = checked.day_words
    before, day, after = checked.words.partition(checked.day_words)
    return [checked.kind, before if day else f"{before}, ", after, checked.day, checked.days]


def _press(call: Call | None) -> list[str]:
    """The button's number or words, where it leads, and what stands beside it."""
    if call is None:
        return []
    words = call.display if call.href.startswith("tel:") else call.action
    return [words, call.href, *(_worded(call.note) if call.note.value else ())]


def _wider(codes: Iterable[str]) -> list[str]:
    return [each for code in codes for each in (code, *WIDER.get(code, ()))]


def _around(edition: Edition, codes: Sequence[str]) -> Sequence[str]:
    """Who picks a state finds help for its counties too, and who picks a county finds help for its state."""
    return edition.places.with_above(edition.places.with_inside(codes))


def _hours(edition: Edition, schema: Schema, record: Record) -> object:
    text, zone = _text(schema, record, "open_hours"), _text(schema, record, "timezone")
    data = hours_data(text, zone, last_day(record), noted_days(edition, record))
    return json.loads(data) if data else None


def _at(schema: Schema, record: Record) -> list[float]:
    """Latitude and longitude to about half a mile."""
    place = point(schema, record)
    return [round(degrees, 2) for degrees in place] if place else []


def _in_use(edition: Edition, field: Field, records: Iterable[Record]) -> list[str]:
    used = {code for record in records for code in narrows_to(field, record, edition.places)}
    return [code for code in edition.hub.package.vocabularies[field.vocabulary].labels if code in used]


def _codes(schema: Schema, record: Record, role: str) -> tuple[str, ...]:
    field = schema.field_for(role)
    return record.codes(field.name) if field else ()


def _text(schema: Schema, record: Record, role: str) -> str:
    field = schema.field_for(role)
    return record.text(field.name) if field else ""


def _words(edition: Edition) -> Mapping[str, object]:
    """What the script says: for each band its title, note and two ways to count; then single words by key."""
    t = edition.t
    bands = {
        code: [
            t(f"bands.title.{code}"),
            t(f"bands.note.{code}") if t.has(f"bands.note.{code}") else "",
            t(f"bands.count.{code}.one"),
            t(f"bands.count.{code}.other", n="{n}"),
        ]
        for code in (*BANDS, "fits", "hours", "rest")
    }
    single = {key: t(f"finder.{key}") for key in ("more", "which", "nowhere", "lost", "long", "failed")}
    return {
        "bands": bands,
        "sum": [t("bands.sum.one", parts="{parts}"), t("bands.sum.other", n="{n}", parts="{parts}")],
        "miles": [t("finder.miles.one"), t("finder.miles.other", n="{n}")],
        "call": t("call.number", number="{number}"),
        "nation": edition.label("place", EVERYWHERE),
        **single,
    }
