# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How sure a record is: who checked it, when and how, in words that carry their date (DESIGN rules 1 and 2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urlsplit

from porchlight.model.aging import read_on
from porchlight.model.record import Record, Row
from porchlight.model.schema import Schema
from porchlight.model.shelf_life import DAYS
from porchlight.views.calls import has_number
from porchlight.views.closures import closed_from
from porchlight.views.edition import Edition
from porchlight.views.once import once_a_record
from porchlight.views.parts import Checked, CheckKind, Review, Source, Text
from porchlight.views.record_parts import AnswerCode, AnswerRow, InShort, Vacancy

NOBODY_ASKED: AnswerCode = "unknown"
TOLD: tuple[AnswerCode, ...] = ("yes", "case_by_case", "no", "not_said")
"""What a place can have answered, in the order in which a page tells it in short."""

_CALL: tuple[AnswerCode, ...] = ("not_said", "unknown")
"""The answers whose words say to call."""

ASKED_THEM = ("phone", "visit", "email", "letter")
"""The ways in which a person asked the place itself; what was only read is never called a check."""


@once_a_record
def checked(edition: Edition, schema: Schema, record: Record) -> Checked:
    """The newest check with the place itself; else that none got through; else the day it was read, or nothing.

    A role that someone offers to take is told, past its life, as one to ask about first.
    """
    told = _checked(edition, schema, record)
    is_role = schema.field_for("skills") and told.kind in ("checked", "read", "seen")
    return replace(told, kind="role") if is_role else told


def _checked(edition: Edition, schema: Schema, record: Record) -> Checked:
    days, rows = DAYS[schema.shelf_life], record.rows("checks")
    asked = [row for row in rows if row.get("result") in ("right", "changed")]
    if asked:
        return _check_line(edition, max(asked, key=_as_of), days)
    if rows:
        return _tried_line(edition, max(rows, key=_as_of), days)
    day = read_on(record)
    if day:
        kind: CheckKind = "read" if record.rows("phones") else "seen"
        return Checked(
            kind, edition.t(f"checked.{kind}", day=edition.day(day)), day.isoformat(), edition.day(day), days
        )
    return Checked("none", edition.t("checked.none"))


def _check_line(edition: Edition, row: Row, days: int) -> Checked:
    day = _as_of(row)
    how = edition.label("how", str(row["how"]))
    words = edition.t("checked.asked", how=how, day=edition.day(day), by=edition.said_by(row).value)
    return Checked("checked", words, day.isoformat(), edition.day(day), days)


def _tried_line(edition: Edition, row: Row, days: int) -> Checked:
    day = _as_of(row)
    how, result = edition.label("how", str(row["how"])), edition.label("check_result", str(row["result"]))
    words = edition.t("checked.tried", how=how, day=edition.day(day), by=edition.said_by(row).value, result=result)
    return Checked("tried", words, day.isoformat(), edition.day(day), days)


def _as_of(row: Row) -> date:
    day = row["as_of"]
    assert isinstance(day, date)
    return day


def answers(edition: Edition, schema: Schema, record: Record) -> tuple[AnswerRow, ...]:
    """A row per question of the resource, then per further question answered; nobody asked is an answer too."""
    return tuple(said(edition, schema, record).values())


@once_a_record
def said(edition: Edition, schema: Schema, record: Record) -> Mapping[str, AnswerRow]:
    """The same by question: what is neither asked of the record's kind nor answered is not in it."""
    given = {str(row["question"]): row for row in record.rows("answers")}
    asked = dict.fromkeys((*schema.questions_of(record), *given))
    return {question: answer(edition, record, question, given.get(question)) for question in asked}


def answer(edition: Edition, record: Record, question: str, row: Row | None) -> AnswerRow:
    """What the record says to one question; None stands for nobody asked."""
    title = edition.label("question", question)
    if row is None:
        return AnswerRow(title, NOBODY_ASKED, answer_words(edition, record, NOBODY_ASKED), Text(""))
    words = edition.row_text(row, "words")
    source = _told(edition, row)
    said = answer_words(edition, record, str(row["answer"]))
    return AnswerRow(title, _code(row), said, words, source, _known(edition, row, source))


def in_short(edition: Edition, record: Record) -> tuple[InShort, ...]:
    """What they answered, a line for all questions with one answer on one day; what nobody asked is left out."""
    alike: dict[tuple[AnswerCode, str], list[Row]] = {}
    for row in record.rows("answers"):
        if (code := _code(row)) in TOLD:
            alike.setdefault((code, _until(row)), []).append(row)
    return tuple(
        InShort(code, answer_words(edition, record, str(rows[0]["answer"])), _questions(edition, rows), until)
        for (code, until), rows in sorted(alike.items(), key=lambda each: TOLD.index(each[0][0]))
    )


def _until(row: Row) -> str:
    day = row.get("as_of")
    return (day + timedelta(days=DAYS["policy"])).isoformat() if isinstance(day, date) else ""


def _questions(edition: Edition, rows: Sequence[Row]) -> str:
    return ", ".join(edition.label("question", str(row["question"])) for row in rows)


def answer_words(edition: Edition, record: Record, code: str) -> str:
    """The answer in words; nobody is told to call a place whose number the hub does not hold."""
    if code in _CALL and not has_number(record):
        return edition.t(f"answer.{code}.ask")
    return edition.label("answer", code)


def _told(edition: Edition, row: Row) -> str:
    """How we know and who said it: “by phone (house manager)”."""
    how = edition.label("how", str(row["how"])) if "how" in row else ""
    return f"{how} ({edition.said_by(row).value})" if how and "by" in row else how


def _known(edition: Edition, row: Row, source: str) -> Checked | None:
    day = row.get("as_of")
    if not isinstance(day, date):
        return None
    kind: CheckKind = "checked" if row.get("how") in ASKED_THEM else "read"
    return Checked(kind, source, day.isoformat(), edition.day(day), DAYS["policy"])


def _code(row: Row) -> AnswerCode:
    """The answer's code; without a day there is no tick."""
    dated = isinstance(row.get("as_of"), date)
    return next((each for each in TOLD if each == row["answer"] and dated), NOBODY_ASKED)


def review(edition: Edition, schema: Schema, record: Record) -> Review | None:
    """The day after which the record must not be told as true, where it has one."""
    day = schema.day_of(record, "review_by")
    return Review(day.isoformat(), edition.day(day), record.key in edition.hub.overdue) if day else None


def vacancy(edition: Edition, schema: Schema, record: Record) -> Vacancy | None:
    """The beds that were free on the day that someone asked, where both are known; told for a week.

    What was free before the place closed is not free after: beds are told to the day before it does.
    """
    beds, day = schema.field_for("vacancy"), schema.day_of(record, "vacancy_on")
    if beds is None or beds.name not in record.values or day is None:
        return None
    free = record.values[beds.name]
    until, closes = day + timedelta(days=DAYS["vacancy"]), closed_from(edition, record)
    if closes and closes <= day:
        return None
    until = min(until, closes - timedelta(days=1)) if closes else until
    key, told = "record.vacancy" if free else "record.vacancy.none", edition.day(day)
    full = "" if free else edition.t("record.full_on", day=told)
    return Vacancy(edition.t(key, n=free, day=told), until.isoformat(), full)


def sources(edition: Edition, record: Record) -> tuple[Source, ...]:
    """Every source, in the order in which it was written."""
    return tuple(_source(edition, row) for row in record.rows("sources"))


def newest_source(record: Record) -> Row | None:
    """The source whose page has the newest date, the first of those that show none; None where there is no source."""
    rows = record.rows("sources")
    dated = [row for row in rows if isinstance(row.get("page_date"), date)]
    return max(dated, key=lambda row: str(row["page_date"])) if dated else next(iter(rows), None)


def _source(edition: Edition, row: Row) -> Source:
    url = str(row["url"])
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    title = edition.plain(str(row["title"])) if "title" in row else Text(host)
    return Source(
        title=title.value,
        lang=title.lang,
        href=url,
        host=host,
        kind=edition.label("source_kind", str(row["kind"])),
        read_on=_day(edition, row.get("read_on")),
        page_date=_day(edition, row.get("page_date")),
        read_as=edition.label("source_read_as", str(row["read_as"])) if "read_as" in row else "",
    )


def _day(edition: Edition, day: object) -> str:
    return edition.day(day) if isinstance(day, date) else ""
