# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records side by side: the fields that a schema names under `compare`, a table per kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from porchlight.model import paths
from porchlight.model.pages import is_compared
from porchlight.model.record import Record
from porchlight.model.recurring import day_of
from porchlight.model.schema import Field, Schema
from porchlight.views.by_place_link import by_place_link
from porchlight.views.compare_types import CompareCell, CompareRow, CompareTable, CompareView
from porchlight.views.details import host_of, texts_of
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.order import in_order
from porchlight.views.pages import Page
from porchlight.views.parts import Link, Text
from porchlight.views.search_pages import found_page
from porchlight.views.trust import answer, checked, said


def compare_pages(edition: Edition, schema: Schema) -> Iterator[Page]:
    """The page of the resource's records side by side, where its schema says what to compare."""
    if not is_compared(edition.hub, schema):
        return
    here, title = paths.compare_path(schema.resource), compare_title(edition, schema)
    whole, lead = paths.list_path(schema.resource), edition.t("compare.lead")
    view = CompareView(
        frame=frame(edition, here, title, lead, "compare", [(edition.title(schema), whole)]),
        title=title,
        lead=lead,
        tables=tuple(_without_silent(edition, table) for table in compare_tables(edition, schema, here)),
        file=Link(edition.t("compare.file"), edition.href(here, paths.compare_table(schema.resource))),
        everything=Link(edition.t("list.all", title=edition.title(schema)), edition.href(here, whole)),
        lacking=_lacking(edition, schema),
        places=by_place_link(edition, schema, here),
    )
    yield Page(edition.path(here), "compare.html", view, found_page(edition, here, title, lead))


def compare_link(edition: Edition, schema: Schema, here: str) -> Link | None:
    """The way to that page; None where there is none."""
    if not is_compared(edition.hub, schema):
        return None
    return Link(compare_title(edition, schema), edition.href(here, paths.compare_path(schema.resource)))


def compare_title(edition: Edition, schema: Schema) -> str:
    """What that page is called."""
    return edition.t("compare.title", title=edition.title(schema))


def compare_tables(edition: Edition, schema: Schema, here: str) -> tuple[CompareTable, ...]:
    """A table for each kind of which there is one, in the vocabulary's order; links start from the page `here`."""
    fields = tuple(fields_of(schema, schema.compare))
    heads = tuple(heads_of(edition, schema, fields))
    return tuple(
        CompareTable(
            id=f"kind-{paths.slug(kind) or 'all'}",
            caption=caption,
            heads=heads,
            rows=tuple(row_of(edition, schema, record, fields, here) for record in records),
        )
        for kind, caption, records in _kinds(edition, schema)
    )


def _without_silent(edition: Edition, table: CompareTable) -> CompareTable:
    """The table without the columns of which nothing is known: they are named once below it."""
    told = [index for index in range(len(table.heads)) if any(row.cells[index].is_known for row in table.rows)]
    silent = "; ".join(head for index, head in enumerate(table.heads) if index not in told)
    return replace(
        table,
        heads=tuple(table.heads[index] for index in told),
        rows=tuple(replace(row, cells=tuple(row.cells[index] for index in told)) for row in table.rows),
        silent=edition.t("compare.silent", heads=silent) if silent else "",
    )


def _kinds(edition: Edition, schema: Schema) -> Iterator[tuple[str, str, Sequence[Record]]]:
    records = [record for record in in_order(edition.hub.records[schema.resource]) if record.is_open]
    field = schema.field_for("kind")
    if field is None:
        yield "", edition.title(schema), records
        return
    for kind in _labels(edition, schema, field):
        if of_kind := [record for record in records if record.text(field.name) == kind]:
            yield kind, edition.label(field.vocabulary, kind), of_kind


def _labels(edition: Edition, schema: Schema, field: Field) -> Iterator[str]:
    """The codes of all kinds but the one that stands on a page by place."""
    apart = schema.by_place.kind if schema.by_place else ""
    yield from (code for code in edition.hub.package.vocabularies[field.vocabulary].labels if code != apart)


def _lacking(edition: Edition, schema: Schema) -> str:
    field, told = schema.field_for("kind"), {kind for kind, _, _ in _kinds(edition, schema)}
    kinds = [kind for kind in _labels(edition, schema, field) if kind not in told] if field else []
    labels = [edition.label(field.vocabulary, kind) for kind in kinds] if field else []
    return edition.t("compare.lacking", kinds="; ".join(labels)) if labels else ""


def fields_of(schema: Schema, names: Iterable[str]) -> Iterator[Field]:
    """The fields of those names; the doubt is always told, and last: whoever compares decides by it."""
    yield from (field for name in names if (field := schema.field_named(name)))
    if doubt := schema.field_for("caveat"):
        yield doubt


def heads_of(edition: Edition, schema: Schema, fields: Iterable[Field]) -> Iterator[str]:
    """What stands above each cell; a field of answers has one for each question of the resource."""
    for field in fields:
        if field.part == "answers":
            title = edition.field_title(field)
            yield from (f"{title} {edition.label('question', question)}" for question in schema.questions)
        else:
            yield edition.field_title(field)


def row_of(edition: Edition, schema: Schema, record: Record, fields: Iterable[Field], here: str) -> CompareRow:
    """What the record says in each field; links start from the page `here`."""
    name, there = edition.name(record), paths.record_path(schema.resource, record.id)
    return CompareRow(
        page=Link(name.value, edition.href(here, there), lang=name.lang),
        cells=tuple(_cells(edition, schema, record, fields)),
        checked=checked(edition, schema, record),
    )


def _cells(edition: Edition, schema: Schema, record: Record, fields: Iterable[Field]) -> Iterator[CompareCell]:
    for field in fields:
        if field.part == "answers":
            yield from (_answered(edition, schema, record, question) for question in schema.questions)
        else:
            yield _cell(edition, schema, field, record)


def _answered(edition: Edition, schema: Schema, record: Record, question: str) -> CompareCell:
    told = said(edition, schema, record).get(question) or answer(edition, record, question, None)
    texts = (Text(told.label), *((told.words,) if told.words.value else ()))
    is_known = any(row["question"] == question for row in record.rows("answers"))
    return CompareCell(texts, checked=told.checked, is_known=is_known)


def _cell(edition: Edition, schema: Schema, field: Field, record: Record) -> CompareCell:
    nothing = Text(edition.t("compare.no_doubt" if field.role == "caveat" else "compare.unknown"))
    texts = texts_of(edition, schema, field, record, without="claim_source")
    url = schema.text_of(record, "claim_source") if field.role == "claim" else ""
    day = record.text(field.name) if field.role == "starts" else ""
    return CompareCell(
        texts=texts or (nothing,),
        source=Link(edition.t("compare.source", host=host_of(url)), url) if url else None,
        until=day_of(day).isoformat() if day else "",
        is_known=field.role == "caveat" or (bool(texts) and record.text(field.name) != "unknown"),
    )
