# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Groups of people side by side, as far as a release tells of them."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.model.questionnaire import Item
from porchlight.model.released import Cell
from porchlight.polls.counting import percent
from porchlight.views.edition import Edition
from porchlight.views.parts import Text
from porchlight.views.result_parts import FiguresRow, FiguresTable
from porchlight.views.told import Told
from porchlight.views.wave_parts import group_name, marked


def groups_tables(edition: Edition, told: Told) -> Iterator[FiguresTable]:
    """A table per way of grouping: a line per item that is told by group, a column per group, who agrees in each."""
    for by in dict.fromkeys(cell.by for cell in told.release.breakdown):
        cells = {(cell.item, cell.group): cell for cell in told.release.breakdown if cell.by == by}
        groups = list(dict.fromkeys(group for _, group in cells))
        told_of = {item for item, _ in cells}
        yield FiguresTable(
            id=f"by-{by}",
            caption=edition.t("results.groups", by=edition.t(f"results.groups.by.{by}")),
            heads=(edition.t("results.head.item"), *(group_name(edition, by, group) for group in groups)),
            rows=tuple(
                _row(edition, item, [cells.get((item.id, group)) for group in groups])
                for item in told.asked.items()
                if item.id in told_of
            ),
        )


def _row(edition: Edition, item: Item, cells: list[Cell | None]) -> FiguresRow:
    return FiguresRow(Text(edition.words(item.label)), tuple(_agree(edition, cell) for cell in cells))


def _agree(edition: Edition, cell: Cell | None) -> str:
    """What was hidden when the release was made stays so."""
    agree = cell.counts.get("agree") if cell else None
    if cell is None or agree is None:
        return edition.t("results.few")
    told = edition.t("results.percent_of", percent=percent(agree, cell.people), people=cell.people)
    return marked(edition, told, cell.people)
