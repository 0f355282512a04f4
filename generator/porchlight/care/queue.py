# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The care queue: everything in a hub that someone should look at again, the worst harm first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from porchlight.care.finding import Looked, asks_of, in_danger, looked_at, tried_numbers
from porchlight.care.tasks import HARMS, Ask, Task, Who, urgency
from porchlight.care.web_links import LinkFate
from porchlight.model.hub import Hub
from porchlight.model.record import Record
from porchlight.model.report import Report
from porchlight.model.schema import Schema


def queue(hub: Hub, day: date, reports: Iterable[Report] = (), fates: Iterable[LinkFate] = ()) -> tuple[Task, ...]:
    """Every task that is due on the day, the same for the same input: by harm, then what waits longest.

    `reports` are what readers said is wrong; what someone asked the place about since is settled. `fates` is what
    became of links. No word of a record or a report is in a task: it names the record and what to ask.
    """
    told: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        told[report.record].append(report)
    led: dict[str, list[LinkFate]] = defaultdict(list)
    for fate in fates:
        led[fate.link.record].append(fate)
    found = [
        task
        for schema in hub.package.schemas
        for record in hub.records.get(schema.resource, ())
        for task in _tasks(looked_at(schema, record, day), told.get(record.key, ()), led.get(record.key, ()))
    ]
    return tuple(sorted(found, key=lambda task: (HARMS.index(task.harm), task.due, task.record, task.who)))


def _tasks(here: Looked, reports: Iterable[Report], fates: Iterable[LinkFate]) -> Iterator[Task]:
    """The record's asks, a task for each kind of helper."""
    by_helper: dict[Who, list[Ask]] = defaultdict(list)
    usual = _helper(here.schema, here.record)
    for ask in asks_of(here, reports, fates):
        by_helper[_who(here, ask, usual)].append(_as_grave(here.schema, here.record, ask))
    for who, asks in by_helper.items():
        yield Task(here.record.key, who, tuple(sorted(asks, key=urgency)))


def _as_grave(schema: Schema, record: Record, ask: Ask) -> Ask:
    """Whatever is wrong about a line for people in danger is as bad as it gets."""
    return replace(ask, harm="crisis") if in_danger(schema, record) else ask


def _who(here: Looked, ask: Ask, usual: Who) -> Who:
    if ask.what in ("review", "record") and ask.harm == "law":
        return "law"
    if ask.what in ("written", "no_number", "gone", "silent", "moved"):
        return "web"
    if ask.what in ("over", "withdrawn", "consent"):
        return "keeper"
    # Whoever answers people in danger is not asked about opening hours: a call finds out whether it is the right line.
    kept_free = ask.what != "number" and in_danger(here.schema, here.record)
    return "web" if usual == "phone" and kept_free else usual


def _helper(schema: Schema, record: Record) -> Who:
    """Who can ask this place: by phone where it has a number, else by going there where its address is shown."""
    if tried_numbers(schema, record):
        return "phone"
    return "visit" if schema.text_of(record, "address") and schema.text_of(record, "city") else "web"
