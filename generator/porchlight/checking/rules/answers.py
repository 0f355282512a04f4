# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An answer is a small record: who asks must be told when and how it was given."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.checking.context import Context
from porchlight.model.record import Row
from porchlight.problems import Problem

_GIVEN = ("yes", "case_by_case", "no", "not_said")


def answer_without_date(context: Context) -> Iterator[Problem]:
    """Every answer but “unknown” needs its day and its way."""
    for record, path, row in context.rows("answers"):
        missing = [name for name in ("as_of", "how") if name not in row]
        if row["answer"] in _GIVEN and missing:
            yield Problem(
                context.place_of(record, *path),
                "answer-without-date",
                f"“{row['question']}” is answered “{row['answer']}”, but {_lack(missing)}.",
                hint="Nobody asked? Then the answer is “unknown”. Otherwise write:",
                paste=_whole(row, context.today.isoformat()),
            )


def _lack(missing: list[str]) -> str:
    if len(missing) > 1:
        return "the day they said so (as_of) and the way they said it (how) are missing"
    told = {"as_of": "the day they said so (as_of) is missing", "how": "the way they said it (how) is missing"}
    return told[missing[0]]


def _whole(row: Row, today: str) -> str:
    kept = {"answer": row["answer"], "as_of": row.get("as_of", today), "how": row.get("how", "phone")}
    return f"{row['question']}: {{{', '.join(f'{name}: {value}' for name, value in kept.items())}}}"
