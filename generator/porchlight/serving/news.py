# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every open page is told while `porchlight serve` runs: that there are new pages, or what is to be mended."""

from __future__ import annotations

from asyncio import Event, wait_for
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from secrets import token_hex

from porchlight.problems import Problem

TOLD_AT_MOST = 20
"""Problems that a page shows; the terminal tells all of them."""

_ASKS_AGAIN = 25
"""Seconds after which a page has its answer in any case: nobody waits for long for a page that was closed."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is true now: `state` is another one after all that is told, `pages` after new pages only.

    `said` is empty where all is well; else it says what happened, and `problems` what to mend.
    """

    state: str
    pages: str
    said: str = ""
    problems: tuple[Problem, ...] = ()

    def as_data(self) -> dict[str, object]:
        """The same for a page, as news.js reads it."""
        more = len(self.problems) - TOLD_AT_MOST
        return {
            "state": self.state,
            "pages": self.pages,
            "said": self.said,
            "problems": [_as_data(problem) for problem in self.problems[:TOLD_AT_MOST]],
            "more": f"The terminal tells {more:,} more." if more > 0 else "",
        }


def _as_data(problem: Problem) -> dict[str, str]:
    sentence = replace(problem, paste="").sentence()
    return {"place": str(problem.place), "sentence": sentence, "paste": problem.paste}


class News:
    """Tells everyone who waits, and whoever asks later. It belongs to the thread that serves.

    The marks of one run are never those of another: a page that was open before has to load itself again.
    """

    def __init__(self) -> None:
        run = token_hex(4)
        self._marks = (f"{run}-{number}" for number in count(1))
        mark = next(self._marks)
        self.now = Told(mark, mark)
        self._more = Event()
        self._is_over = False

    def new_pages(self) -> None:
        """Tell that the pages are new, and sound."""
        mark = next(self._marks)
        self._tell(Told(mark, mark))

    def to_mend(self, said: str, problems: Iterable[Problem] = ()) -> None:
        """Tell why the pages stay as they were."""
        self._tell(Told(next(self._marks), self.now.pages, said, tuple(problems)))

    def end(self) -> None:
        """Let everyone go who waits, and nobody wait from now on."""
        self._is_over = True
        self._more.set()

    async def after(self, seen: str) -> Told:
        """What is true now: at once where the asker has seen another state, else as soon as there is more to tell."""
        if seen == self.now.state and not self._is_over:
            with suppress(TimeoutError):
                await wait_for(self._more.wait(), _ASKS_AGAIN)
        return self.now

    def _tell(self, told: Told) -> None:
        self.now = told
        self._more.set()
        self._more = Event()
