# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records side by side as tables for a spreadsheet, beside the pages that show them."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.model import paths
from porchlight.model.cells import table
from porchlight.model.pages import has_places, is_compared
from porchlight.model.schema import Schema
from porchlight.views.by_place import place_blocks, place_heads
from porchlight.views.compare import compare_tables
from porchlight.views.compare_types import CompareCell, CompareRow
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
    blocks = place_blocks(edition, schema, paths.by_place_path(schema.resource))
    where = edition.field_title(field) if (field := schema.field_for("where")) else ""
    yield (edition.t("compare.name"), where, *place_heads(edition, schema), edition.t("compare.checked"))
    for block in blocks:
        yield from (_row(block.title, each.row) for each in block.told)


def _row(group: str, row: CompareRow) -> tuple[str, ...]:
    return (row.page.label, group, *map(_cell, row.cells), row.checked.words)


def _cell(cell: CompareCell) -> str:
    said = [text.value for text in cell.texts]
    said += [cell.source.href] if cell.source else []
    return "; ".join([*said, *([cell.checked.words] if cell.checked else [])])
