# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a person found when she called or looked, written into the record: a check, and the number that she dialed."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from datetime import date

from porchlight.editing.finding import Found
from porchlight.editing.yaml_edit import put
from porchlight.exchange.yaml_out import Value
from porchlight.model.phones import dialed
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
    """Which entry of its phones was called; None where it has none to call and none was named."""
    phones = _phones(record)
    voice = [n for n, entry in enumerate(phones) if _text(entry, "kind") == "voice"]
    called = _written_so(phones, wanted) if wanted else voice
    if wanted and not called:
        numbers = listed((_text(entry, "number") for entry in phones), "and")
        raise WhichNumber(f"{record.id} has no number {wanted}. It has {numbers}.")
    # Whoever called a number heard a voice, though texts go to it, too.
    called = [n for n in called if n in voice] or called
    different = dict.fromkeys(_text(phones[n], "number") for n in called)
    if len({dialed(number) for number in different}) > 1:
        ways = listed(f"--number {shlex.quote(number)}" for number in different)
        raise WhichNumber(f"{record.id} has several numbers to call. Say which one you called: {ways}.")
    return called[0] if called else None


def _written_so(phones: list[Mapping], wanted: str) -> list[int]:
    """The entries with this number: with its extension where one has just that, else where one of them has none."""
    asked = dialed(wanted)
    same = [
        (n, has) for n, entry in enumerate(phones) if (has := dialed(_text(entry, "number"))).number == asked.number
    ]
    exact = [n for n, has in same if has == asked]
    return exact or [n for n, has in same if not (has.extension and asked.extension)]


def _phones(record: Found) -> list[Mapping]:
    node = record.node.get("phones")
    items = node.items if isinstance(node, Sequence) else ()
    return [item for item in items if isinstance(item, Mapping)]


def _text(entry: Mapping, name: str) -> str:
    value = entry.get(name)
    return value.value if isinstance(value, Scalar) else ""
