# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What of one record nobody has checked, or nobody for too long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from porchlight.care.tasks import Ask, Harm, What
from porchlight.care.web_links import LinkFate, links_of
from porchlight.model.aging import dated_fields, last_looked, tells_of_looks
from porchlight.model.record import Record, Row
from porchlight.model.report import Report
from porchlight.model.report_names import STILL_RIGHT
from porchlight.model.schema import Schema
from porchlight.model.shelf_life import DAYS

TRY_AGAIN = 3
"""Days after which a number at which nobody answered is dialed again."""

OF_QUESTION: dict[str, Harm] = {"registry": "registry", "moud": "medication"}
"""Questions of which a wrong answer does more harm than of others."""

OF_LIFE: dict[str, Harm] = {"vacancy": "vacancy", "waiting_list": "vacancy", "law": "law", "page": "page"}
"""What is about each class of shelf life; of all others it is the rules of a place."""

SOON = 30
"""Days before its end from which a consent is on the list: what was printed has to be found and taken away by then."""

OF_ALL = 3
"""Digits of a code such as 211 or 988, which no place can lose: to try it would only keep a line of help busy."""

OF_REPORT: dict[str, Harm] = {"number_wrong": "phone", "closed": "phone", "moved": "phone"}
"""Reports that say that people call or come for nothing."""

FAX = "fax"
OWN = "own"
VOICE = "voice"


@dataclass(frozen=True, slots=True)
class Looked:
    """A record on the day on which the list is made. `read_on` is since when it is told: the day that it was read.

    `own_read` is the last day on which someone read their own page, None where nobody has.
    """

    schema: Schema
    record: Record
    day: date
    read_on: date
    own_read: date | None

    def after(self, known: date | None, days: int) -> date:
        """The day from which it waits, if it was last known on a day and may be told so many days."""
        return known + timedelta(days=days + 1) if known else self.read_on


def looked_at(schema: Schema, record: Record, day: date) -> Looked:
    """The record with the newest day on which one of its sources was read, at the latest the day of the list."""
    read = [(day_read, row["kind"]) for row in record.rows("sources") if (day_read := _day(row, "read_on"))]
    last = max((day_read for day_read, _ in read), default=day)
    own = max((day_read for day_read, kind in read if kind == OWN), default=None)
    return Looked(schema, record, day, min(day, last), own)


def in_danger(schema: Schema, record: Record) -> bool:
    """True for a line that people turn to when a life is in danger: it is for them, and not for tests."""
    return schema.text_of(record, "kind") in schema.crisis_kinds


def tried_numbers(schema: Schema, record: Record) -> tuple[Row, ...]:
    """The numbers of which a helper may find out by trying whether they reach the place."""
    return tuple(row for row in record.rows("phones") if _is_asked(row) and _what(schema, record, row) == "number")


def _is_asked(row: Row) -> bool:
    return row["kind"] != FAX and len(str(row["number"])) != OF_ALL


def _what(schema: Schema, record: Record, row: Row) -> What:
    """At a line for people in danger only a call that hangs up may be tried: a message is someone's to answer."""
    if row["check"] == "wrong":
        return "no_number"
    return "written" if row["kind"] != VOICE and in_danger(schema, record) else "number"


def asks_of(here: Looked, reports: Iterable[Report], fates: Iterable[LinkFate]) -> tuple[Ask, ...]:
    """All that is due on the day, in no order that matters; of what is over only that it is over."""
    over = tuple(_over(here))
    found = over or (
        *_numbers(here),
        *_answers(here),
        *_fields(here),
        *_whole(here),
        *_review(here),
        *_reported(here, reports),
        *_links(here, fates),
    )
    return tuple(ask for ask in found if ask.due <= here.day)


def _numbers(here: Looked) -> Iterator[Ask]:
    for position, row in enumerate(here.record.rows("phones"), start=1):
        if not here.record.is_open or not _is_asked(row):
            continue
        what = _what(here.schema, here.record, row)
        known = here.own_read if what == "written" else _dialed_on(row)
        life = TRY_AGAIN if row["check"] == "no_answer" and what == "number" else DAYS["phone"]
        yield Ask(what, str(position), "phone", here.after(known, life), known)


def _dialed_on(row: Row) -> date | None:
    return _day(row, "checked_on") if row["check"] != "not_dialed" else None


def _answers(here: Looked) -> Iterator[Ask]:
    given = {str(row["question"]): row for row in here.record.rows("answers")}
    if not here.record.is_open:
        return
    for question in dict.fromkeys((*here.schema.questions_of(here.record), *given)):
        row = given.get(question, {})
        known = _day(row, "as_of") if row.get("answer") != "unknown" else None
        harm = OF_QUESTION.get(question, "policy")
        yield Ask("answer", question, harm, here.after(known, DAYS["policy"]), known)


def _fields(here: Looked) -> Iterator[Ask]:
    beds = here.schema.field_for("vacancy_on")
    for name, life in dated_fields(here.schema):
        known = _day(here.record.values, name)
        if known and here.record.is_open:
            what: What = "beds" if beds and beds.name == name else "field"
            yield Ask(what, name, OF_LIFE.get(life, "policy"), here.after(known, DAYS[life]), known)


def _whole(here: Looked) -> Iterator[Ask]:
    if not tells_of_looks(here.schema):
        return
    life, known = here.schema.shelf_life, last_looked(here.record)
    harm = _of_law(here) if life == "law" else OF_LIFE.get(life, "policy")
    yield Ask("record", "", harm, here.after(known, DAYS[life]), known)


def _of_law(here: Looked) -> Harm:
    """A study or a figure is reviewed like a law, and yet it is none."""
    kinds = here.schema.law_kinds
    return "law" if not kinds or here.schema.text_of(here.record, "kind") in kinds else "page"


def _review(here: Looked) -> Iterator[Ask]:
    if until := here.schema.day_of(here.record, "review_by"):
        yield Ask("review", "", _of_law(here), until + timedelta(days=1), last_looked(here.record))


def _over(here: Looked) -> Iterator[Ask]:
    last, taken = here.schema.day_of(here.record, "gone_after"), here.schema.day_of(here.record, "taken_back")
    if taken:
        yield Ask("withdrawn", "", "consent", taken, taken)
    elif last and here.schema.field_for("consent_for") and last - timedelta(days=SOON) <= here.day:
        yield Ask("consent", "", "consent", last - timedelta(days=SOON))
    elif last and last < here.day:
        yield Ask("over", "", "page", last + timedelta(days=1), last)


def _reported(here: Looked, reports: Iterable[Report]) -> Iterator[Ask]:
    """What readers said is wrong since someone last asked the place, each kind of mistake once."""
    asked = max((day for row in here.record.rows("checks") if (day := _day(row, "as_of"))), default=date.min)
    days: dict[str, date] = {}
    for report in reports:
        if report.what not in STILL_RIGHT and (told := date.fromisoformat(report.day)) > asked:
            days[report.what or "other"] = min(told, days.get(report.what or "other", told))
    for what, told in days.items():
        yield Ask("report", what, OF_REPORT.get(what, "policy"), told, asked if asked > date.min else None)


def _links(here: Looked, fates: Iterable[LinkFate]) -> Iterator[Ask]:
    """Addresses that a program could not open, where they still stand as they did then."""
    now = set(links_of(here.record))
    for each in fates:
        if each.link in now and each.fate in ("gone", "silent", "moved"):
            yield Ask(each.fate, each.link.field, "page", each.day, value=each.to)


def _day(row: Row, name: str) -> date | None:
    day = row.get(name)
    return day if isinstance(day, date) else None
