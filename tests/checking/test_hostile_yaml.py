# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people really write: every line in hostile.txt is either understood as it was meant or gets its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from porchlight.checking.run import Checked, check_hub
from porchlight.model.record import Record
from tests.checking.hubs import TODAY, minimal_hub

SOUND = """id: {id}
name: Case (made up)
summary: A made-up home with one line that was not easy to read.
kind: transitional
address_visibility: full
sources: [{{url: "https://www.example.org/about", kind: own, read_on: 2026-11-23}}]
"""
SOUND_FIELDS = ("id", "name", "summary", "kind", "address_visibility", "sources")
SOUND_LINES = SOUND.count("\n")


class Case(NamedTuple):
    """What people write, and the words that they get."""

    title: str
    lines: bytes
    verdict: str


def cases() -> Iterator[Case]:
    """The blocks of hostile.txt."""
    text = (Path(__file__).parent / "hostile.txt").read_text(encoding="utf-8")
    for block in text.split("\n=== ")[1:]:
        title, _, rest = block.rstrip("\n").partition("\n")
        lines, _, verdict = rest.partition("\n--- ")
        yield Case(title, _bytes(lines), verdict.replace("\n--- ", "\n"))


def _bytes(text: str) -> bytes:
    repeated = re.sub(r"⟦(.)\*(\d+)⟧", lambda found: found[1] * int(found[2]), text)
    parts = re.split(r"⟦([0-9a-f]+)⟧", repeated)
    return b"".join(bytes.fromhex(part) if i % 2 else part.encode() for i, part in enumerate(parts))


CASES = tuple(cases())


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """One hub with a file for each case."""
    root = minimal_hub(tmp_path_factory.mktemp("hostile"))
    for number, case in enumerate(CASES):
        record = SOUND.format(id=f"case-{number}").encode() + case.lines + b"\n"
        (root / f"data/housing/case-{number}.yaml").write_bytes(record)
    return check_hub(root, TODAY)


def test_there_are_at_least_seventy_five_cases() -> None:
    assert len(CASES) >= 75


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case.title for case in CASES])
def test_each_is_read_as_meant_or_gets_its_sentence(number: int, checked: Checked) -> None:
    assert _verdict(checked, f"case-{number}") == CASES[number].verdict


def _verdict(checked: Checked, record_id: str) -> str:
    problems = [p for p in checked.stopping if p.place.file == f"data/housing/{record_id}.yaml"]
    if problems:
        return "\n".join(f"{p.place.line - SOUND_LINES}:{p.place.column} {p.sentence()}" for p in problems)
    record = next(record for record in checked.hub.records["housing"] if record.id == record_id)
    return f"reads {_told(record)}".strip()


def _told(record: Record) -> str:
    filled = {**record.values, **record.parts}
    return ", ".join(f"{name} = {value!r}" for name, value in filled.items() if name not in SOUND_FIELDS)
