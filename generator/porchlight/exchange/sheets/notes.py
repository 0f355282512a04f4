# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What found no place in a record → lines of its private note; what the note can't hold → the file of left-overs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from porchlight.exchange.sheets.draft import Rest
from porchlight.model.cells import harmless
from porchlight.model.schema import Field, Schema


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A text that only the file of left-overs holds: the row, the record's id or "", the column."""

    row: int
    id: str
    column: str
    text: str


def note_field(schema: Schema) -> Field | None:
    """The private field that takes notes, or None where the resource has none."""
    return next((field for field in schema.fields if field.private and field.type == "string"), None)


def note(rests: Iterable[Rest], most: int, pointer: str) -> tuple[str, list[Rest]]:
    """The note as "Column: text" lines, and the texts for which it has no room.

    No text is cut: one that doesn't fit whole is left to the file of left-overs, of which the last line tells.
    """
    every = list(rests)
    whole = "\n".join(map(_line, every))
    if len(whole) <= most:
        return whole, []
    lines: list[str] = []
    over: list[Rest] = []
    room = most - len(pointer)
    for rest in every:
        line = _line(rest)
        if len(line) + 1 <= room:
            lines.append(line)
            room -= len(line) + 1
        else:
            over.append(rest)
    return "\n".join([*lines, pointer]), over


def left_over_csv(left_overs: Iterable[LeftOver]) -> str:
    """The left-overs as CSV. A text that a spreadsheet would take for a formula gets an apostrophe in front."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["row", "id", "column", "text"])
    writer.writerows([each.row, each.id, harmless(each.column), harmless(each.text)] for each in left_overs)
    return out.getvalue()


def _line(rest: Rest) -> str:
    return f"{rest.column}: {rest.text}" if rest.column else rest.text
