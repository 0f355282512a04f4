# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How well two records are told to be one, measured on pairs that people judged: made-up ones and real ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from porchlight.duplicates.blocking import candidates
from porchlight.duplicates.judging import judged, judged_alike
from porchlight.duplicates.linking import linked
from porchlight.duplicates.sides import Side, made
from tests.duplicates.directories import DIRECTORIES, REAL
from tests.duplicates.test_linking import HAS_DUCKDB

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Measured:
    """How many of the told pairs are the same (precision) and how many of the same are told (recall)."""

    told_rightly: int
    told_wrongly: int
    missed: int

    @property
    def precision(self) -> float:
        return self.told_rightly / (self.told_rightly + self.told_wrongly)

    @property
    def recall(self) -> float:
        return self.told_rightly / (self.told_rightly + self.missed)

    def __str__(self) -> str:
        counts = f"{self.told_rightly} rightly, {self.told_wrongly} wrongly, {self.missed} missed"
        return f"precision {self.precision:.3f}, recall {self.recall:.3f} ({counts})"


def measured(pairs: Iterable[tuple[bool, Side, Side]]) -> Measured:
    return counted((same, judged(one, other).looks_alike) for same, one, other in pairs)


def counted(pairs: Iterable[tuple[bool, bool]]) -> Measured:
    """Of pairs that are the same or not, each told or not."""
    told = list(pairs)
    return Measured(told.count((True, True)), told.count((False, True)), told.count((True, False)))


def _side(key: str, said: dict[str, Any]) -> Side:
    several = {"phone": "phones", "link": "links"}
    texts: dict[str, Any] = {
        several.get(name, name): [text] if name in several else text for name, text in said.items()
    }
    return made(f"services/{key}", **texts)


def made_up() -> Iterator[tuple[bool, Side, Side, str]]:
    for group in yaml.safe_load((HERE / "pairs.yaml").read_text("utf-8")):
        for one, other in group["pairs"]:
            yield group["same"], _side("one", one), _side("other", other), group["why"]


def real(which: str) -> Iterator[tuple[str, str, bool]]:
    section = ""
    for line in (HERE / "real_pairs.txt").read_text("utf-8").splitlines():
        section = line[2:] if line.startswith("# ") else section
        if section == which and not line.startswith("#"):
            verdict, one, other = line.split()
            yield one, other, verdict == "same"


def test_made_up_pairs_are_told_as_people_judged_them() -> None:
    pairs = list(made_up())
    result = measured((same, one, other) for same, one, other, _ in pairs)
    print(f"\n{len(pairs)} made-up pairs: {result}")
    wrong = [
        f"{one.called} / {other.called}: {why} {judged(one, other)}"
        for same, one, other, why in pairs
        if judged(one, other).looks_alike != same
    ]
    print("\n".join(wrong))

    assert len(pairs) >= 150
    assert result.precision >= 0.95
    assert result.recall >= 0.9


def test_two_records_are_judged_the_same_whichever_comes_first() -> None:
    assert [judged(one, other) for _, one, other, _ in made_up()] == [
        judged(other, one) for _, one, other, _ in made_up()
    ]


def test_the_quick_way_finds_the_same_as_the_whole_judgment() -> None:
    """Names that can't decide any more are not compared; nothing may be lost by that."""
    for _, one, other, _ in made_up():
        whole = judged(one, other)
        assert judged_alike(one, other) == (whole if whole.looks_alike else None)


def test_blocking_brings_together_what_is_told_to_look_alike() -> None:
    """A pair that is never compared can't be found, however well it is judged."""
    alike = [(one, other) for _, one, other, _ in made_up() if judged(one, other).looks_alike]

    assert [pair for pair in alike if candidates(list(pair)) != [(0, 1)]] == []


BESIDE = pytest.mark.skipif(
    not REAL.is_dir(),
    reason="the real directories are not here: docs/duplicates.md tells what PORCHLIGHT_REALDATA holds",
)


@BESIDE
@pytest.mark.parametrize(("which", "precision", "recall"), [("tuned", 0.95, 0.85), ("held-out", 0.9, 0.8)])
def test_real_directories_are_told_as_they_were_judged(which: str, precision: float, recall: float) -> None:
    """True figures, also where they fall short of the aim: what is missed has a new name or a number of its own."""
    sides = {side.key: side for directory in DIRECTORIES.values() for side in directory()}
    pairs = [(same, sides[one], sides[other]) for one, other, same in real(which)]
    result = measured(pairs)
    print(f"\n{len(pairs)} real pairs, {which}: {result}")

    assert result.precision >= precision
    assert result.recall >= recall


@BESIDE
@pytest.mark.slow
@pytest.mark.skipif(not HAS_DUCKDB, reason="the extra “linking” is not installed")
def test_splink_tells_of_real_directories_what_the_handbook_says() -> None:
    """The six as one hub: the same pairs, judged by the other program."""
    sides = [side for directory in DIRECTORIES.values() for side in directory()]
    told = {frozenset((pair.one.key, pair.other.key)) for pair in linked({"all": sides}, "duckdb")}
    result = counted(
        (same, frozenset((f"all:{one}", f"all:{other}")) in told)
        for which in ("tuned", "held-out")
        for one, other, same in real(which)
    )
    print(f"\nSplink, both sets: {result}")

    assert result.precision >= 0.95
    assert result.recall >= 0.75


@BESIDE
@pytest.mark.parametrize("name", DIRECTORIES)
def test_blocking_compares_few_pairs_of_a_real_directory(name: str) -> None:
    sides = list(DIRECTORIES[name]())
    compared = len(candidates(sides))
    print(f"\n{name}: {len(sides)} records, {compared} pairs compared of {len(sides) * (len(sides) - 1) // 2}")

    assert compared <= 10 * len(sides)
