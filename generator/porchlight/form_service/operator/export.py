# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The stored answers as a spreadsheet: one response on each line, nothing in it that tells who that was."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from porchlight.model.cells import harmless
from porchlight.model.questionnaire import Questionnaire
from porchlight.polls.response import Response


def csv_lines(questionnaire: Questionnaire, responses: Iterable[Response]) -> Iterator[str]:
    """The head, then each response as it comes; what its version no longer asks has no column."""
    items = [item.id for item in questionnaire.items()]
    yield _line(["poll", "version", "wave", "day", "language", "mode", *items])
    for each in responses:
        about = [each.poll, str(each.version), each.wave, each.day, each.language, each.mode]
        yield _line([*about, *(each.answers.get(item, "") for item in items)])


def _line(cells: list[str]) -> str:
    line = StringIO()
    csv.writer(line).writerow(map(harmless, cells))
    return line.getvalue()
