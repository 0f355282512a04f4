# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The parts that a page with a poll is made of: the form with what its script needs, and the days of asking."""

from __future__ import annotations

from dataclasses import dataclass

from porchlight.polls.form import PollForm


@dataclass(frozen=True, slots=True)
class FormPart:
    """A form on a page. `thanks` is the page after it, `in_short` and `privacy` tell what becomes of the answers.

    `ballot` is the code that stands on paper; `sheet` are the names of all items on the wire, block by block, in the
    order of the paper: what can't be sent can be saved as a line of it, for `contact` ("" for none).
    """

    form: PollForm
    thanks: str
    in_short: tuple[str, ...]
    privacy: tuple[str, ...]
    ballot: str
    sheet: tuple[tuple[str, ...], ...]
    contact: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day: as a machine reads it, and in words."""

    iso: str
    words: str


@dataclass(frozen=True, slots=True)
class WaveTerm:
    """One time of asking: its first and last day, where it has them, and who was asked."""

    opens: Day | None
    closes: Day | None
    invited: str
    has_begun: bool = False


@dataclass(frozen=True, slots=True)
class PollTimes:
    """When a poll is asked. The reader's browser counts the days.

    `opens` and `closes` bound the waves that are not past, `eve` is the day before the first, `morrow` the day after
    the last ("" for none). `is_over` where all were past when the page was made.
    """

    waves: tuple[WaveTerm, ...] = ()
    opens: Day | None = None
    eve: str = ""
    closes: Day | None = None
    morrow: str = ""
    is_over: bool = False
