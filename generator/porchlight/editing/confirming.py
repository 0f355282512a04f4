# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a person found when she called or looked, written into the record: a check, and the number that she dialed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from porchlight.editing.finding import Found
from porchlight.editing.yaml_edit import put
from porchlight.exchange.yaml_out import Value
from porchlight.reading.nodes import Mapping, Scalar, Sequence, plain
from porchlight.reading.saying import listed


class WhichNumber(Exception):
    """Several numbers could have been called; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """How and when someone looked, in which role, what came out (codes of `how` and `check_result`), which number."""

    how: str
    on: date
    by: str
    result: str = "right"
    number: str = ""


_PHONE_CHECK = {"right": "works", "changed": "works", "no_answer": "no_answer", "wrong": "wrong"}


def confirmed(record: Found, found: Confirmed) -> str:
    """The record's file with one more check, and with the number that was called marked; raises WhichNumber.

    A check that is there already is not written twice, and a call never takes the mark of a later one.
    """
    order = [field.name for field in record.schema.fields]
    text = record.text
    if found.how == "phone":
        position = _number(record, found.number)
        if position is not None and not _dialed_since(record, position, found.on):
            for name, value in (("check", _PHONE_CHECK[found.result]), ("checked_on", found.on)):
                text = put(text, [*record.path, "phones", position, name], value)
    checks = record.node.get("checks")
    last = len(checks.items) if isinstance(checks, Sequence) else 0
    said = {"as_of": str(found.on), "how": found.how, "by": found.by, "result": found.result}
    if isinstance(checks, Sequence) and any(said.items() <= plain(each).items() for each in checks.items):
        return text
    check: dict[str, Value] = {"as_of": found.on, "how": found.how, "by": found.by, "result": found.result}
    return put(text, [*record.path, "checks", last], check, order)


def _dialed_since(record: Found, position: int, day: date) -> bool:
    known = _text(_phones(record)[position], "checked_on")
    return known > str(day)


def _number(record: Found, wanted: str) -> int | None:
    """Which entry of its phones was called; None where it has none."""
    numbers = {position: _text(entry, "number") for position, entry in enumerate(_phones(record))}
    voice = [n for n, entry in enumerate(_phones(record)) if _text(entry, "kind") == "voice"]
    if wanted:
        same = [n for n, number in numbers.items() if _digits(number) == _digits(wanted)]
        if not same:
            raise WhichNumber(f"{record.id} has no number {wanted}. It has {listed(numbers.values(), 'and')}.")
        return same[0]
    if len(voice) > 1:
        ways = listed(f"--number {numbers[n]}" for n in voice)
        raise WhichNumber(f"{record.id} has several numbers to call. Say which one you called: {ways}.")
    return voice[0] if voice else None


def _phones(record: Found) -> list[Mapping]:
    node = record.node.get("phones")
    items = node.items if isinstance(node, Sequence) else ()
    return [item for item in items if isinstance(item, Mapping)]


def _text(entry: Mapping, name: str) -> str:
    value = entry.get(name)
    return value.value if isinstance(value, Scalar) else ""


def _digits(number: str) -> str:
    return "".join(filter(str.isdecimal, number)).removeprefix("1") or number
