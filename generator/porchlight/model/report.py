# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What one person told about a mistake on a page: the shape in which it is stored. Nothing in it tells who that was."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """`record` is the key of the page's record as the page told it: the hub may not have it any more.

    `what` is one of the codes of `report_names.CHOICES` or "", `words` what was written, to the letter. `day` is an
    ISO date, never a time. `sid` is a random word that only serves to store one sending once. `line` names a line of
    the record and `value` is what should stand there, both as they came: no more than a proposal.
    """

    record: str
    what: str
    words: str
    language: str
    day: str
    sid: str
    line: str = ""
    value: str = ""
