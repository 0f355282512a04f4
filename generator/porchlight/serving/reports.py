# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reports of mistakes that the form service keeps, told to people and to programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from porchlight.form_service.report_words import say
from porchlight.model.report import Report
from porchlight.reading.saying import seen


def told(reports: Sequence[Report], form: str) -> str:
    """The reports in their order, as `text` or `json`. Nothing that a stranger wrote can steer a terminal."""
    return _json(reports) if form == "json" else _text(reports)


def _text(reports: Sequence[Report]) -> str:
    if not reports:
        return "No reports yet."
    count = "1 report." if len(reports) == 1 else f"{len(reports):,} reports, newest day first."
    return "\n\n".join([count, *map(_one, reports)])


def _one(report: Report) -> str:
    what = say("en", f"what.{report.what}") if report.what else "Not said"
    head = f"{report.day}  {report.record}  {what} ({report.language})"
    lines = report.words.replace("\r\n", "\n").split("\n") if report.words else []
    return "\n".join([head, *_proposed(report), *(f"    {seen(line)}" for line in lines)])


def _proposed(report: Report) -> Iterator[str]:
    if report.value.strip():
        yield f"    {report.line or 'It should say'} = {seen(' '.join(report.value.split()))}"


def _json(reports: Sequence[Report]) -> str:
    # Plain ASCII: JSON leaves characters that turn a line round as they are.
    return json.dumps([_as_dict(report) for report in reports], indent=2)


def _as_dict(report: Report) -> dict[str, str]:
    return {
        "day": report.day,
        "record": report.record,
        "what": report.what,
        "words": report.words,
        "line": report.line,
        "value": report.value,
        "language": report.language,
    }
