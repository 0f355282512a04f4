# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Record by record and page by page: what a reader will see change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from porchlight.changes.parts import part_changes
from porchlight.changes.saying import Said
from porchlight.changes.sides import Sides
from porchlight.changes.values import Told, Values
from porchlight.model.hub import Article, Hub
from porchlight.model.record import Record
from porchlight.model.schema import Schema

_REACHED = ("phones", "links", "answers")
"""The parts by which people call, look and decide."""

How = Literal["new", "gone", "moved", "changed", "unread"]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record that changes: as it was and as it will be, either may be missing, and what is told of it."""

    schema: Schema
    how: How
    before: Record | None
    after: Record | None
    told: tuple[Told, ...]

    @property
    def record(self) -> Record:
        """The record as it will be, or as it was."""
        found = self.after or self.before
        assert found  # a change of nothing is never made
        return found


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """A page of text that changes."""

    article: Article
    told: Told


def record_changes(sides: Sides) -> tuple[RecordChange, ...]:
    """Every record that differs, in the order of the hub's resources and ids."""
    unread = {problem.place.file for problem in sides.checked.stopping}
    return tuple(
        change
        for schema in sides.after.package.schemas
        for change in sorted(_of_resource(sides, schema, unread), key=lambda change: change.record.id)
        if change.told
    )


def _of_resource(sides: Sides, schema: Schema, unread: set[str]) -> Iterator[RecordChange]:
    before = {record.id: record for record in sides.before.records.get(schema.resource, ())}
    after = {record.id: record for record in sides.after.records.get(schema.resource, ())}
    moved = _moved(schema, before, after)
    for record in after.values():
        old = before.get(record.id) or moved.get(record.id)
        yield _changed(sides.after, schema, old, record) if old else _new(sides.after, schema, record)
    led_on = {record.id for record in moved.values()}
    for record in before.values():
        if record.id not in after and record.id not in led_on:
            yield _gone(schema, record, record.place.file in unread)


def _moved(schema: Schema, before: dict[str, Record], after: dict[str, Record]) -> dict[str, Record]:
    """New records that name an old one as a former self, by their new id; of several, the first that was there."""
    return {
        record.id: before[former]
        for record in after.values()
        if record.id not in before
        for former in reversed(schema.codes_of(record, "formerly"))
        if former in before and former not in after
    }


def _changed(hub: Hub, schema: Schema, old: Record, new: Record) -> RecordChange:
    values = Values(hub.package)
    led_on = Told(
        ("The address of its page was ", Said(old.key), ", is now ", Said(new.key), ". The old one leads on.")
    )
    told = [led_on] if old.id != new.id else []
    for field in schema.fields:
        if field.part:
            told += part_changes(values, field, old.rows(field.name), new.rows(field.name))
        elif field.role not in ("id", "formerly") or old.id == new.id:
            told += values.field(field, old.values.get(field.name), new.values.get(field.name))
    return RecordChange(schema, "moved" if old.id != new.id else "changed", old, new, tuple(told))


def _new(hub: Hub, schema: Schema, record: Record) -> RecordChange:
    """What people are led to by a new record is told like a change: it can stand in the place of one that goes."""
    values, told = Values(hub.package), [Told(("This is new.",), after=schema.text_of(record, "summary"))]
    for field in schema.fields:
        if field.part in _REACHED:
            told += part_changes(values, field, (), record.rows(field.name))
        elif field.format == "email":
            told += values.field(field, None, record.values.get(field.name))
    return RecordChange(schema, "new", None, record, tuple(told))


def _gone(schema: Schema, record: Record, unread: bool) -> RecordChange:
    if unread:
        told = Told(("What changes can't be told yet: its file has something to mend.",))
        return RecordChange(schema, "unread", record, None, (told,))
    return RecordChange(schema, "gone", record, None, (Told(("This is taken away.",)),))


def article_changes(sides: Sides) -> tuple[ArticleChange, ...]:
    """Every page of text that differs, by language and address."""
    before, after = ({(each.language, each.slug): each for each in hub.articles} for hub in (sides.before, sides.after))
    unread = {problem.place.file for problem in sides.checked.stopping}
    found = []
    for key in sorted({*before, *after}):
        old, new = before.get(key), after.get(key)
        if told := _article(old, new, bool(old and old.place.file in unread)):
            article = new or old
            assert article  # the key is in one of them
            found.append(ArticleChange(article, told))
    return tuple(found)


def _article(old: Article | None, new: Article | None, unread: bool) -> Told | None:
    if old is None:
        return Told(("This page is new.",))
    if new is None:
        return Told(("What changes can't be told yet." if unread else "This page is taken away.",))
    if old.title != new.title:
        return Told(("Its title was ", Said(old.title), ", is now ", Said(new.title), "."))
    same = old.markdown == new.markdown and old.description == new.description
    if same and _below(old) == _below(new):
        return None
    return Told(("The text of this page was changed." if not same else "What stands below its text was changed.",))


def _below(article: Article) -> tuple[object, ...]:
    return article.shelves, article.items, article.time, article.poll, article.state_by_state
