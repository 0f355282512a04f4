# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sheets of paper as typed lines: a code, the number of the sheet, and one mark for each item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from porchlight.model.ballot_codes import LENGTH, PILES, ballot_code, find
from porchlight.model.questionnaire import Questionnaire
from porchlight.polls.keyed import Hand, KeyedSheet
from porchlight.reading.saying import did_you_mean, listed, shown

NO_ANSWER, BLANK, TWO = "0", ".", "x"
MOST_OPTIONS = 9
"""More can't be keyed in, one sign each."""

_ENDS = re.compile(r"\r\n|\r|\n")
_NUMBER = re.compile(r"[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as it was keyed: `batch` is the letter of its pile, `marks` has one sign for each item."""

    questionnaire: Questionnaire
    batch: str
    number: int
    marks: str

    @property
    def poll(self) -> str:
        """The id of its poll."""
        return self.questionnaire.id

    @property
    def version(self) -> int:
        """The version of the words that stand on it."""
        return self.questionnaire.version

    @property
    def code(self) -> str:
        """What stands on it: the letter of the pile and the four signs."""
        return f"{self.batch}{ballot_code(self.poll, self.version)}"

    @property
    def name(self) -> str:
        """What people call it: code and number. No other sheet of a wave has the same."""
        return f"{self.code} {self.number:03}"

    @property
    def answers(self) -> Mapping[str, str]:
        """The codes by item id, a blank left out; two marks on one line count as no answer."""
        questionnaire = self.questionnaire
        signs = {str(place): option.code for place, option in enumerate(questionnaire.options, start=1)}
        signs |= {NO_ANSWER: questionnaire.no_answer.code, TWO: questionnaire.no_answer.code}
        marked = zip(questionnaire.items(), self.marks, strict=True)
        return {item.id: signs[mark] for item, mark in marked if mark != BLANK}


@dataclass(frozen=True, slots=True)
class LineToMend:
    """A line that could not be read: its number, what it says, what is wrong, and what it should look like."""

    line: int
    says: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        said = f"Line {self.line}: {self.message} It says “{self.says}”."
        return f"{said}  {self.hint}" if self.hint else said


@dataclass(frozen=True, slots=True)
class Difference:
    """One item of one sheet that two people keyed differently."""

    sheet: str
    item: str
    label: str
    first: str
    second: str

    def __str__(self) -> str:
        return f"{self.sheet}  {self.label}: first “{self.first}”, second “{self.second}”"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two people keyed: sheets that agree in every answer, what differs, and sheets that only one of them has."""

    agreed: tuple[Sheet, ...]
    differences: tuple[Difference, ...]
    only_first: tuple[Sheet, ...]
    only_second: tuple[Sheet, ...]


def can_be_keyed(questionnaire: Questionnaire) -> bool:
    """True where each option has a digit of its own, so that the poll can be asked on paper."""
    return len(questionnaire.options) <= MOST_OPTIONS


def read_lines(text: str, questionnaires: Iterable[Questionnaire]) -> tuple[tuple[Sheet, ...], tuple[LineToMend, ...]]:
    """Every sheet in the text, once, in order, and every line that can't be read; empty lines and “#” are passed over.

    Any text can be given. Of a sheet that stands there twice with different marks, neither line counts.
    """
    reading = _Reading(tuple(each for each in questionnaires if can_be_keyed(each)))
    for number, line in enumerate(_ENDS.split(text.removeprefix("\ufeff")), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            reading.line(number, line.strip())
    return reading.result()


def write_line(sheet: Sheet) -> str:
    """The sheet as a line that `read_lines` reads back: the marks stand in groups, one for each block."""
    return f"{sheet.name} {_grouped(sheet.questionnaire, sheet.marks)}"


def compare(first: Iterable[Sheet], second: Iterable[Sheet]) -> Comparison:
    """Lay side by side what two people keyed from the same sheets; each has a sheet at most once.

    Only what changes an answer is a difference: two marks on one line and “no answer” count the same.
    """
    left, right = ({sheet.name: sheet for sheet in sheets} for sheets in (first, second))
    both = [(left[name], right[name]) for name in left if name in right]
    return Comparison(
        agreed=tuple(one for one, other in both if one.answers == other.answers),
        differences=tuple(difference for one, other in both for difference in _differences(one, other)),
        only_first=tuple(sheet for name, sheet in left.items() if name not in right),
        only_second=tuple(sheet for name, sheet in right.items() if name not in left),
    )


def to_keep(sheet: Sheet, wave: str, hand: Hand, day: str) -> KeyedSheet:
    """The sheet as it is stored until the other person has keyed it too."""
    return KeyedSheet(sheet.poll, sheet.version, wave, sheet.code, sheet.number, hand, day, sheet.answers)


def kept(keyed: KeyedSheet, questionnaire: Questionnaire) -> Sheet:
    """The sheet that was stored; two marks on one line come back as no answer."""
    signs = {option.code: str(place) for place, option in enumerate(questionnaire.options, start=1)}
    signs[questionnaire.no_answer.code] = NO_ANSWER
    marks = (signs[keyed.answers[item.id]] if item.id in keyed.answers else BLANK for item in questionnaire.items())
    return Sheet(questionnaire, keyed.batch[0], keyed.number, "".join(marks))


class _Reading:
    """Lines being read; sheets are gathered by name, so that one that stands there twice is seen."""

    def __init__(self, questionnaires: Sequence[Questionnaire]) -> None:
        self.questionnaires = questionnaires
        self.sheets: dict[str, tuple[int, Sheet]] = {}
        self.unclear: set[str] = set()
        self.to_mend: list[LineToMend] = []

    def line(self, number: int, line: str) -> None:
        """Take one line in, or note what is wrong with it."""
        code, rest = _cut(line.upper())
        sheet_number, marks = _cut(rest)
        questionnaire = find(code[1:], self.questionnaires) if code[:1] in PILES else None
        if questionnaire is None:
            self.to_mend.append(LineToMend(number, shown(line), *self.wrong_code(code)))
            return
        marks = "".join(marks.lower().split())
        faults = [*_wrong_number(sheet_number), *_wrong_marks(questionnaire, marks)]
        if faults:
            hint = f"Write it like this:  {_example(code, questionnaire)}"
            self.to_mend.append(LineToMend(number, shown(line), " ".join(faults), hint))
            return
        self.take(number, line, Sheet(questionnaire, code[0], int(sheet_number), marks))

    def take(self, number: int, line: str, sheet: Sheet) -> None:
        """Keep the sheet, once; where it is there already with other marks, nobody knows which is right."""
        before, earlier = self.sheets.setdefault(sheet.name, (number, sheet))
        if earlier.marks != sheet.marks:
            self.unclear.add(sheet.name)
            message = f"Sheet {sheet.name} stands on line {before} too, with other marks."
            hint = "Look at the sheet, keep the right line and delete the other."
            self.to_mend.append(LineToMend(number, shown(line), message, hint))

    def wrong_code(self, code: str) -> tuple[str, str]:
        """What is wrong with a code that stands for no poll, and what to write."""
        known = [ballot_code(each.id, each.version) for each in self.questionnaires]
        signs = code[1:] if len(code) == LENGTH + 1 else code
        if code[1:] in known:
            return "A pile has a letter that can't be mistaken.", f"Take one of {' '.join(PILES)}."
        if code in known:
            return "The letter of the pile is missing.", f"Write it before the code, like {PILES[0]}{code}."
        hint = did_you_mean(signs, known)
        if not hint and known:
            hint = f"Here the code ends in {listed(known)}. It stands at the foot of the sheet."
        return "No poll of this hub has this code.", hint

    def result(self) -> tuple[tuple[Sheet, ...], tuple[LineToMend, ...]]:
        """All that was read."""
        sheets = tuple(sheet for name, (_, sheet) in self.sheets.items() if name not in self.unclear)
        return sheets, tuple(self.to_mend)


def _cut(text: str) -> tuple[str, str]:
    """The first word, and all behind it."""
    word, *rest = text.split(maxsplit=1) or [""]
    return word, "".join(rest)


def _wrong_number(number: str) -> Iterator[str]:
    if not _NUMBER.fullmatch(number) or int(number) == 0:
        yield "Behind the code stands the number of the sheet, from 1 to 9999."


def _wrong_marks(questionnaire: Questionnaire, marks: str) -> Iterator[str]:
    items, options = sum(1 for _ in questionnaire.items()), len(questionnaire.options)
    if len(marks) != items:
        yield f"This sheet has {items} lines, so it needs {items} marks. Here are {len(marks)}."
    known = {NO_ANSWER, BLANK, TWO, *map(str, range(1, options + 1))}
    if odd := dict.fromkeys(mark for mark in marks if mark not in known):
        yield (
            f"A mark is 1 to {options}, {NO_ANSWER} for “no answer”, “{BLANK}” for an empty line or “{TWO}” for two"
            f" marks, not {listed(f'“{shown(mark)}”' for mark in odd)}."
        )


def _example(code: str, questionnaire: Questionnaire) -> str:
    """A line for this poll, with each sign that a mark can be."""
    signs = f"{''.join(str(place) for place in range(1, len(questionnaire.options) + 1))}{NO_ANSWER}{BLANK}{TWO}"
    items = sum(1 for _ in questionnaire.items())
    return f"{code} 017 {_grouped(questionnaire, (signs * items)[:items])}"


def _grouped(questionnaire: Questionnaire, marks: str) -> str:
    at, groups = 0, []
    for block in questionnaire.blocks:
        groups.append(marks[at : at + len(block.items)])
        at += len(block.items)
    return " ".join(groups)


def _differences(one: Sheet, other: Sheet) -> Iterator[Difference]:
    said = one.questionnaire.said
    language = one.questionnaire.languages[0]
    for item, first, second in zip(one.questionnaire.items(), one.marks, other.marks, strict=True):
        if first.replace(TWO, NO_ANSWER) != second.replace(TWO, NO_ANSWER):
            yield Difference(one.name, item.id, said(item.label, language), first, second)
