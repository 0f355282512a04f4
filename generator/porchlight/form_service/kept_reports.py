# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading the reports that are kept, beside a service that may be writing more: nothing in the file is changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from porchlight.form_service.migrations import steps_taken
from porchlight.form_service.opening import is_postgres, open_store
from porchlight.form_service.sqlite import refuse_link
from porchlight.model.report import Report

_FIRST_STEP, _WITH_LINES = 2, 4
"""How many steps a file has taken that has a place for reports, and for the lines that they would mend."""

# Within a day, in an order that doesn't tell who came after whom.
_SELECT = "SELECT record, what, words, lang, day, sid{more} FROM report ORDER BY day DESC, record, sid"


def reports_kept(where: str) -> list[Report]:
    """Every report in the store at a path or an address, newest day first. Raises CannotOpen."""
    if not is_postgres(where):
        return reports_in(Path(where))
    with open_store(where) as store:
        return store.reports()


def reports_in(path: Path) -> list[Report]:
    """Every report in the file, newest day first; none where there is no file yet. Raises CannotOpen."""
    refuse_link(path)
    if not path.is_file():
        return []
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        taken = steps_taken(connection)
        if taken < _FIRST_STEP:
            return []
        select = _SELECT.format(more=", line, value" if taken >= _WITH_LINES else "")
        return [Report(*row) for row in connection.execute(select)]
