# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading the reports that are kept, beside a service that may be writing more: nothing in the file is changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from porchlight.form_service.migrations import steps_taken
from porchlight.model.report import Report

_FIRST_STEP = 2
"""How many steps a file has taken that has a place for reports."""

# Within a day, in an order that doesn't tell who came after whom.
_SELECT = "SELECT record, what, words, lang, day, sid FROM report ORDER BY day DESC, record, sid"


def reports_in(path: Path) -> list[Report]:
    """Every report in the file, newest day first; none where there is no file yet. Raises StoreIsNewer."""
    if not path.is_file():
        return []
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        if steps_taken(connection) < _FIRST_STEP:
            return []
        return [Report(*row) for row in connection.execute(_SELECT)]
