# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What happened to a record, as git tells it: which one, when, and which of its fields; never who did it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

How = Literal["new", "changed", "gone", "many"]


@dataclass(frozen=True, slots=True)
class Change:
    """One commit's change of one record, of `count` that are `gone`, or of `many` of a resource, too many to tell.

    `at` is in UTC. `fields` are names of the schema; hidden ones are never among them. What is gone has no `id`: it may
    have been taken off to protect someone. What was there before a field changed is not kept for the same reason.
    """

    commit: str
    at: datetime
    resource: str
    how: How
    id: str = ""
    fields: tuple[str, ...] = ()
    count: int = 1
