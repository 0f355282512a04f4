# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How what is kept lies in the tables: columns, keys and the statements that put a row there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from porchlight.model.report import Report
from porchlight.polls.response import Response

Kept = Response | Report


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of row. `keys` tell one sending from another, `says` are the columns that hold what the person said."""

    columns: tuple[str, ...]
    keys: tuple[str, ...]
    says: tuple[str, ...]

    def insert(self, table: str) -> str:
        """Puts the row in, unless one with its keys is there."""
        values = ", ".join(f":{column}" for column in self.columns)
        return (
            f"INSERT INTO {table} ({', '.join(self.columns)}) VALUES ({values})"
            f" ON CONFLICT ({', '.join(self.keys)}) DO NOTHING"
        )

    def update(self, table: str) -> str:
        """Puts the row in the place of the one with its keys. Where that one says the same, nothing changes."""
        changed = ", ".join(f"{column} = :{column}" for column in self.columns if column not in self.keys)
        same = " AND ".join(f"{column} = :{column}" for column in self.keys)
        other = " OR ".join(f"{column} <> :{column}" for column in self.says)
        return f"UPDATE {table} SET {changed} WHERE {same} AND ({other})"


RESPONSE = Shape(("poll", "version", "lang", "mode", "day", "sid", "answers"), keys=("poll", "sid"), says=("answers",))
REPORT = Shape(("record", "what", "words", "lang", "day", "sid"), keys=("record", "sid"), says=("what", "words"))


@dataclass(frozen=True, slots=True)
class Row:
    """What is to be written into which table."""

    table: str
    shape: Shape
    values: Mapping[str, str | int | None]


def row(kept: Kept, *, aside: bool) -> Row:
    """The row of a response or a report; what is set aside lies in a table of its own."""
    if isinstance(kept, Report):
        return Row("report_quarantine" if aside else "report", REPORT, _report_values(kept))
    return Row("quarantine" if aside else "response", RESPONSE, _response_values(kept))


def _response_values(response: Response) -> Mapping[str, str | int | None]:
    return {
        "poll": response.poll,
        "version": response.version,
        "lang": response.language,
        "mode": response.mode,
        "day": response.day,
        "sid": response.sid,
        "answers": json.dumps(dict(response.answers), separators=(",", ":")),
    }


def _report_values(report: Report) -> Mapping[str, str | int | None]:
    return {
        "record": report.record,
        "what": report.what,
        "words": report.words,
        "lang": report.language,
        "day": report.day,
        "sid": report.sid,
    }
