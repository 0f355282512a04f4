# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The days that a hub can speak of: further away a slip of the pen is surer than an event, and sums run out of days."""

from __future__ import annotations

from datetime import date

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""The years of every day in a hub, both included."""


def is_near(day: date) -> bool:
    """True where the day lies in the years that a hub can speak of."""
    return FIRST_YEAR <= day.year <= LAST_YEAR
