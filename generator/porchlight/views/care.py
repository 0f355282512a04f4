# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The care queue in one language: each task with its words, ready for a page, a table, an issue or a sheet of paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from porchlight.care.finding import tried_numbers
from porchlight.care.settling import settled_by
from porchlight.care.tasks import Ask, Due, Harm, Task, Who
from porchlight.care.web_links import links_of
from porchlight.model import paths
from porchlight.model.record import Record, Row
from porchlight.model.schema import Schema
from porchlight.views.calls import button_words, calls
from porchlight.views.edition import Edition
from porchlight.views.parts import CareAsk, Checked, Text

EVER = 100_000
"""Days after which a day on this list turns into “old”: never, since all of it is. Its age is told beside it."""

MOST_PAGES = 3


@dataclass(frozen=True, slots=True)
class CareLine:
    """One task in words. `key` names the record; `kind` is what it is and `city` where; `urgent` the harm in words.

    `ways` are numbers to call, the address or pages to read; `settle` the commands that write down what came out.
    `note` is what to mind on the way, where there is such a thing.
    """

    key: str
    name: Text
    kind: str
    city: str
    path: str
    harm: Harm
    urgent: str
    who: Who
    helper: str
    ways: tuple[str, ...]
    asks: tuple[CareAsk, ...]
    due: date
    settle: tuple[str, ...]
    note: str = ""


def care_lines(edition: Edition, tasks: Iterable[Task], day: date) -> Iterator[CareLine]:
    """The tasks in their order, those left out whose record this edition does not show; commands are for the day."""
    for task in tasks:
        record = edition.find_key(task.record)
        if record:
            yield _line(edition, edition.hub.package.schema_of(record.resource), record, task, day)


def public_lines(edition: Edition, due: Due) -> Iterator[CareLine]:
    """What anyone can help with, all of it."""
    return care_lines(edition, public_tasks(edition, due), due.day)


def public_tasks(edition: Edition, due: Due) -> list[Task]:
    """What anyone can help with, of the records that this edition shows.

    A line for people in danger is no work for everyone: calls could keep it busy. Nor is a story whose
    consent ends: that is between the person who gave it and whoever keeps it.
    """
    return [task for task in due.tasks if task.harm not in ("crisis", "consent") and edition.find_key(task.record)]


def _line(edition: Edition, schema: Schema, record: Record, task: Task, day: date) -> CareLine:
    return CareLine(
        key=record.key,
        name=_name(edition, record, task),
        kind=edition.words(schema.singular),
        city=schema.text_of(record, "city"),
        path=_path(schema, record),
        harm=task.harm,
        urgent=edition.t(f"care.harm.{task.harm}"),
        who=task.who,
        helper=edition.t(f"care.who.{task.who}"),
        ways=_ways(edition, schema, record, task),
        asks=tuple(CareAsk(ask.what, _asked(edition, schema, record, ask), _known(edition, ask)) for ask in task.asks),
        due=task.due,
        settle=settled_by(schema, record, task, day),
        note=edition.t("care.note.crisis") if task.harm == "crisis" and task.who == "phone" else "",
    )


def _name(edition: Edition, record: Record, task: Task) -> Text:
    """A story that goes is called by its key: its title may be the person's words."""
    return Text(record.key) if task.harm == "consent" else edition.name(record)


def _path(schema: Schema, record: Record) -> str:
    """Where it is on the site, "" where no page shows it."""
    if schema.page == "none":
        return ""
    return paths.record_path(record.resource, record.id) if schema.page == "each" else paths.list_path(record.resource)


def _ways(edition: Edition, schema: Schema, record: Record, task: Task) -> tuple[str, ...]:
    if task.who == "phone":
        return _calls(edition, record, tried_numbers(schema, record))
    if task.who == "visit":
        return (", ".join(filter(None, (schema.text_of(record, role) for role in ("address", "city")))),)
    if task.who == "keeper":
        return (record.place.file,)
    parts = ("sources",) if task.who == "law" else ("links", "sources")
    pages = dict.fromkeys(str(row["url"]) for part in parts for row in record.rows(part))
    return tuple(pages)[:MOST_PAGES]


def _calls(edition: Edition, record: Record, numbers: tuple[Row, ...]) -> tuple[str, ...]:
    """What the buttons of these numbers say, as “Text BED to 614-555-0143”."""
    held = replace(record, parts={**record.parts, "phones": numbers})
    return tuple(button_words(call) for call in calls(edition, held))


def _known(edition: Edition, ask: Ask) -> Checked:
    if ask.known is None:
        return Checked("none", edition.t("care.never"))
    day = edition.day(ask.known)
    return Checked("seen", edition.t("care.known", day=day), ask.known.isoformat(), day, EVER)


def _asked(edition: Edition, schema: Schema, record: Record, ask: Ask) -> str:
    match ask.what:
        case "number" | "no_number":
            return _number(edition, record, ask)
        case "written":
            (way,) = _calls(edition, record, (record.rows("phones")[int(ask.name) - 1],))
            return edition.t("care.ask.written", way=way)
        case "review":
            return edition.t("care.ask.review" if ask.harm == "law" else "care.ask.review.newer")
        case "record":
            return _whole(edition, schema)
        case "answer":
            return _question(edition, ask.name)
        case "field":
            field = schema.field_named(ask.name)
            return edition.t("care.ask.field", field=edition.field_title(field) if field else ask.name)
        case "report":
            return edition.t("care.ask.report", what=edition.t(f"report.what_{ask.name}"))
        case "withdrawn" | "consent":
            field = schema.field_for("taken_back" if ask.what == "withdrawn" else "gone_after")
            day = record.values[field.name] if field else None
            return edition.t(f"care.ask.{ask.what}", day=edition.day(day) if isinstance(day, date) else "")
        case "gone" | "silent" | "moved":
            return edition.t(f"care.ask.{ask.what}", url=_address(record, ask), to=ask.value)
        case _:
            return edition.t(f"care.ask.{ask.what}")


def _address(record: Record, ask: Ask) -> str:
    return next(link.url for link in links_of(record) if link.field == ask.name)


def _number(edition: Edition, record: Record, ask: Ask) -> str:
    row = record.rows("phones")[int(ask.name) - 1]
    kind, label = str(row["kind"]), edition.row_text(row, "label").value
    number = f"{row['number']} ({label})" if label else str(row["number"])
    if ask.what == "no_number":
        return edition.t("care.ask.no_number", number=number)
    if kind in ("voice", "text"):
        return edition.t(f"care.ask.number.{kind}", number=number)
    return edition.t("care.ask.number.any", number=number, kind=edition.label("phone_kind", kind))


def _whole(edition: Edition, schema: Schema) -> str:
    """What to ask about a record as a whole: of a place about its hours, of a fact or a word about its sources."""
    named = f"care.ask.record.{'place' if schema.field_for('hours') else schema.resource}"
    return edition.t(named if edition.t.has(named) else "care.ask.record")


def _question(edition: Edition, question: str) -> str:
    """A whole sentence where the catalog has one; a hub may have questions of its own."""
    if edition.t.has(f"care.ask.{question}"):
        return edition.t(f"care.ask.{question}")
    return edition.t("care.ask.answer", question=edition.label("question", question))
