# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight poll key`: lines that a person typed from sheets of paper are kept; where two agree, they are counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from porchlight.model.questionnaire import Questionnaire, Wave
from porchlight.model.wording import frozen
from porchlight.operating.polls import wave_named
from porchlight.polls.keyed import Accepted, Hand, KeyedSheet
from porchlight.polls.keying import Comparison, LineToMend, Sheet, compare, kept, read_lines, to_keep

OTHER: Mapping[Hand, Hand] = {1: 2, 2: 1}


class KeyingStore(Protocol):
    """The part of the store that keeps sheets until two people have keyed them."""

    def key_in(self, sheet: KeyedSheet) -> None:
        """Keep what one person read on a sheet; keyed again, the last one holds."""

    def keyed(self, poll: str) -> Sequence[KeyedSheet]:
        """Every sheet that is keyed and not counted yet."""

    def accept_keyed(self, poll: str) -> Accepted:
        """Count the sheets on which both agree, each once."""

    def freeze(self, poll: str, version: int, wording: str) -> str:
        """Keep a questionnaire as it is asked, unless there is one of this version; says which one is kept."""


class CannotKey(Exception):
    """Something must be mended first; the message says what. Nothing was stored."""


@dataclass(frozen=True, slots=True)
class Typing:
    """Who types, on which day, and for which wave; "" is the one that can be meant."""

    hand: Hand
    day: date
    wave: str = ""


def key_in(
    text: str,
    questionnaires: Sequence[Questionnaire],
    store: KeyingStore,
    typing: Typing,
    say: Callable[[str], object],
) -> None:
    """Store every sheet of the text, count those on which both people agree, and say only what differs.

    Raises CannotKey, with every line that can't be read, or NoSuchPoll where no wave can be meant, before anything is
    stored.
    """
    sheets, to_mend = read_lines(text, questionnaires)
    if to_mend or not sheets:
        raise CannotKey(_cannot(to_mend))
    waves = {sheet.poll: wave_named(sheet.questionnaire, typing.wave, typing.day) for sheet in sheets}
    for sheet in sheets:
        store.key_in(to_keep(sheet, waves[sheet.poll].id, typing.hand, typing.day.isoformat()))
    say(f"{_sheets(len(sheets))} kept, as typed by person {typing.hand}.")
    for poll, wave in waves.items():
        compared = _compared(poll, wave, questionnaires, store)
        _tell(compared, store.accept_keyed(poll), typing.hand, say)
    for asked in {sheet.code[1:]: sheet.questionnaire for sheet in sheets}.values():
        store.freeze(asked.id, asked.version, frozen(asked))


def _cannot(to_mend: Sequence[LineToMend]) -> str:
    if not to_mend:
        return "Here is no line of a sheet. Nothing was stored."
    lines = "1 line" if len(to_mend) == 1 else f"{len(to_mend)} lines"
    return "\n".join([*map(str, to_mend), f"\n{lines} to mend. Nothing was stored. Mend and send them all again."])


def _compared(poll: str, wave: Wave, questionnaires: Iterable[Questionnaire], store: KeyingStore) -> Comparison:
    known = {each.version: each for each in questionnaires if each.id == poll}
    hands: Mapping[Hand, list[Sheet]] = {1: [], 2: []}
    for keyed in store.keyed(poll):
        if keyed.wave == wave.id and keyed.version in known:
            hands[keyed.hand].append(kept(keyed, known[keyed.version]))
    return compare(hands[1], hands[2])


def _tell(compared: Comparison, accepted: Accepted, hand: Hand, say: Callable[[str], object]) -> None:
    for difference in compared.differences:
        say(str(difference))
    if compared.differences:
        say("Look at these sheets together. Whoever was wrong types the whole line again, as the same person.")
    waiting, missing = (compared.only_first, compared.only_second)[:: 1 if hand == 1 else -1]
    if waiting:
        say(f"Waiting for person {OTHER[hand]}: {_sheets(len(waiting))}.")
    if missing:
        say(f"Person {OTHER[hand]} typed {_sheets(len(missing))} that you did not: {_names(missing)}.")
    for name in accepted.other:
        say(f"{name} is counted already, with other marks. Is it another sheet? Give it another number.")
    again = f" Counted before: {_sheets(accepted.again)}." if accepted.again else ""
    say(f"{_sheets(accepted.counted)} agreed and counted.{again}")


def _names(sheets: Iterable[Sheet]) -> str:
    return ", ".join(sheet.name for sheet in sheets)


def _sheets(count: int) -> str:
    return "1 sheet" if count == 1 else f"{count} sheets"
