# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How what is kept lies in the tables: columns, keys and the statements that put a row there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from secrets import token_urlsafe

from porchlight.form_service.database import Values
from porchlight.model.report import Report
from porchlight.polls.response import Mode, Response

Kept = Response | Report


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of row. `keys` tell one from another, `says` are the columns that hold what somebody said.

    `fixed` are columns that must be the same for a row to be changed: what came by web never changes a sheet of paper.
    """

    columns: tuple[str, ...]
    keys: tuple[str, ...]
    says: tuple[str, ...]
    fixed: tuple[str, ...] = ()

    def insert(self, table: str) -> str:
        """Puts the row in, unless one with its keys is there."""
        values = ", ".join(f":{column}" for column in self.columns)
        return (
            f"INSERT INTO {table} ({', '.join(self.columns)}) VALUES ({values})"
            f" ON CONFLICT ({', '.join(self.keys)}) DO NOTHING"
        )

    def update(self, table: str) -> str:
        """Puts the row in the place of the one with its keys. Where that one says the same, nothing changes."""
        changed = ", ".join(
            f"{column} = :{column}" for column in self.columns if column not in (*self.keys, *self.fixed)
        )
        same = " AND ".join(f"{column} = :{column}" for column in (*self.keys, *self.fixed))
        other = " OR ".join(f"{column} <> :{column}" for column in self.says)
        return f"UPDATE {table} SET {changed} WHERE {same} AND ({other})"

    def select(self, table: str) -> str:
        """Every row, in the order of the keys."""
        return f"SELECT {', '.join(self.columns)} FROM {table} ORDER BY {', '.join(self.keys)}"


RESPONSE = Shape(
    ("poll", "version", "wave", "lang", "mode", "day", "sid", "answers"),
    keys=("poll", "sid"),
    says=("answers",),
    fixed=("mode",),
)
REPORT = Shape(
    ("record", "what", "words", "lang", "day", "sid", "line", "value"),
    keys=("record", "sid"),
    says=("what", "words", "line", "value"),
)
SHEET = Shape(
    ("poll", "version", "wave", "batch", "sheet", "hand", "day", "answers"),
    keys=("poll", "version", "wave", "batch", "sheet", "hand"),
    says=("answers",),
)
WORDING = Shape(("poll", "version", "wording"), keys=("poll", "version"), says=())
RELEASED = Shape(("poll", "wave", "number", "seal"), keys=("poll", "wave", "number"), says=("seal",))
PURGE = Shape(("day", "what", "count"), keys=("day", "what"), says=("count",))

TABLES: Mapping[str, Shape] = {
    "response": RESPONSE,
    "quarantine": RESPONSE,
    "report": REPORT,
    "report_quarantine": REPORT,
    "keyed": SHEET,
    "frozen": WORDING,
    "released": RELEASED,
    "kept_log": PURGE,
}
"""All that a store holds."""


@dataclass(frozen=True, slots=True)
class Row:
    """What is to be written into which table."""

    table: str
    shape: Shape
    values: Values


def row(kept: Kept, *, aside: bool) -> Row:
    """The row of a response or a report; what is set aside lies in a table of its own."""
    if isinstance(kept, Report):
        return Row("report_quarantine" if aside else "report", REPORT, _report_values(kept))
    return Row("quarantine" if aside else "response", RESPONSE, _response_values(kept))


def text_of(answers: Mapping[str, str]) -> str:
    """The answers as they lie in a table."""
    return json.dumps(dict(answers), separators=(",", ":"))


def response_of(row: tuple[str, int, str, str, Mode, str, str, str]) -> Response:
    """The response in a row that holds the columns of RESPONSE."""
    poll, version, wave, language, mode, day, sid, answers = row
    return Response(poll, version, language, mode, day, json.loads(answers), sid, wave)


def _response_values(response: Response) -> Values:
    return {
        "poll": response.poll,
        "version": response.version,
        "wave": response.wave,
        "lang": response.language,
        "mode": response.mode,
        "day": response.day,
        "sid": response.sid or token_urlsafe(16),
        "answers": text_of(response.answers),
    }


def _report_values(report: Report) -> Values:
    return {
        "record": report.record,
        "what": report.what,
        "words": _without_nul(report.words),
        "lang": report.language,
        "day": report.day,
        "sid": report.sid,
        "line": report.line,
        "value": _without_nul(report.value),
    }


def _without_nul(text: str) -> str:
    """PostgreSQL holds no such sign, and nobody types it."""
    return text.replace("\0", "\ufffd")
