# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Made-up results of the shipped poll: two waves, the first of another version, with groups of every size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from porchlight.model.hub import Hub
from porchlight.model.questionnaire import Item, Questionnaire, Wave
from porchlight.model.released import Cell, Figures, Release
from porchlight.reading.hub import read_hub
from tests.conftest import ROOT

FULL = ROOT / "tests" / "hubs" / "full"

FALL = Wave("fall", date(2026, 3, 1), date(2026, 4, 30), {"en": "Everyone at our meetings.", "es": "Todas."})
WINTER = Wave(
    "winter", date(2026, 10, 1), date(2026, 10, 31), {"en": "Everyone in the county.", "es": "Todo el condado."}
)

REWORDED = "programs_housing"
NOT_TOLD = "volunteering_tracking"
SMALL, SHARES = "volunteering_orientation", "volunteering_skills"


@cache
def hub_with_results() -> Hub:
    """The made-up county after two waves of its poll."""
    hub = read_hub(FULL).hub
    poll = replace(hub.questionnaires[0], waves=(FALL, WINTER), version=2)
    return replace(hub, questionnaires=(poll,), former=(_former(poll),), releases=releases(poll))


def _former(poll: Questionnaire) -> Questionnaire:
    blocks = tuple(replace(block, items=tuple(map(_reworded, block.items))) for block in poll.blocks)
    return replace(poll, version=1, blocks=blocks)


def _reworded(item: Item) -> Item:
    return replace(item, label={"en": "A home for a start", "es": "Una casa al salir"}) if item.id == REWORDED else item


def releases(poll: Questionnaire) -> tuple[Release, ...]:
    """Of the first wave one release, of the second two; the second holds figures that it took from the first."""
    items = [item.id for item in poll.items()]
    first = tuple(_options(item, 60, 20 + number, 1) for number, item in enumerate(items) if item != NOT_TOLD)
    early = tuple(_options(item, 150, 70 + 2 * number, 1) for number, item in enumerate(items))
    late = tuple(figures for number, item in enumerate(items) if (figures := _late(item, number)))
    made = {"web": 180, "paper": 34}, {"en": 203, "es": None}
    return (
        Release("needs", 1, "fall", 1, date(2026, 5, 4), 64, {"web": 64}, {"en": 64}, first, is_last=True),
        Release("needs", 2, "winter", 1, date(2026, 10, 12), 160, {"web": 160}, {"en": 160}, early),
        Release("needs", 2, "winter", 2, date(2026, 11, 2), 214, *made, late, groups(items), is_last=True),
    )


def _late(item: str, number: int) -> Figures | None:
    if item == NOT_TOLD:
        return None
    if item == SMALL:
        return Figures(item, 23, "sides", {"agree": 17, "neutral": 3, "disagree": 3}, 2)
    if item == SHARES:
        return Figures(item, 40, "percent", {"agree": 73, "neutral": 18, "disagree": 10}, 2)
    return _options(item, 205, 185 - 5 * number, 2)


def _options(item: str, people: int, agree: int, since: int) -> Figures:
    """Of those who agree two in three do so strongly; of the rest a third is neutral."""
    strongly, rest = 2 * agree // 3, people - agree
    neutral, against = rest // 3, rest - rest // 3
    counts = {"1": against // 4, "2": against - against // 4, "3": neutral, "4": agree - strongly, "5": strongly}
    return Figures(item, people, "options", counts, since)


def groups(items: list[str]) -> tuple[Cell, ...]:
    """Who answered on paper beside who answered on the web: two items in full, and one with numbers left out."""
    paper, web = {"agree": 22, "neutral": 12, "disagree": 0}, {"agree": 120, "neutral": 31, "disagree": 20}
    shown = [cell for item in items[1:3] for cell in (Cell("mode", "paper", item, 34, paper), _web(item, web))]
    return (*shown, hidden_cell(), _web("programs_housing", {"agree": None, "neutral": None, "disagree": 21}))


def _web(item: str, counts: Mapping[str, int | None]) -> Cell:
    return Cell("mode", "web", item, 171, counts)


def hidden_cell() -> Cell:
    """Answers on paper, of which one number is too small to be told, and another would give it away."""
    return Cell("mode", "paper", "programs_housing", 34, {"agree": None, "neutral": None, "disagree": 0})
