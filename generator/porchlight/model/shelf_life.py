# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long a checked truth may be told as one: days per class (DESIGN rule 2)."""

from __future__ import annotations

DAYS: dict[str, int] = {
    "vacancy": 7,
    "waiting_list": 30,
    "hours": 90,
    "phone": 90,
    "law": 90,
    "policy": 180,
    "page": 365,
}
"""Days after its check that a truth of each class may still be shown without a warning."""

REVIEW_AT_MOST = 120
"""Days after its last reading by which a law must be looked at again: those of its class, and a month to get to it."""
