# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What one person answered, once: the shape in which it is stored and counted. Nothing in it tells who that was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Mode = Literal["web", "paper", "import"]

NO_LANGUAGE = "und"
"""The tag for “not known”: which language a sheet of paper was printed in is not keyed."""


@dataclass(frozen=True, slots=True)
class Response:
    """Answers by item id. `day` is an ISO date, never a time; `wave` is the id of the time of asking.

    `sid` is a word that only serves to store one sending once: a random one from the web, the batch and number of a
    sheet of paper, a keyed hash of a row that came from another form service.
    """

    poll: str
    version: int
    language: str
    mode: Mode
    day: str
    answers: Mapping[str, str]
    sid: str | None = None
    wave: str = "first"
