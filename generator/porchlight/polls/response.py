# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What one person answered, once: the shape in which it is stored and counted. Nothing in it tells who that was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Mode = Literal["web", "paper"]


@dataclass(frozen=True, slots=True)
class Response:
    """Answers by item id. `day` is an ISO date, never a time.

    `sid` is a random word that only serves to store one sending once; it is None for what was keyed in from paper.
    """

    poll: str
    version: int
    language: str
    mode: Mode
    day: str
    answers: Mapping[str, str]
    sid: str | None = None
