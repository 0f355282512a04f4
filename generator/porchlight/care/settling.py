# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The very commands that settle a task, once someone has found out."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from datetime import date, timedelta

from porchlight.care.finding import OWN, VOICE
from porchlight.care.tasks import Ask, Task, Who
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.model.shelf_life import DAYS

TO_FILL = "WHAT"
"""Stands where only the helper knows what to write. The check refuses it, so that nobody writes it by mistake."""

_HOW: dict[Who, str] = {"phone": "phone", "visit": "visit"}


def settled_by(schema: Schema, record: Record, task: Task, day: date) -> tuple[str, ...]:
    """Lines to paste into a terminal, written for the day; each once, in the order of what the task asks."""
    lines = (line for ask in task.asks for line in _lines(schema, record, task, ask, day))
    return tuple(dict.fromkeys(lines))


def _lines(schema: Schema, record: Record, task: Task, ask: Ask, day: date) -> Iterator[str]:
    key = record.key
    match ask.what:
        case "number" | "written" | "no_number":
            yield _edit(key, *_number(record, ask, day))
        case "answer":
            given = {"answer": TO_FILL, "as_of": day, "how": _HOW.get(task.who, "website")}
            yield _edit(key, *(f"answers.{ask.name}.{name}={value}" for name, value in given.items()))
        case "beds":
            beds = schema.field_for("vacancy")
            yield _edit(key, *([f"{beds.name}={TO_FILL}"] if beds else []), f"{ask.name}={day}")
        case "field":
            yield _edit(key, f"{ask.name}={TO_FILL}")
        case "review":
            yield _edit(key, *_field(schema, "review_by", day + timedelta(days=DAYS["law"])), *_read(record, day))
        case "gone" | "silent" | "moved":
            yield _edit(key, f"{ask.name}={ask.value or TO_FILL}")
        case "over" | "consent":
            yield _edit(key, *_field(schema, "gone_after", TO_FILL))
        case "withdrawn":
            yield shlex.join(["git", "rm", record.place.file])
        case "record" | "report":
            yield _confirm(record, task.who) if task.who in _HOW else _edit(key, *_read(record, day))


def _number(record: Record, ask: Ask, day: date) -> list[str]:
    """What came of the number and no more: who heard a greeting has not checked the record."""
    if ask.what == "written":
        return _own_read(record, day)
    new = f"phones.{ask.name}"
    return (
        [f"{new}.number={TO_FILL}"]
        if ask.what == "no_number"
        else [f"{new}.check={TO_FILL}", f"{new}.checked_on={day}"]
    )


def _confirm(record: Record, who: Who) -> str:
    """A check of the whole record; of several numbers the first to call is named, as the command wants it."""
    voices = [str(row["number"]) for row in record.rows("phones") if row["kind"] == VOICE]
    number = ["--number", voices[0]] if who == "phone" and len(voices) > 1 else []
    return shlex.join(["porchlight", "confirm", record.key, "--how", _HOW[who], *number])


def _edit(key: str, *fields: str) -> str:
    return shlex.join(["porchlight", "edit", key, *fields])


def _field(schema: Schema, role: str, value: object) -> list[str]:
    field = schema.field_for(role)
    return [f"{field.name}={value}"] if field else []


def _read(record: Record, day: date) -> list[str]:
    """Each of its sources, read on the day; a first one where it has none."""
    return [f"sources.{position}.read_on={day}" for position in range(1, len(record.rows("sources")) + 1)] or [
        f"sources.1.url={TO_FILL}"
    ]


def _own_read(record: Record, day: date) -> list[str]:
    """Their own pages, read on the day; the first of them, to be named, where no source is their own."""
    rows = record.rows("sources")
    new = f"sources.{len(rows) + 1}"
    return [f"sources.{n}.read_on={day}" for n, row in enumerate(rows, start=1) if row["kind"] == OWN] or [
        f"{new}.url={TO_FILL}",
        f"{new}.read_on={day}",
        f"{new}.kind={OWN}",
    ]
