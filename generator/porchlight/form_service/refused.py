# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Why a post was not taken: what is raised anywhere on its way, and told to the person at one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Complaint:
    """One reason: `code` has its words in every language, `field` is what it is about, or ""."""

    code: str
    field: str = ""


class Refused(Exception):
    """Nothing was stored. `status` is the HTTP status to answer with.

    `retry_after` is seconds, 0 where waiting would not help; `carry` are fields that the next try must send along.
    """

    def __init__(
        self, status: int, *complaints: Complaint, retry_after: int = 0, carry: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(status, complaints)
        self.status = status
        self.complaints = complaints
        self.retry_after = retry_after
        self.carry = carry or {}
