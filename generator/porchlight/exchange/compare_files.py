# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records side by side as tables for a spreadsheet, beside the pages that show them."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.model import paths
from porchlight.model.cells import table
from porchlight.model.pages import has_places, is_compared
from porchlight.model.schema import Schema
from porchlight.views.by_place_rows import by_place_heads, by_place_rows
from porchlight.views.compare import compare_tables
from porchlight.views.compare_types import ByPlaceRow, CompareCell, CompareRow
from porchlight.views.edition import Edition


def compare_files(edition: Edition) -> dict[str, bytes]:
    """Every such table of the edition by path: the same cells in the same order as on the page."""
    rows: dict[str, Iterator[tuple[str, ...]]] = {}
    for schema in edition.hub.package.schemas:
        if is_compared(edition.hub, schema):
            rows[paths.compare_table(schema.resource)] = _rows(edition, schema)
        if has_places(edition.hub, schema):
            rows[paths.by_place_table(schema.resource)] = _rows_by_place(edition, schema)
    return {edition.path(path): table(lines).encode("utf-8-sig") for path, lines in rows.items()}


def _rows(edition: Edition, schema: Schema) -> Iterator[tuple[str, ...]]:
    tables = compare_tables(edition, schema, paths.compare_path(schema.resource))
    for number, one in enumerate(tables):
        if number == 0:
            yield (edition.t("compare.name"), edition.t("compare.kind"), *one.heads, edition.t("compare.checked"))
        yield from (_row(one.caption, row) for row in one.rows)


def _rows_by_place(edition: Edition, schema: Schema) -> Iterator[tuple[str, ...]]:
    own, last = by_place_heads(edition, schema), schema.field_for("review_by")
    where = edition.field_title(field) if (field := schema.field_for("where")) else ""
    until = [edition.field_title(last)] if last else []
    source, known = edition.t("by_place.source"), edition.t("compare.checked")
    yield (edition.t("compare.name"), where, *own, source, known, *until)
    for row in by_place_rows(edition, schema, paths.by_place_path(schema.resource)):
        cells = map(_cell, row.cells) if row.cells else (edition.t("review.over") for _ in own)
        yield (row.name, row.title, *cells, *_source(row), *([row.until] if last else []))


def _source(row: ByPlaceRow) -> tuple[str, str]:
    """The newest source, and how we know."""
    told = row.source
    return (f"{told.link.href}; {told.words}", told.checked.words) if told else ("", "")


def _row(group: str, row: CompareRow) -> tuple[str, ...]:
    return (row.page.label, group, *map(_cell, row.cells), row.checked.words)


def _cell(cell: CompareCell) -> str:
    said = [text.value for text in cell.texts]
    said += [cell.source.href] if cell.source else []
    return "; ".join([*said, *([cell.checked.words] if cell.checked else [])])
