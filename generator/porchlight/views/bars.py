# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Diverging bars: disagreement left of a line, agreement right of it, neutral in a column of its own.

Everything is told in percent of the drawing's width, so that a bar fits any screen and its numbers keep their size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from porchlight.model.questionnaire import Questionnaire, Side
from porchlight.polls.shares import Share
from porchlight.views.result_parts import Bar, Number, Piece

ROOM = 9.0
"""Percent of the width that a number beside a bar needs on the smallest phone."""

GAP = 1.0
"""Between a bar and its number."""

APART = 1.0
"""Between the line and the bars on its two sides, so that two dark ones never touch."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Where the line and the neutral column stand, and how wide one of a hundred people is."""

    line: float
    neutral: float
    step: float


def measure(shares: Iterable[Share]) -> Measure:
    """One measure for all bars of a page, with as much room to each side as its longest bar needs."""
    told = list(shares)
    left, right, apart = (
        _tens(values) for values in ([s.disagree for s in told], [s.agree for s in told], [s.neutral for s in told])
    )
    step = (100 - 4 * ROOM - 2 * APART) / (left + right + apart)
    line = ROOM + left * step + APART
    return Measure(line, line + APART + right * step + 2 * ROOM, step)


def bar(questionnaire: Questionnaire, share: Share, to: Measure, label: str, words: str) -> Bar:
    """One item's bar; where every option was counted, strong views stand at the line, so that they can be compared."""
    ends = {
        "disagree": to.line - APART - share.disagree * to.step,
        "agree": to.line + APART + share.agree * to.step,
    }
    return Bar(
        label=label,
        words=words,
        line=_told(to.line),
        pieces=tuple(_pieces(questionnaire, share, to)),
        numbers=(
            Number(_told(ends["disagree"] - GAP), _number(share, "disagree"), "end"),
            Number(_told(ends["agree"] + GAP), _number(share, "agree"), "start"),
            Number(_told(to.neutral + share.neutral * to.step + GAP), _number(share, "neutral"), "start"),
        ),
    )


def _pieces(questionnaire: Questionnaire, share: Share, to: Measure) -> Iterator[Piece]:
    """The sides from the line outwards, then neutral."""
    left = to.line - APART
    for width, look in _side(questionnaire, share, "disagree", lambda codes: codes):
        left -= width * to.step
        yield _piece(left, width * to.step, look)
    right = to.line + APART
    for width, look in _side(questionnaire, share, "agree", lambda codes: codes[::-1]):
        yield _piece(right, width * to.step, look)
        right += width * to.step
    if share.neutral:
        yield _piece(to.neutral, share.neutral * to.step, "neutral")


def _piece(x: float, width: float, look: str) -> Piece:
    return Piece(_told(x), _told(x + width), _told(width), look)


def _side(
    questionnaire: Questionnaire, share: Share, side: Side, strongest_first: Callable[[list[str]], list[str]]
) -> Iterator[tuple[float, str]]:
    """Widths of a side's pieces (of a hundred people) and their looks; empty ones are left out."""
    whole = share.of(side)
    codes = strongest_first([o.code for o in questionnaire.options if questionnaire.side_of(o.code) == side])
    total = sum(share.counts.get(code, 0) for code in codes) if share.detail == "options" else 0
    if len(codes) < 2 or not total:
        yield from [(float(whole), side)] if whole else []
        return
    for number, code in enumerate(codes):
        if share.counts.get(code):
            yield whole * share.counts[code] / total, f"{side} strong" if number == 0 else side


def _number(share: Share, side: Side) -> str:
    """Of a hundred, or the people themselves where the group is too small for shares."""
    return str(share.counts.get(side, 0) if share.detail == "sides" else share.of(side))


def _tens(values: Iterable[int]) -> int:
    return max(10, *(-(-value // 10) * 10 for value in values))


def _told(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
