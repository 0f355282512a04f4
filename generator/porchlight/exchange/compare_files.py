# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records side by side as tables for a spreadsheet, beside the pages that show them."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.model import paths
from porchlight.model.cells import table
from porchlight.model.schema import Schema
from porchlight.views.compare import compare_tables, is_compared
from porchlight.views.compare_types import CompareCell, CompareRow
from porchlight.views.edition import Edition


def compare_files(edition: Edition) -> dict[str, bytes]:
    """Every such table of the edition by path: the same cells in the same order as on the page."""
    return {
        edition.path(paths.compare_table(schema.resource)): table(_rows(edition, schema)).encode("utf-8-sig")
        for schema in edition.hub.package.schemas
        if is_compared(edition, schema)
    }


def _rows(edition: Edition, schema: Schema) -> Iterator[tuple[str, ...]]:
    tables = compare_tables(edition, schema, paths.compare_path(schema.resource))
    for number, one in enumerate(tables):
        if number == 0:
            yield (edition.t("compare.name"), edition.t("compare.kind"), *one.heads, edition.t("compare.checked"))
        yield from (_row(one.caption, row) for row in one.rows)


def _row(kind: str, row: CompareRow) -> tuple[str, ...]:
    return (row.page.label, kind, *map(_cell, row.cells), row.checked.words)


def _cell(cell: CompareCell) -> str:
    said = [text.value for text in cell.texts]
    said += [cell.source.href] if cell.source else []
    return "; ".join([*said, *([cell.checked.words] if cell.checked else [])])
