# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Responses → counts: how many people chose each option of an item, and nothing that says who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from porchlight.model.questionnaire import SIDES, Questionnaire
from porchlight.polls.response import Response

Counts = Mapping[str, int]
"""By option code, every option of the poll in its order, chosen or not."""


def counts_by_item(questionnaire: Questionnaire, responses: Iterable[Response]) -> dict[str, Counts]:
    """Per item how often each option was chosen; no answer counts nowhere."""
    chosen: Counter[tuple[str, str]] = Counter()
    for response in responses:
        chosen.update(response.answers.items())
    codes = [option.code for option in questionnaire.options]
    return {item.id: {code: chosen[item.id, code] for code in codes} for item in questionnaire.items()}


def by_side(questionnaire: Questionnaire, counts: Counts) -> dict[str, int]:
    """The counts of the three classes: disagree, neutral, agree."""
    sides = dict.fromkeys(SIDES, 0)
    for code, count in counts.items():
        sides[questionnaire.side_of(code)] += count
    return {str(side): count for side, count in sides.items()}


def percent(part: int, whole: int) -> int:
    """The share as a whole percentage, halves rounded up; 0 of nothing is 0."""
    return (200 * part + whole) // (2 * whole) if whole else 0
