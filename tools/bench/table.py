# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The table of ratios: what each way took beside Hugo + Pagefind, in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from tools.bench.measuring import Cost
from tools.bench.ways import (
    AGAIN_ALL,
    CHECK,
    CHECK_ONE,
    ELEVENTY,
    FEW_WORDS,
    FULL,
    HUGO,
    ONE,
    OURS,
    PELICAN,
    READER,
    SAVED,
    Way,
)

Least = Mapping[tuple[str, str], Cost]

COLUMNS = (OURS, HUGO, FEW_WORDS, PELICAN, ELEVENTY)

ROWS = (
    (FULL, FULL, HUGO, FULL),
    (AGAIN_ALL, AGAIN_ALL, HUGO, AGAIN_ALL),
    (ONE, ONE, HUGO, ONE),
    (SAVED, SAVED, HUGO, ONE),
    ("check, beside their full build", CHECK, HUGO, FULL),
    ("`check --changed`, beside the same", CHECK_ONE, HUGO, FULL),
    ("full build, beside the one with our few words", FULL, FEW_WORDS, FULL),
    ("check, beside Hugo that only reads the same YAML", CHECK, READER, FULL),
)
"""What a row is called, what was measured, and whose figure is 1."""

OURS_ALONE = (FEW_WORDS, READER)
"""Beside these only ours is told."""

MEASURES: tuple[tuple[str, Callable[[Cost], float]], ...] = (
    ("work", lambda cost: cost.cpu),
    ("clock", lambda cost: cost.wall),
)


def table(least: Least, said: Mapping[str, str]) -> str:
    """Each way in a column; `said` is what stands in a column that has no figures, by the name of the way."""
    head = ["", "", *(way.name for way in COLUMNS)]
    lines = [_line(head), _line(["---", "---", *["---:"] * len(COLUMNS)])]
    for called, asked, beside, base in ROWS:
        for measure, figure in MEASURES[1:] if asked == SAVED else MEASURES:
            one = figure(least[beside.name, base])
            cells = (_cell(least, said, way, asked, beside, one, figure) for way in COLUMNS)
            lines.append(_line([called, measure, *cells]))
    lines.append(_line(["peak memory of one process", "full build", *_memory(least, said)]))
    return "\n".join(lines)


def footnote(least: Least) -> str:
    """The one figure in seconds, of which all others can be worked out."""
    full = least[HUGO.name, FULL]
    return (
        f"For this machine only: the full build of Hugo + Pagefind took {full.wall:.1f} seconds on the clock and "
        f"{full.cpu:.1f} seconds of work; its largest process held {full.megabytes:,.0f} MB."
    )


def _cell(
    least: Least,
    said: Mapping[str, str],
    way: Way,
    asked: str,
    beside: Way,
    one: float,
    figure: Callable[[Cost], float],
) -> str:
    if beside in OURS_ALONE and way is not OURS:
        return "×1.00" if way is beside else ""
    cost = least.get((way.name, asked))
    return _ratio(figure(cost), one) if cost else said.get(way.name, "–")


def _memory(least: Least, said: Mapping[str, str]) -> Iterator[str]:
    one = least[HUGO.name, FULL].megabytes
    for way in COLUMNS:
        cost = least.get((way.name, FULL))
        yield _ratio(cost.megabytes, one) if cost else said.get(way.name, "–")


def _ratio(figure: float, one: float) -> str:
    return f"×{figure / one:.2f}" if one else "–"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |".replace("|  |", "| |").replace("|  |", "| |")
