# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A sign-in sheet that someone typed up → sums by month and role. No name, number or other cell goes any further.

What stands in a cell is never told, not even where it can't be read: a name may stand in any column by mistake.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from porchlight.exchange.sheets.csv_file import read_csv
from porchlight.exchange.sheets.names import squashed
from porchlight.exchange.sheets.plain_values import day_of
from porchlight.exchange.sheets.sheet import CannotImport, Row, Sheet
from porchlight.exchange.sheets.xlsx_file import read_xlsx
from porchlight.model.alike import alike

FEW = 3
"""A role with fewer visits in a month is told with others; so few would tell of one person."""

COLUMNS = {
    "day": ("day", "date", "dia", "fecha"),
    "role": ("role", "task", "job", "shift", "rol", "tarea", "turno"),
    "hours": ("hours", "hrs", "horas"),
}
"""What each column may be called."""

SIZE_CAP = 5 * 1024 * 1024
LONGEST_DAY = 24 * 60
LONGEST_ROLE = 60
_NUMBER = re.compile(r"(\d{1,2})(?:[.,](\d{1,4}))?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)(?::00)?", re.ASCII)
_A_PERSONS = re.compile(r"[@\d]")
"""No role holds a digit or this sign: a phone number or an address does."""


@dataclass(frozen=True, slots=True)
class Sum:
    """How often someone came for a role and for how many hours together; "" stands for all other roles."""

    role: str
    visits: int
    hours: float


@dataclass(frozen=True, slots=True)
class Counted:
    """The sums of each month, as `2026-11`. `unread` is how many columns were left alone.

    `too_few` are the months of so few visits that nothing can be told of them.
    """

    months: Mapping[str, tuple[Sum, ...]]
    too_few: tuple[str, ...]
    unread: int


@dataclass(frozen=True, slots=True)
class _Visit:
    day: date
    role: str
    minutes: int


def counted_hours(file: Path, today: date) -> Counted:
    """The sums of the sheet; CannotImport names every line that can't be counted, all at once."""
    sheet = _sheet(file)
    at = _columns(sheet)
    read = [_visit(sheet, row, at, today) for row in sheet.rows]
    if slips := [slip for each in read if isinstance(each, list) for slip in each]:
        raise CannotImport("\n".join(slips))
    visits = [each for each in read if isinstance(each, _Visit)]
    months: dict[str, list[_Visit]] = defaultdict(list)
    for visit in visits:
        months[f"{visit.day:%Y-%m}"].append(visit)
    enough = {month: _sums(months[month]) for month in sorted(months) if len(months[month]) >= FEW}
    return Counted(enough, tuple(sorted(months.keys() - enough.keys())), len(sheet.columns) - len(at))


def _sheet(file: Path) -> Sheet:
    if not file.is_file():
        raise CannotImport(f"There is no file {file}.")
    if file.stat().st_size > SIZE_CAP:
        raise CannotImport(f"{file.name} has over 5 MB, which no sign-in sheet has. Copy its lines into a new file.")
    sheet = read_xlsx(file) if file.suffix.lower() == ".xlsx" else read_csv(file.read_bytes())
    if not sheet.rows:
        raise CannotImport(f"{file.name} has no line below the names of its columns.")
    return sheet


def _columns(sheet: Sheet) -> dict[str, int]:
    """Where each column stands; what the others are called is not told, since a name may stand there."""
    names = [squashed(name) for name in sheet.columns]
    at = {of: next((at for at, name in enumerate(names) if name in called), -1) for of, called in COLUMNS.items()}
    if missing := [of for of, index in at.items() if index < 0]:
        also = "\n".join(f"    {of}: {', '.join(COLUMNS[of])}" for of in missing)
        raise CannotImport(f"Name these columns in the first line of the sheet; each word below will do:\n{also}")
    return at


def _visit(sheet: Sheet, row: Row, at: Mapping[str, int], today: date) -> _Visit | list[str]:
    """The visit, or a sentence for each cell that can't be read."""
    day, role, hours = (row.cells[at[of]] for of in COLUMNS)
    found, minutes = day_of(day), _minutes(hours)
    slips = [*_day_slips(day, found, today), *_role_slips(role), *_hours_slips(hours, minutes)]
    if slips or found is None or minutes is None:
        names = {of: sheet.columns[index] for of, index in at.items()}
        return [f"Row {row.number}, “{names[of]}”: {words}" for of, words in slips]
    return _Visit(found, role, minutes)


def _day_slips(text: str, day: date | None, today: date) -> Iterator[tuple[str, str]]:
    if not text:
        yield "day", "it is blank. Write the day. If this line is a sum, take it out."
    elif day is None:
        yield "day", "write the day like 2026-11-03 or 11/3/2026."
    elif day > today:
        yield "day", "this day is still to come. Look at the year."


def _role_slips(text: str) -> Iterator[tuple[str, str]]:
    if not text:
        yield "role", "it is blank. Write what they did, like front desk."
    elif len(text) > LONGEST_ROLE or _A_PERSONS.search(text) or "\n" in text:
        yield "role", "write what they did in a few words without digits, like front desk."


def _hours_slips(text: str, minutes: int | None) -> Iterator[tuple[str, str]]:
    if not text:
        yield "hours", "it is blank. Write the hours, like 2.5."
    elif minutes is None or not 0 < minutes <= LONGEST_DAY:
        yield "hours", "write the hours as a number from 0 to 24, like 2.5 or 2:30."


def _minutes(text: str) -> int | None:
    if clock := _CLOCK.fullmatch(text):
        return int(clock[1]) * 60 + int(clock[2])
    number = _NUMBER.fullmatch(text)
    return round(float(f"{number[1]}.{number[2] or 0}") * 60) if number else None


def _sums(visits: Sequence[_Visit]) -> tuple[Sum, ...]:
    """A sum for each role that enough came for, the most visits first; the others together, enough of them as well."""
    roles: dict[str, list[_Visit]] = defaultdict(list)
    for visit in visits:
        roles[alike(visit.role)].append(visit)
    by_size = sorted(roles.values(), key=lambda of: (-len(of), alike(of[0].role)))
    alone = [of for of in by_size if len(of) >= FEW]
    others = [visit for of in by_size if len(of) < FEW for visit in of]
    while others and len(others) < FEW:
        others += alone.pop()
    told = [_sum(of[0].role, of) for of in alone]
    return (*told, _sum("", others)) if others else tuple(told)


def _sum(role: str, visits: Sequence[_Visit]) -> Sum:
    return Sum(role, len(visits), round(sum(visit.minutes for visit in visits) / 60, 1))
