# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was once said of a form service's exports, so that nobody has to say it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

LEFT_OUT = "-"
"""Stands for an item or a code where a column or a text is left out on purpose."""


@dataclass(frozen=True, slots=True)
class ImportMap:
    """Columns by name with their item, texts with their code, for the exports of one service of one poll.

    It holds words of a form, never anything that a person answered.
    """

    poll: str
    service: str
    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
