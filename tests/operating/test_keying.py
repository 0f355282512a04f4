# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two people type the same pile: what they are told, and what is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from porchlight.model.questionnaire import Questionnaire, Wave
from porchlight.operating.keying import CannotKey, Typing, key_in
from porchlight.operating.polls import NoSuchPoll
from porchlight.polls.keyed import Accepted, Hand, KeyedSheet
from tests.polls.support import needs

NEEDS = needs()
DAY = date(2026, 11, 30)
ONES, TWOS = "1" * 20, "2" * 20
FALL, SPRING = Wave("fall", closes=date(2026, 10, 31)), Wave("spring", opens=date(2027, 3, 1))


class Pile:
    """A store in memory that promises what the form service's does."""

    def __init__(self) -> None:
        self.waiting: dict[tuple[str, Hand], KeyedSheet] = {}
        self.counted: dict[str, KeyedSheet] = {}

    def key_in(self, sheet: KeyedSheet) -> None:
        self.waiting[sheet.sid(), sheet.hand] = sheet

    def keyed(self, poll: str) -> list[KeyedSheet]:
        return [sheet for sheet in self.waiting.values() if sheet.poll == poll]

    def accept_keyed(self, poll: str) -> Accepted:
        agreed = [
            sheet
            for (sid, hand), sheet in self.waiting.items()
            if hand == 1 and (other := self.waiting.get((sid, 2))) and other.answers == sheet.answers
        ]
        before = {sheet.sid(): self.counted.get(sheet.sid()) for sheet in agreed}
        for sheet in agreed:
            self.counted.setdefault(sheet.sid(), sheet)
            del self.waiting[sheet.sid(), 1], self.waiting[sheet.sid(), 2]
        new = sum(each is None for each in before.values())
        others = [sheet for sheet in agreed if (old := before[sheet.sid()]) and old.answers != sheet.answers]
        names = tuple(f"{sheet.batch} {sheet.number:03}" for sheet in others)
        return Accepted(new, len(agreed) - new - len(others), names)

    def freeze(self, poll: str, version: int, wording: str) -> str:
        return wording


def typed(pile: Pile, hand: Hand, text: str, *polls: Questionnaire, wave: str = "") -> list[str]:
    said: list[str] = []
    key_in(text, polls or (NEEDS,), pile, Typing(hand, DAY, wave), said.append)
    return said


def test_sheets_that_two_people_type_alike_are_counted_and_only_the_rest_is_shown() -> None:
    pile = Pile()
    first = typed(pile, 1, f"BVDZY 1 {ONES}\nBVDZY 2 {ONES}\nBVDZY 3 {ONES}")
    second = typed(pile, 2, f"BVDZY 1 {ONES}\nBVDZY 2 3{ONES[1:]}\nBVDZY 4 {TWOS}")

    assert first == [
        "3 sheets kept, as typed by person 1.",
        "Waiting for person 2: 3 sheets.",
        "0 sheets agreed and counted.",
    ]
    assert second == [
        "3 sheets kept, as typed by person 2.",
        "BVDZY 002  Peer mentor training: first “1”, second “3”",
        "Look at these sheets together. Whoever was wrong types the whole line again, as the same person.",
        "Waiting for person 1: 1 sheet.",
        "Person 1 typed 1 sheet that you did not: BVDZY 003.",
        "1 sheet agreed and counted.",
    ]
    assert typed(pile, 2, f"BVDZY 2 {ONES}")[-1] == "1 sheet agreed and counted."
    assert sorted(pile.counted) == ["paper:first:BVDZY:1", "paper:first:BVDZY:2"]


def test_one_line_to_mend_keeps_the_whole_text_out_and_every_such_line_is_told() -> None:
    pile = Pile()
    with pytest.raises(CannotKey) as told:
        typed(pile, 1, f"BVDZY 1 {ONES}\nBVDZY 2 {ONES}1\nBVDZZ 3 {ONES}")

    assert [line[:7] for line in str(told.value).splitlines()[:2]] == ["Line 2:", "Line 3:"]
    assert str(told.value).endswith("2 lines to mend. Nothing was stored. Mend and send them all again.")
    assert pile.waiting == {}


def test_paper_may_be_typed_after_the_last_day_of_the_only_wave() -> None:
    pile = Pile()
    typed(pile, 1, f"BVDZY 1 {ONES}", replace(NEEDS, waves=(FALL,)))

    assert [sheet.wave for sheet in pile.waiting.values()] == ["fall"]


@pytest.mark.parametrize(
    ("wave", "words"),
    [
        ("", "No wave is open today. Say which: --wave fall or --wave spring."),
        ("may", "“needs” has no wave “may”. Say which: --wave fall or --wave spring."),
    ],
)
def test_where_no_wave_can_be_meant_the_command_asks_which(wave: str, words: str) -> None:
    pile = Pile()
    with pytest.raises(NoSuchPoll, match=words):
        typed(pile, 1, f"BVDZY 1 {ONES}", replace(NEEDS, waves=(FALL, SPRING)), wave=wave)
    assert not pile.waiting


def test_a_text_without_a_line_says_so() -> None:
    with pytest.raises(CannotKey, match="Here is no line of a sheet"):
        typed(Pile(), 1, "# nothing\n\n")
