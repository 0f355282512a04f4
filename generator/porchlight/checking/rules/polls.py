# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a poll asks for is looked up in the hub by queries that mean something, and who gets its answers is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from porchlight.checking.context import Context
from porchlight.model.questionnaire import Item, Query, Questionnaire
from porchlight.model.schema import Schema
from porchlight.problems import Problem
from porchlight.reading.saying import did_you_mean, shown

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Fault:
    """A name that leads to nothing: where it stands below the query, and what it could have been."""

    path: Path
    what: str
    name: str
    known: Iterable[str]


def poll_item_without_supply(context: Context) -> Iterator[Problem]:
    """Where a poll ties some items to what the hub holds, it ties every item."""
    for poll in context.hub.questionnaires:
        tied = [item for item in poll.items() if item.supply]
        for item, path in _items(poll) if tied else ():
            if not item.supply:
                example = tied[0].supply[0]
                yield Problem(
                    context.place_of(poll, *path, "id"),
                    "poll-item-without-supply",
                    "Other items of this poll say what the hub holds for them. This one does not.",
                    shown(item.id),
                    "Write below it, with what fits it:",
                    f"supply:\n  - {{from: {example.resource}}}",
                )


def poll_supply_dangling(context: Context) -> Iterator[Problem]:
    """Each query names a resource, fields and codes that exist."""
    schemas = {schema.resource: schema for schema in context.hub.package.schemas}
    for poll in context.hub.questionnaires:
        for item, path in _items(poll):
            for number, query in enumerate(item.supply):
                for fault in _faults(context, schemas, query):
                    yield Problem(
                        context.place_of(poll, *path, "supply", number, *fault.path),
                        "poll-supply-dangling",
                        f"There is no such {fault.what} to look for.",
                        shown(fault.name),
                        did_you_mean(fault.name, fault.known),
                    )


def poll_answers_go(context: Context) -> Iterator[Problem]:
    """Care, not a problem: a person looks at who gets the answers, since a page can't tell a friend from a stranger."""
    for poll in context.hub.questionnaires:
        is_posted = poll.provider and context.hub.form_services[poll.provider.service].kind == "post"
        if is_posted and (host := context.hub.answers_host(poll)):
            place = context.place_of(poll, "provider", "service")
            message, hint = f"Answers of this poll go to {host}.", "Does your group know who keeps that server?"
            yield Problem(place, "poll-answers-go", message, hint=hint, weight="care")


def _items(poll: Questionnaire) -> Iterator[tuple[Item, Path]]:
    for number, block in enumerate(poll.blocks):
        for position, item in enumerate(block.items):
            yield item, ("blocks", number, "items", position)


def _faults(context: Context, schemas: Mapping[str, Schema], query: Query) -> Iterator[_Fault]:
    schema = schemas.get(query.resource)
    if schema is None:
        yield _Fault(("from",), "resource", query.resource, schemas)
        return
    coded = {field.name: field.vocabulary for field in schema.fields if field.vocabulary}
    for name, codes in query.where.items():
        if name not in coded:
            yield _Fault(("where", name), "field with codes", name, coded)
            continue
        known = context.hub.package.vocabularies[coded[name]].labels
        for position, code in enumerate(codes):
            if code not in known:
                yield _Fault(("where", name, position), "code", code, known)
